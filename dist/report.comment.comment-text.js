import {
  commentStart,
  commentText
} from "./report.comment.comment-text.shared.js";
import "./report.summary.fit-page.js";
import "./report.markdown.js";
import "./model.counted.js";
import "./rendering.acting-words.js";
import "./esbuild-helpers.js";
export {
  commentStart,
  commentText
};
