import {
  gitHubName,
  gitHubOptions,
  gitHubToken,
  openForge,
  requireServer
} from "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.checked-token.js";
import "./model.version.js";
import "./adapters.http.pinned-origin.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  gitHubName,
  gitHubOptions,
  gitHubToken,
  openForge,
  requireServer
};
