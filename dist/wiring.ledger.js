import {
  ledgerPlace,
  openHistory,
  openLedger
} from "./wiring.ledger.shared.js";
import "./adapters.ledger.branch.create-queue.js";
import "./wiring.forge.shared.js";
import "./commands.audience-of.js";
import "./adapters.github.repository-name.js";
import "./adapters.checked-token.js";
import "./wiring.ci.github-addresses.js";
import "./adapters.http.pinned-origin.js";
import "./model.version.js";
import "./adapters.git.remote.js";
import "./adapters.git.read-blobs.js";
import "./adapters.errno-of.js";
import "./model.memoize.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  ledgerPlace,
  openHistory,
  openLedger
};
