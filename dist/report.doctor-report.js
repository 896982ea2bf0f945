import {
  checkLines,
  doctorLines
} from "./report.doctor-report.shared.js";
import "./report.line.js";
import "./model.counted.js";
import "./esbuild-helpers.js";
export {
  checkLines,
  doctorLines
};
