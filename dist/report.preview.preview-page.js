import {
  mostPictureBytes
} from "./report.preview.plan-preview.js";
import {
  contentDiff,
  editorLines,
  forgetText,
  goneBeforeText,
  linkLine,
  pictureLine,
  tagLines,
  textDiff,
  warningLines
} from "./report.beside-lines.js";
import {
  placeText
} from "./report.finding-lines.js";
import "./report.line.js";
import {
  counted
} from "./model.counted.js";
import "./model.line-hunks.js";
import {
  planSummary,
  posterName,
  targetName
} from "./report.plan-report.shared.js";
import "./model.destination.js";
import {
  howToApprove
} from "./report.how-to-approve.shared.js";
import {
  fromParse5,
  parseFragment,
  renderAsStack,
  toHtml
} from "./rendering.render-as-stack.shared.js";
import {
  toAddress
} from "./rendering.settle.js";
import "./markdown.parse-markdown.js";
import "./model.shown-text.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  digestOfBytes
} from "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/report/preview/element.ts
var proseClass = "s-prose";
var lineBreak = "\n";
function element(tagName, properties, ...parts) {
  return { type: "element", tagName, properties, children: parts.flatMap(contentOf) };
}
function contentOf(part) {
  if (part === null) return [];
  if (typeof part === "string") return [{ type: "text", value: part }];
  return "type" in part ? [part] : part.flatMap(contentOf);
}
function link(address, ...parts) {
  return isOfWeb(address) ? element("a", { href: address, rel: ["noopener", "noreferrer"] }, ...parts) : element("span", {}, ...parts);
}
function isOfWeb(address) {
  return /^(?:https?:\/\/|mailto:)/i.test(address);
}

// src/report/preview/harmless.ts
function makeHarmless(node, safe, isRendered = false) {
  if (node.type === "text") {
    if (node.value !== lineBreak)
      node.value = isRendered ? safe.rendered(node.value) : safe.line(node.value);
  } else if (node.type === "element") {
    if (node.tagName === "style") return;
    const { properties } = node;
    const { className } = properties;
    const isProse = Array.isArray(className) && className.includes(proseClass);
    for (const [name, value] of Object.entries(properties))
      if (typeof value === "string" && name !== "src") properties[name] = safe.rendered(value);
    for (const child of node.children) makeHarmless(child, safe, isRendered || isProse);
  } else if (node.type === "root") for (const child of node.children) makeHarmless(child, safe);
}

