import {
  nothingComment
} from "./report.comment.check-comment.shared.js";
import {
  commentStart
} from "./report.comment.comment-text.js";
import "./report.summary.finding-item.js";
import "./report.summary.fit-page.js";
import "./report.markdown.js";
import "./rendering.acting-words.js";
import "./report.finding-lines.js";
import "./report.line.js";
import "./model.counted.js";
import {
  changeNoun
} from "./model.provenance.js";
import "./esbuild-helpers.js";

// src/commands/telling/tell-pulls.ts
var mostPulls = 50;
async function tellPulls(news, { comments, config, log }) {
  const start = commentStart(config);
  for (const { pull, text } of news.slice(0, mostPulls)) {
    const known = await comments.find(pull, start);
    if (known === null && text === null) continue;
    const body = `${start}
${text ?? nothingComment(comments.kind)}`;
    if (known === null || isNew(body, known.body)) await comments.write(pull, known, body);
  }
  const left = news.length - mostPulls;
  if (left > 0) log.info(`${left} more ${changeNoun(comments.kind)}s were not commented on.`);
}
function isNew(body, known) {
  const withoutRun = (text) => text.replaceAll(/\/(?:actions\/runs|-\/jobs)\/\d+/g, "").replaceAll("\r\n", "\n").trim();
  return withoutRun(body) !== withoutRun(known);
}
export {
  tellPulls
};
