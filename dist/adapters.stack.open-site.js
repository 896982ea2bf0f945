import {
  openSite
} from "./adapters.stack.open-site.shared.js";
import "./adapters.log.mask-secrets.js";
import "./adapters.http.create-http.js";
import "./npm.undici.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  openSite
};