// src/report/preview/page-css.ts
var pageCss = `
:root { color-scheme: light dark; --page: #fff; --text: #232629; --faint: #5b6167; --line: #d6d9dc; --soft: #f4f5f6; --link: #0a58a5; --code: #eceef0; --good: #12632a; --good-soft: #e3f5e8; --bad: #a5201c; --bad-soft: #fdeaea; --warn: #77470a; --warn-soft: #fdf3d8; --note: #4a3690; --note-soft: #efecfb; --mark: #f48225; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1b1d1f; --text: #e4e6e8; --faint: #a9b0b6; --line: #43474b; --soft: #26292b; --link: #86bdf5; --code: #33373a; --good: #8ed6a2; --good-soft: #1b3324; --bad: #ffa8a4; --bad-soft: #43201f; --warn: #f2c877; --warn-soft: #3b2f18; --note: #c6b8ff; --note-soft: #2d2745; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; overflow-wrap: anywhere; }
header, nav, main { max-width: 1240px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; border-top: 4px solid var(--mark); max-width: none; }
header > * { max-width: 1200px; margin-inline: auto; }
main { padding-bottom: 64px; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible, .scrolls:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 12px; top: 12px; padding: 8px 12px; background: var(--page); border: 1px solid var(--line); }
h1, h2, h3, h4, h5 { line-height: 1.3; font-weight: 600; margin-block: 0; }
h1 { font-size: 27px; margin-bottom: 8px; }
h2 { font-size: 21px; }
h3 { font-size: 16px; }
h4, h5 { font-size: 14px; color: var(--faint); }
p { margin-block: 6px; }
ul { margin-block: 6px; }
code, pre { font-family: ui-monospace, 'Cascadia Mono', 'Segoe UI Mono', 'Liberation Mono', Menlo, Consolas, monospace; font-size: 13px; }
.target { color: var(--faint); }
.counts { font-size: 17px; font-weight: 600; }
.approval { border: 1px solid var(--line); border-radius: 6px; padding: 14px 16px; margin-top: 16px; background: var(--soft); }
.approval h2 { font-size: 16px; }
.copied { white-space: pre-wrap; user-select: all; background: var(--page); border: 1px solid var(--line); border-radius: 4px; padding: 8px 10px; margin: 6px 0 10px; }
nav { margin-top: 24px; }
nav h2 { display: inline; font-size: 16px; }
nav ol { margin: 8px 0 0; padding-left: 28px; columns: 420px 2; column-gap: 32px; }
nav li { break-inside: avoid; padding: 3px 0; }
.action { display: inline-block; font-size: 12px; font-weight: 600; line-height: 1.4; padding: 1px 7px; border-radius: 10px; background: var(--note-soft); color: var(--note); vertical-align: 2px; }
.action.create { background: var(--good-soft); color: var(--good); }
.action.overwrite { background: var(--bad-soft); color: var(--bad); }
.action.merge { background: var(--warn-soft); color: var(--warn); }
.step, .remark { border-top: 1px solid var(--line); margin-top: 28px; padding-top: 20px; }
main > section h3 { margin-top: 16px; }
main > section h3::first-letter { text-transform: uppercase; }
.step:target, .remark:target { border-top-color: var(--mark); }
.warnings { margin: 10px 0 0; padding: 0; list-style: none; }
.warnings li { background: var(--warn-soft); color: var(--warn); border-radius: 4px; padding: 6px 10px; margin-top: 6px; font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 8px 24px; margin: 14px 0; }
.facts > div { min-width: 0; }
.facts dt { font-size: 12px; color: var(--faint); }
.facts dd { margin: 0; }
.tags { display: flex; flex-wrap: wrap; gap: 4px; margin: 0; padding: 0; list-style: none; }
.s-tag { display: inline-block; background: var(--code); color: var(--text); border-radius: 4px; padding: 1px 6px; font-size: 12px; text-decoration: none; }
.findings { margin: 6px 0 12px; padding-left: 18px; }
.findings li { margin: 6px 0; }
.findings strong { color: var(--warn); }
.findings .error strong { color: var(--bad); }
.remedy { display: block; color: var(--faint); }
.note { color: var(--faint); }
details { margin-top: 12px; }
summary { cursor: pointer; padding: 4px 0; }
summary h3 { display: inline; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 16px; align-items: start; }
.side { min-width: 0; border: 1px solid var(--line); border-radius: 6px; padding: 14px 18px; margin-top: 6px; }
.post-title { font-size: 24px; line-height: 1.3; font-weight: 600; margin: 6px 0 14px; padding-bottom: 10px; border-bottom: 1px solid var(--line); }
.answer { margin: 22px 0 8px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--good); }
.exact { white-space: pre-wrap; background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 10px; margin: 6px 0 12px; line-height: 1.45; tab-size: 4; }
.exact ins, .exact del { display: block; text-decoration: none; }
.exact .added { background: var(--good-soft); color: var(--good); }
.exact .removed { background: var(--bad-soft); color: var(--bad); }
.exact .faint { color: var(--faint); }
.not-shown { display: inline-block; max-width: 100%; border: 1px dashed var(--line); border-radius: 4px; padding: 4px 8px; color: var(--faint); font-size: 13px; }
.s-prose { line-height: 1.6; unicode-bidi: isolate; overflow-x: auto; }
.s-prose > :first-child { margin-top: 0; }
.s-prose > :last-child { margin-bottom: 0; }
.s-prose h4, .s-prose h5, .s-prose h6 { color: var(--text); margin: 1.2em 0 0.5em; }
.s-prose .as-h1 { font-size: 23px; }
.s-prose .as-h2 { font-size: 20px; }
.s-prose .as-h3 { font-size: 17px; }
.s-prose .as-h4, .s-prose .as-h5, .s-prose .as-h6 { font-size: 15px; }
.s-prose p, .s-prose ul, .s-prose ol, .s-prose dl, .s-prose pre, .s-prose blockquote, .s-prose .scrolls { margin: 0 0 1.1em; }
.s-prose ul, .s-prose ol { padding-left: 30px; }
.s-prose li > ul, .s-prose li > ol { margin-bottom: 0; }
.s-prose li { margin-bottom: 0.4em; }
.s-prose code { background: var(--code); border-radius: 4px; padding: 2px 4px; }
.s-prose pre { background: var(--soft); border-radius: 5px; padding: 12px; overflow-x: auto; overflow-wrap: normal; }
.s-prose pre code { background: none; padding: 0; }
.s-prose blockquote { border-left: 4px solid var(--line); padding: 2px 0 2px 14px; }
.s-prose blockquote > :last-child { margin-bottom: 0; }
.s-prose .spoiler { border: 1px dashed var(--line); border-left-width: 4px; padding: 6px 12px; }
.s-prose .spoiler::before { content: 'Spoiler, which readers unfold'; display: block; font-size: 12px; color: var(--faint); }
.s-prose kbd { border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 3px; padding: 1px 5px; font-family: inherit; font-size: 12px; }
.s-prose img { max-width: 100%; height: auto; }
.s-prose hr { border: 0; border-top: 1px solid var(--line); margin: 1.4em 0; }
.s-prose .scrolls { overflow-x: auto; overflow-wrap: normal; }
.s-prose table { border-collapse: collapse; }
.s-prose th, .s-prose td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; }
.s-prose th { background: var(--soft); }
.s-prose [align='center'] { text-align: center; }
.s-prose [align='right'] { text-align: right; }
@media (max-width: 640px) {
  header, nav, main { padding-left: 14px; padding-right: 14px; }
  .side { padding: 10px 12px; }
  h1 { font-size: 23px; }
}
`;

