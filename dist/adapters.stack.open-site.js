import {
  openSite
} from "./adapters.stack.open-site.shared.js";
import "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./adapters.stack.to-fault.js";
import "./adapters.log.mask-secrets.js";
import "./adapters.watch-list.js";
import "./adapters.checked-token.js";
import "./adapters.http.create-http.js";
import "./adapters.http.pinned-origin.js";
import "./npm.undici.js";
import "./model.draft.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  openSite
};
