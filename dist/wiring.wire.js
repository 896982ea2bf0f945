import {
  connect,
  ledgerPlace,
  openCheckout,
  openLedger,
  siteOptions
} from "./wiring.wire.shared.js";
import "./adapters.github.find-github.js";
import "./adapters.ledger.branch.ledger-commit.js";
import "./model.version.js";
import "./adapters.http.pinned-origin.js";
import "./adapters.errno-of.js";
import "./model.error.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";
export {
  connect,
  ledgerPlace,
  openCheckout,
  openLedger,
  siteOptions
};