// src/report/preview/picture-shelf.ts
function pictureShelf(pictures) {
  let room = mostPictureBytes * 4 / 3;
  return {
    take(digest) {
      const picture = Object.hasOwn(pictures, digest) ? pictures[digest] : void 0;
      if (!picture || picture.base64.length > room) return null;
      room -= picture.base64.length;
      return `data:image/${picture.type};base64,${picture.base64}`;
    },
    name: ({ picture, path, size }) => [
      path ?? "from the site's own text",
      ...size === null ? [] : [counted(size, "byte")],
      picture.slice(0, "sha256:".length + 7)
    ].join(", ")
  };
}

// src/report/preview/facts.ts
function facts(all) {
  return element(
    "dl",
    { className: ["facts"] },
    all.map(
      ({ name, values }) => element(
        "div",
        {},
        element("dt", {}, name),
        values.map((value) => value === null ? null : element("dd", {}, value))
      )
    )
  );
}

// src/report/preview/finding-list.ts
function findingList(findings) {
  return element(
    "ul",
    { className: ["findings"] },
    findings.map(
      ({ rule, severity, place, provenance, message, remedy }) => element(
        "li",
        { className: [severity] },
        element("strong", {}, severity),
        " ",
        element("code", {}, place ? placeText(place) : provenanceText(provenance)),
        ": ",
        `${message} [${rule}]`,
        element("span", { className: ["remedy"] }, remedy)
      )
    )
  );
}

// src/report/preview/text-view.ts
var marks = {
  added: "added",
  removed: "removed",
  faint: "faint",
  heading: "heading"
};
function diffView(lines) {
  const runs = [];
  for (const { tone, text } of lines) {
    if (runs.at(-1)?.tone !== tone) runs.push({ tone, texts: [] });
    runs.at(-1)?.texts.push(text);
  }
  return element(
    "pre",
    { className: ["exact"] },
    // The first line break in a `pre` would not count.
    element(
      "code",
      {},
      runs.map(({ tone, texts }) => {
        const tag = tone === "added" ? "ins" : tone === "removed" ? "del" : "span";
        return element(tag, { className: marks[tone] ? [marks[tone]] : [] }, asLines(texts));
      })
    )
  );
}
function exactText(text) {
  const isEnded = text.endsWith("\n");
  const lines = (isEnded ? text.slice(0, -1) : text).split("\n");
  const note = text === "" ? "Empty." : "No line break at its end.";
  return [
    element("pre", { className: ["exact"] }, element("code", {}, asLines(lines))),
    ...isEnded ? [] : [element("p", { className: ["note"] }, note)]
  ];
}
function asLines(texts) {
  return texts.flatMap((text) => [text, lineBreak]);
}

