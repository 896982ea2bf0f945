import {
  checkComment,
  nothingComment
} from "./report.comment.check-comment.shared.js";
import "./report.comment.comment-text.js";
import "./report.summary.finding-item.js";
import "./report.summary.fit-page.js";
import "./report.markdown.js";
import "./rendering.acting-words.js";
import "./report.finding-lines.js";
import "./report.line.js";
import "./model.counted.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";
export {
  checkComment,
  nothingComment
};
