import {
  currentRun,
  isRunning
} from "./adapters.ledger.run.shared.js";
import "./adapters.errno-of.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";
export {
  currentRun,
  isRunning
};