// src/report/preview/remarks.ts
function remarksOf(report) {
  const sources = new Set(report.steps.map(({ source }) => source));
  const findings = report.findings.filter(({ source }) => !sources.has(source));
  const contents2 = report.steps.flatMap(({ before, after }) => [before, after]);
  const people = [editorLines(report.people, contents2), tagLines(report.tags)];
  return [
    section("held", "Held: a person has to decide", report.held.map(heldPart)),
    section("edited", "Edited on the site, and left as they are", report.edited.map(postItem)),
    section("orphaned", "Their source is gone, or not marked; nothing is deleted", orphans(report)),
    section("people", "Tags and people", people.flatMap(peoplePart)),
    section(
      "findings",
      report.steps.length > 0 ? "Findings of what is not in this plan" : "Findings",
      findings.length > 0 ? [findingList(findings)] : []
    )
  ].flatMap((remark) => remark ?? []);
}
function orphans({ orphaned, goneBefore = 0 }) {
  return [
    ...orphaned.map((orphan) => [
      postItem(orphan),
      orphan.unread ? findingList([orphan.unread]) : null
    ]),
    ...orphaned.length > 0 ? [element("p", {}, forgetText)] : [],
    ...goneBefore > 0 ? [element("p", {}, goneBeforeText(goneBefore))] : []
  ];
}
function section(id, title, parts) {
  return parts.length === 0 ? null : { id, title, content: parts };
}
function heldPart(held, index) {
  const id = `held-${index + 1}`;
  const { url } = held;
  return element(
    "article",
    { ariaLabelledBy: [id] },
    element("h3", { id }, held.source),
    facts([
      { name: "Reason", values: [element("code", {}, held.reason)] },
      ...url ? [{ name: "Post", values: [link(url, url)] }] : []
    ]),
    element("p", {}, held.message),
    element("p", {}, held.remedy),
    held.conflicts.map(({ field, ours, theirs }) => [
      element("h4", {}, `${field}, from the site's (-) to the source's (+)`),
      diffView(textDiff(theirs, ours))
    ])
  );
}
function postItem({ source, url }) {
  return element("p", {}, element("code", {}, source), " ", link(url, url));
}
function peoplePart(parts) {
  const lines = parts.flat().filter(({ text }) => text !== "");
  if (lines.length === 0) return [];
  const ofTone = (isHeading) => lines.flatMap(
    ({ text, tone }) => tone === "heading" === isHeading ? [text.replace(/^\* |:$/g, "")] : []
  );
  return [
    element("h3", {}, ofTone(true)),
    element(
      "ul",
      {},
      ofTone(false).map((text) => element("li", {}, text))
    )
  ];
}

