import {
  mostAtOnce,
  planLines,
  planParts
} from "./report.plan-lines.shared.js";
import "./report.beside-lines.js";
import "./report.finding-lines.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.line-hunks.js";
import "./report.plan-report.shared.js";
import "./model.destination.js";
import "./model.shown-text.js";
import "./model.provenance.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";
export {
  mostAtOnce,
  planLines,
  planParts
};
