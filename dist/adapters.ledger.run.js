import {
  currentRun,
  isRunning
} from "./adapters.ledger.run.shared.js";
import "./esbuild-helpers.js";
export {
  currentRun,
  isRunning
};