// src/report/preview/prose.ts
var mostNested = 100;
function prose(markdown, options) {
  try {
    return element("div", { className: [proseClass] }, rendered(markdown, options));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const written = element("pre", { tabIndex: 0 }, element("code", {}, markdown));
    return element("div", { className: [proseClass] }, written);
  }
}
function rendered(markdown, options) {
  const page2 = fromParse5(parseFragment(renderAsStack(markdown)));
  const behind = new Map(
    Object.entries(options.behind).map(([address, what]) => [toAddress(address), what])
  );
  const headings = headingLevels(options.under);
  const partOf = (node, depth) => {
    if (depth > mostNested) throw new RangeError("elements are nested too deep");
    if (node.type !== "element") return node.type === "text" ? node : null;
    const { tagName, properties } = node;
    if (tagName === "img") return image(node, behind, options.pictures);
    const inside = node.children.map((child) => partOf(child, depth + 1));
    if (/^h[1-6]$/.test(tagName)) {
      const level = Number(tagName[1]);
      return element(`h${headings(level)}`, { className: [`as-${tagName}`] }, inside);
    }
    if (tagName === "a") return anchor(node, inside, behind, options);
    if (tagName === "pre") return element("pre", { ...properties, tabIndex: 0 }, inside);
    if (tagName === "table")
      return element("div", { className: ["scrolls"], tabIndex: 0 }, element("table", {}, inside));
    return element(tagName, properties, inside);
  };
  return page2.children.map((node) => node.type === "doctype" ? null : partOf(node, 0));
}
function headingLevels(under) {
  const open = [];
  return (level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(6, under + open.length);
  };
}
function anchor({ properties }, inside, behind, { addressOfStep }) {
  const { className, title } = properties;
  const href = typeof properties.href === "string" ? properties.href : "";
  const there = behind.get(href);
  const kept = { className, title };
  if (there && "step" in there) {
    const address = addressOfStep(there.step);
    return address ? element("a", { ...kept, href: address }, inside) : element("span", {}, inside);
  }
  return isOfWeb(href) ? element("a", { ...kept, href, rel: ["noopener", "noreferrer"] }, inside) : element("span", kept, inside);
}
function image({ properties }, behind, pictures) {
  const { src, width, height, title } = properties;
  const alt = typeof properties.alt === "string" ? properties.alt : "";
  const address = typeof src === "string" ? src : "";
  const there = behind.get(address);
  const picture = there && "picture" in there ? there : null;
  const data = picture && pictures.take(picture.picture);
  if (data) return element("img", { src: data, alt, title, width, height });
  const named = alt === "" ? "Image" : `Image: ${alt}`;
  return element(
    "span",
    { className: ["not-shown"] },
    element("span", {}, named),
    " ",
    element("code", {}, picture ? pictures.name(picture) : address)
  );
}

