import {
  openSite
} from "./adapters.stack.open-site.shared.js";
import "./adapters.stack.throttle.v3-policy.js";
import "./adapters.stack.purposes.js";
import "./adapters.stack.to-fault.js";
import "./adapters.stack.api-error.js";
import "./adapters.log.mask-secrets.js";
import "./adapters.checked-token.js";
import "./adapters.watch-list.js";
import "./adapters.http.create-http.js";
import "./adapters.http.retry-delay.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./npm.undici.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  openSite
};
