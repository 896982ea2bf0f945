import {
  openHistory
} from "./wiring.history.shared.js";
import "./wiring.origin.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./wiring.ci.remote-place.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./model.memoize.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  openHistory
};