// src/report/preview/step-article.ts
var typeNames = {
  "knowledge-article": "Knowledge article",
  announcement: "Announcement",
  policy: "Policy",
  "how-to-guide": "How-to guide"
};
function stepArticle(step, preview, id, options) {
  const { isOpen, isForTeam } = options;
  const findings = options.findings.filter(({ source }) => source === step.source);
  const [{ before, after }, { url }] = [preview, step];
  const now = step.action === "adopt" ? null : before;
  const isHidden = url !== null && before === null && step.action !== "adopt";
  return element(
    "article",
    { id, className: ["step"], ariaLabelledBy: [`${id}-title`] },
    element(
      "h2",
      { id: `${id}-title` },
      element("span", { className: ["action", step.action] }, step.action),
      " ",
      step.after.title
    ),
    element(
      "ul",
      { className: ["warnings"] },
      warningLines(step).map(({ text }) => element("li", {}, text))
    ),
    facts(factsOf(step, preview, options.people)),
    findings.length > 0 ? [element("h3", {}, "Findings"), findingList(findings)] : null,
    folded(
      "As readers will see it",
      isOpen,
      element(
        "div",
        { className: now ? ["sides"] : [] },
        side(sideName(step), after, options),
        now && side("On the site now", now, options)
      ),
      isHidden ? element("p", { className: ["note"] }, notShown(url, isForTeam)) : null
    ),
    step.before && (before || step.action === "adopt") ? folded("What changes", isOpen, changes(step, step.before, step.after)) : null,
    folded("Exact text", false, exactParts(step.after))
  );
}
function sideName({ action, adopts }) {
  if (adopts) return "What the source says: the post keeps its own text";
  return action === "adopt" ? "Stays as it is" : "With this plan";
}
function notShown(url, isForTeam) {
  const why = isForTeam ? "What the site has now was not read: look at " : "What the site has now is not shown, as not only the team can read this page: look at ";
  return [why, link(url, url), "."];
}
function changes(step, before, after) {
  const lines = contentDiff(before, after);
  if (lines.length > 0) return diffView(lines);
  const text = step.action === "adopt" ? "Nothing of the post is written: it becomes the post of this source." : "Nothing but where links lead, which stands above.";
  return element("p", { className: ["note"] }, text);
}
function exactParts(content) {
  const part = (name, text) => [element("h4", {}, name), exactText(text)];
  return [
    part("Title", `${content.title}
`),
    part("Body", content.body),
    content.kind === "question" ? part("Accepted answer", content.answer) : null
  ];
}
function side(name, post, options) {
  const { behind } = post;
  const render = (text, under) => prose(text, { ...options, behind, under });
  return element(
    "section",
    { className: ["side"] },
    element("h4", {}, name),
    element("p", { className: ["post-title"] }, post.title),
    render(post.body, 4),
    post.answer === null ? null : [
      element("h5", { className: ["answer"] }, "Accepted answer"),
      post.answer === "" ? element("p", { className: ["note"] }, "There is none yet.") : render(post.answer, 5)
    ]
  );
}
function folded(name, isOpen, ...parts) {
  return element(
    "details",
    { open: isOpen },
    element("summary", {}, element("h3", {}, name)),
    ...parts
  );
}
function factsOf(step, { digest }, people) {
  const { after, url, page: page2, links = [], pictures = [] } = step;
  const code = (text) => element("code", {}, text);
  const all = [
    ["Source", [page2 ? link(page2, code(step.source)) : code(step.source)]],
    ["Post", url ? [link(url, url)] : ["a new one"]],
    ["Type", [after.kind === "article" ? typeNames[after.type] : "Question"]],
    ["Tags", after.tags.length > 0 ? [tagList(after.tags)] : []],
    ["Who may edit", [editors(step, people)]],
    ["Pictures", pictures.map((each) => pictureLine(each).text)],
    ["Links", links.map((each) => linkLine(each).text)],
    ["Digest of the step", [code(digest)]]
  ];
  return all.flatMap(
    ([name, values]) => values.filter((value) => value !== null).length > 0 ? [{ name, values }] : []
  );
}
function tagList(tags) {
  return element(
    "ul",
    { className: ["tags"] },
    tags.map((tag) => element("li", { className: ["s-tag"] }, tag))
  );
}
function editors({ action, after: content }, { users, groups }) {
  if (content.kind === "question") return null;
  const { permissions } = content;
  if (permissions === null) return action === "create" ? "everyone" : "who may now";
  if (permissions.editableBy !== "specific") return permissions.editableBy;
  const named = (what, id, known) => {
    const name = known.find((each) => each.id === id)?.name;
    return name === void 0 ? `${what} ${id}` : `${what} ${id} (${name})`;
  };
  return [
    ...permissions.users.map((id) => named("user", id, users)),
    ...permissions.groups.map((id) => named("group", id, groups))
  ].join(", ");
}

