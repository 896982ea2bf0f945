import {
  choreLines,
  initLines,
  stepLine
} from "./report.init-report.shared.js";
import "./report.doctor-report.shared.js";
import "./report.line.js";
import "./model.counted.js";
import "./esbuild-helpers.js";
export {
  choreLines,
  initLines,
  stepLine
};
