import {
  giteaOptions,
  rolesToken
} from "./wiring.ci.gitea-place.shared.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  giteaOptions,
  rolesToken
};
