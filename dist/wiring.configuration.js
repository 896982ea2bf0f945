import {
  configPlace,
  loadParser,
  openCheckout
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import "./curation.rule-ids.js";
import "./adapters.git.read-blobs.js";
import "./adapters.errno-of.js";
import "./adapters.github.repository-name.js";
import "./approval.asserted.js";
import "./model.error.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";
export {
  configPlace,
  loadParser,
  openCheckout
};
