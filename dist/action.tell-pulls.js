import {
  nothingComment
} from "./report.comment.check-comment.shared.js";
import "./report.comment.comment-text.shared.js";
import "./report.summary.finding-item.js";
import "./report.summary.fit-page.js";
import "./report.markdown.js";
import "./report.finding-lines.js";
import "./report.line.js";
import "./model.counted.js";
import "./rendering.acting-words.js";
import "./model.provenance.js";
import "./esbuild-helpers.js";

// src/action/tell-pulls.ts
var mostPulls = 50;
async function tellPulls(news, { comments, start, log }) {
  for (const { pull, text } of news.slice(0, mostPulls)) {
    const known = await comments.find(pull, start);
    if (known === null && text === null) continue;
    const body = `${start}
${text ?? nothingComment}`;
    if (known === null || isNew(body, known.body)) await comments.write(pull, known, body);
  }
  const left = news.length - mostPulls;
  if (left > 0) log.info(`${left} more pull requests were not commented on.`);
}
function isNew(body, known) {
  const withoutRun = (text) => text.replaceAll(/\/actions\/runs\/\d+/g, "").replaceAll("\r\n", "\n").trim();
  return withoutRun(body) !== withoutRun(known);
}
export {
  tellPulls
};
