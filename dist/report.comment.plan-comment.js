import {
  commentText
} from "./report.comment.comment-text.js";
import {
  stepTable
} from "./report.summary.step-rows.js";
import "./report.summary.fit-page.js";
import {
  linked
} from "./report.markdown.js";
import "./rendering.acting-words.js";
import "./model.counted.js";
import "./esbuild-helpers.js";

// src/report/comment/plan-comment.ts
function planComment({ steps, run }, safe) {
  const rows = steps.map(({ action, reason, title, source, post, kind }) => ({
    what: action === "held" ? `held: ${reason}` : action,
    title,
    source,
    url: post?.url ?? null,
    kind
  }));
  const plan = linked("the whole plan", run);
  return commentText(
    [
      "### Stack Internal: waits for approval\n\n",
      ...stepTable(rows, safe),
      `Nothing is posted before a maintainer approves ${plan}, which shows every byte of it.
`
    ],
    run
  );
}
export {
  planComment
};