// src/report/preview/preview-page.ts
var mostUnfolded = 5;
var longestContents = 25;
function previewPage(preview, place, safe) {
  const made = page(renderable(preview, safe), place);
  makeHarmless(made, safe);
  return `${toHtml(made)}
`;
}
function renderable(preview, safe) {
  const post = (given) => given && {
    ...given,
    body: safe.rendered(given.body),
    answer: given.answer === null ? null : safe.rendered(given.answer)
  };
  const steps = preview.steps.map((step) => ({
    ...step,
    before: post(step.before),
    after: post(step.after)
  }));
  return { ...preview, steps };
}
function page(preview, place) {
  const { report, isForTeam } = preview;
  const ids = report.steps.map((_, index) => `step-${index + 1}`);
  const idOf = new Map(report.steps.map(({ source }, index) => [source, ids[index]]));
  const pictures = pictureShelf(preview.pictures);
  const remarks = remarksOf(report);
  const articles = report.steps.flatMap((step, index) => {
    const [beside, id] = [preview.steps[index], ids[index]];
    if (!beside || id === void 0) return [];
    return stepArticle(step, beside, id, {
      pictures,
      addressOfStep: (source) => idOf.has(source) ? `#${idOf.get(source)}` : null,
      people: report.people,
      findings: report.findings,
      isOpen: report.steps.length <= mostUnfolded,
      isForTeam
    });
  });
  const entries = [
    ...report.steps.map(
      (step, index) => entry(
        ids[index] ?? "",
        step.after.title,
        element("span", { className: ["action", step.action] }, step.action)
      )
    ),
    ...remarks.map(({ id, title }) => entry(id, title))
  ];
  return document(`Plan for ${targetName(report.destination)}`, [
    element("a", { className: ["skip"], href: "#steps" }, "To the steps"),
    header(preview, place),
    entries.length > 0 ? contents(entries) : null,
    element(
      "main",
      { id: "steps" },
      articles,
      remarks.map(
        ({ id, title, content }) => element(
          "section",
          { id, className: ["remark"], ariaLabelledBy: [`${id}-title`] },
          element("h2", { id: `${id}-title` }, title),
          content
        )
      )
    )
  ]);
}
function document(title, body) {
  const policy = [
    "default-src 'none'",
    `style-src '${hashSource(pageCss)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  const head = element(
    "head",
    {},
    element("meta", { charSet: "utf-8" }),
    // Before everything that it is for.
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: policy }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("title", {}, title),
    // Else a browser would ask where it has the page from for one.
    element("link", { rel: ["icon"], href: "data:," }),
    element("style", {}, pageCss)
  );
  return {
    type: "root",
    children: [
      { type: "doctype" },
      element("html", { lang: "en" }, head, lineBreak, element("body", {}, body))
    ]
  };
}
function hashSource(css) {
  const digest = digestOfBytes(Buffer.from(css)).slice("sha256:".length);
  return `sha256-${Buffer.from(digest, "hex").toString("base64")}`;
}
function header({ report, isForTeam }, place) {
  const { destination, account, commit = null, digest, waiting } = report;
  return element(
    "header",
    {},
    element("h1", {}, "Plan for Stack Internal"),
    element(
      "p",
      { className: ["target"] },
      `For ${targetName(destination)}, as ${posterName(account)}.`,
      commit && [" Made from commit ", commitPart(commit), "."]
    ),
    element("p", { className: ["counts"] }, `${planSummary(report)}.`),
    waiting > 0 ? element("p", {}, "What waits comes with the next plan, once this one is published.") : null,
    isForTeam ? null : element("p", {}, "Not only the team can read this page: nothing of the site stands in it."),
    digest === null ? null : element(
      "section",
      { className: ["approval"], ariaLabelledBy: ["approval"] },
      element("h2", { id: "approval" }, "Approval"),
      element(
        "p",
        {},
        `The digest of this plan, which covers ${counted(report.steps.length, "step")}:`
      ),
      copied(digest),
      approvalParts(digest, place)
    )
  );
}
function approvalParts(digest, place) {
  const { ways, rest } = howToApprove(digest, place);
  return [
    ways.map(({ sentence, line, more }) => [
      element("p", {}, sentence.map(wordPart)),
      line === digest ? null : copied(line),
      more && element("p", {}, more.map(wordPart))
    ]),
    rest.map((words) => element("p", {}, words.map(wordPart)))
  ];
}
function wordPart(word) {
  if (typeof word === "string") return word;
  if ("code" in word) return element("code", {}, word.code);
  return word.address === null ? word.text : link(word.address, word.text);
}
function commitPart({ id, page: page2 }) {
  const short = element("code", {}, id.slice(0, 12));
  return page2 ? link(page2, short) : short;
}
function copied(text) {
  return element("pre", { className: ["copied"] }, element("code", {}, text));
}
function entry(id, title, mark = null) {
  return element("li", {}, mark, mark && " ", element("a", { href: `#${id}` }, title));
}
function contents(entries) {
  const list = element("ol", {}, entries);
  const heading = element("h2", { id: "contents" }, "Contents");
  return element(
    "nav",
    { ariaLabelledBy: ["contents"] },
    entries.length > longestContents ? element("details", {}, element("summary", {}, heading), list) : [heading, list]
  );
}
export {
  previewPage
};
