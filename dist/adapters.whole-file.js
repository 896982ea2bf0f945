import {
  openWholeFile
} from "./adapters.whole-file.shared.js";
import "./adapters.text-files.js";
import "./adapters.errno-of.js";
import "./model.error.js";
import "./esbuild-helpers.js";
export {
  openWholeFile
};
