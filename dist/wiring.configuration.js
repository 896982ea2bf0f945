import {
  configPlace,
  loadParser,
  openCheckout
} from "./wiring.configuration.shared.js";
import "./wiring.evidence.js";
import "./adapters.git.repository.js";
import "./config.config-paths.js";
import "./approval.asserted.js";
import "./adapters.git.commit-tree.js";
import "./adapters.git.read-blobs.js";
import "./curation.rule-ids.js";
import "./model.forge-addresses.js";
import "./adapters.git.git.js";
import "./wiring.ci.gitlab-place.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.remote-place.js";
import "./model.memoize.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  configPlace,
  loadParser,
  openCheckout
};
