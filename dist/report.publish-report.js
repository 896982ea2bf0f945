import {
  publishLines
} from "./report.publish-report.shared.js";
import "./report.result-names.js";
import "./report.line.js";
import "./model.counted.js";
import "./esbuild-helpers.js";
export {
  publishLines
};
