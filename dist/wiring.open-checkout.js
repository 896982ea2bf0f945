import {
  openCheckout
} from "./wiring.open-checkout.shared.js";
import "./adapters.git.find-config.js";
import "./adapters.git.read-blobs.js";
import "./model.error.js";
import "./adapters.errno-of.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";
export {
  openCheckout
};
