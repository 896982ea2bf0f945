import {
  fitPage
} from "./report.summary.fit-page.js";
import {
  linked
} from "./report.markdown.js";
import {
  counted
} from "./model.counted.js";

// src/report/comment/comment-text.ts
var longestComment = 65e3;
var forNote = 300;
function commentStart(config) {
  return config === "" ? "<!-- stack-publish -->" : `<!-- stack-publish ${encodeURIComponent(config)} -->`;
}
function commentText(parts, run) {
  const { text, left } = fitPage(parts, longestComment - forNote);
  if (left === 0) return text.trimEnd();
  const where = linked("the run's page", run);
  return `${text}There is no room here for ${counted(left, "more line")}: see ${where}.`;
}

export {
  commentStart,
  commentText
};
