import {
  commentText
} from "./report.comment.comment-text.js";
import {
  stepTable
} from "./report.summary.step-rows.js";
import "./report.summary.fit-page.js";
import {
  codeSpan,
  linked
} from "./report.markdown.js";
import "./rendering.acting-words.js";
import "./model.counted.js";
import "./esbuild-helpers.js";

// src/report/comment/publish-comment.ts
var notThere = /* @__PURE__ */ new Set(["held", "refused", "failed"]);
function publishComment({ steps, approval, run }, safe) {
  const left = steps.filter(({ result }) => notThere.has(result));
  const rows = steps.map(({ result, error, reason, title, source, post, kind }) => {
    const why = error?.code ?? reason;
    return {
      what: why ? `${result}: ${why}` : result,
      title,
      source,
      url: post?.url ?? null,
      kind
    };
  });
  const heading = left.length === 0 ? "published" : left.length === steps.length ? "not published" : "partly published";
  const by = approval?.by ? `Approved by ${codeSpan(safe(approval.by.login))}. ` : "";
  return commentText(
    [
      `### Stack Internal: ${heading}

`,
      ...stepTable(rows, safe),
      `${by}${linked(left.length === 0 ? "The run" : "Why, and what to do", run)}${run ? "." : ""}
`
    ],
    run
  );
}
export {
  publishComment
};
