import {
  renderAsStack
} from "./rendering.render-as-stack.shared.js";
import {
  planSummaryMarkdown
} from "./report.plan-summary.shared.js";
import {
  inTag,
  linkTarget
} from "./report.markdown.js";
import {
  shownText
} from "./model.shown-text.js";
import {
  decode
} from "./npm.he.js";
import "./markdown.parse-markdown.js";
import {
  planParts,
  planSummary
} from "./report.plan-report.shared.js";
import "./report.line.js";
import {
  counted
} from "./model.counted.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.provenance.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// builtin-import:node:crypto?src/report/preview-page.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");

// src/report/preview-style.ts
var previewStyle = `
:root { color-scheme: light dark; --line: light-dark(#d6d9dc, #4a4e51); --soft: light-dark(#f6f6f6, #2d2d2d);
  --added: light-dark(#18603a, #7ed29f); --removed: light-dark(#8f1d1d, #f5a3a3); --faint: light-dark(#525960, #b0b5ba);
  --link: light-dark(#0a5a9c, #7cc0ff); --warning: light-dark(#7a4b00, #f0c674); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif;
  color: light-dark(#0c0d0e, #f2f3f4); background: light-dark(#fff, #1b1b1b); }
header, article { border-bottom: 1px solid var(--line); padding-bottom: 1rem; margin-bottom: 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1rem; }
h1, h2, h3, p, li, code { overflow-wrap: anywhere; }
.action { font-weight: normal; border: 1px solid var(--line); border-radius: 4px; padding: 0 .4em; }
a { color: var(--link); }
summary { cursor: pointer; padding: .3rem 0; }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.side { border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem 1rem; min-width: 0; }
.post { overflow-x: auto; overflow-wrap: anywhere; }
.post table { border-collapse: collapse; } .post th, .post td { border: 1px solid var(--line); padding: .2rem .5rem; }
.post blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid var(--line); }
.post pre, main > section pre, details > pre { background: var(--soft); padding: .75rem; overflow-x: auto;
  white-space: pre-wrap; overflow-wrap: anywhere; border-radius: 6px; }
.post h4, .post h5, .post h6 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
.added { color: var(--added); } .removed { color: var(--removed); } .faint { color: var(--faint); }
.warning, .error { color: var(--warning); } .heading { font-weight: bold; }
.image { display: inline-block; border: 1px dashed var(--line); padding: 0 .4em; color: var(--faint); }
`;

// src/report/preview-page.ts
function previewPage(report, render) {
  const { target, steps, beside, end } = planParts(report);
  const hash = $createHash("sha256").update(previewStyle).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = `Plan for Stack Internal: ${planSummary(report)}`;
  const open = report.steps.length <= 3 ? " open" : "";
  const contents = report.steps.map(
    (step, n) => `<li><a href="#step-${n + 1}">${step.action} ${code(step.source)}</a></li>`
  );
  const parts = report.steps.map(
    (step, n) => stepPart(step, n + 1, open, steps[n]?.lines ?? [], render)
  );
  const remarks = [...beside.flat(), ...end];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${shown(title)}</title>
<style>${previewStyle}</style>
</head>
<body>
<header>
<h1>Plan for Stack Internal</h1>
<p>${shown(planSummary(report))}.</p>
<p>${shown(target.text)}${commitPart(report)}</p>
${report.digest ? `<p>The digest to approve: <code class="digest">${report.digest}</code></p>` : ""}
</header>
<nav aria-label="Steps"><ol>${contents.join("\n")}</ol></nav>
<main>
${parts.join("\n")}
<section aria-labelledby="remarks"><h2 id="remarks">What stands beside them</h2>
<pre tabindex="0">${remarks.map(lineOf).join("\n")}</pre></section>
</main>
</body>
</html>
`;
}
function commitPart({ commit }) {
  if (!commit) return "";
  const id = `<code>${inTag(commit.id.slice(0, 12))}</code>`;
  return `, made from commit ${link(commit.page, id)}`;
}
function stepPart(step, n, open, lines, render) {
  const { action, source, url, page, before, after } = step;
  const known = before !== null && action !== "create";
  const sides = known ? [side("Now", before, render), side("As it will be", after, render)] : [side("As readers will see it", after, render)];
  const id = `step-${n}`;
  return `<article aria-labelledby="${id}">
<h2 id="${id}"><span class="action">${action}</span> ${shown(after.title)}</h2>
<p>From ${link(page ?? null, code(source))}${url ? `, to ${link(url, "its post")}` : ", to a new post"}. ${shown(about(after))}</p>
<details${open}><summary>As readers see it</summary><div class="sides">${sides.join("")}</div></details>
<details${open}><summary>Every byte that would be sent</summary><pre tabindex="0">${lines.map(lineOf).join("\n")}</pre></details>
</article>`;
}
function about(content) {
  const tags = `${counted(content.tags.length, "tag")}: ${content.tags.join(", ")}`;
  return content.kind === "article" ? `An Article (${content.type}), ${tags}.` : `A question, ${tags}.`;
}
function side(name, content, render) {
  const answer = content.kind === "question" ? `<h4 class="part">Accepted answer</h4>${rendered(content.answer, render)}` : "";
  return `<section class="side"><h3>${name}</h3><div class="post">${rendered(content.body, render)}${answer}</div></section>`;
}
function rendered(markdown, render) {
  return render(markdown).replace(/<img(?:\s+[\w-]+(?:="[^"]*")?)*\s*\/?>/g, imageText).replace(
    /<(\/?)h([1-6])(?=[\s>])/g,
    (_, slash, level) => `<${slash}h${Math.min(6, Number(level) + 3)}`
  );
}
function imageText(tag) {
  const [alt, src] = ["alt", "src"].map(
    (name) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "")
  );
  return `<span class="image">image: ${shown([alt, src].filter(Boolean).join(", "))}</span>`;
}
function lineOf({ text, tone }) {
  return tone === "plain" ? shown(text) : `<span class="${tone}">${shown(text)}</span>`;
}
function shown(text) {
  return inTag(shownText(text));
}
function code(text) {
  return `<code>${shown(text)}</code>`;
}
function link(address, shown2) {
  const to = address === null ? null : linkTarget(address);
  return to === null ? shown2 : `<a href="${inTag(to).replaceAll('"', "&quot;")}" rel="noopener noreferrer">${shown2}</a>`;
}

// src/commands/plan/plan-files.ts
function planFiles(report, { accept }, { markdown, preview }) {
  const files = [];
  if (markdown !== null)
    files.push({ name: markdown, text: planSummaryMarkdown(report, accept, shownText) });
  if (preview !== null) files.push({ name: preview, text: previewPage(report, renderAsStack) });
  return files;
}
export {
  planFiles
};
