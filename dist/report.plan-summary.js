import {
  stepRow,
  stepTableHead
} from "./report.summary.step-rows.js";
import {
  findingItem
} from "./report.summary.finding-item.js";
import {
  extra,
  fitPage
} from "./report.summary.fit-page.js";
import {
  blocks,
  codeSpan,
  inLine,
  inTag,
  linkTarget,
  linked,
  textInTag
} from "./report.markdown.js";
import "./rendering.acting-words.js";
import {
  mostAtOnce
} from "./report.plan-lines.shared.js";
import {
  addressLines,
  adoptComment,
  contentChange,
  decidingFindings,
  editorLines,
  forgetText,
  goneBeforeText,
  othersText,
  resolveComment,
  resolveLine,
  resolveRun,
  tagLines,
  textDiff,
  unreleasedText,
  waitingText,
  warningLines
} from "./report.beside-lines.js";
import "./report.finding-lines.js";
import {
  line,
  longestPage
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import "./model.line-hunks.js";
import {
  askingPulls,
  planSummary,
  posterName,
  targetName
} from "./report.plan-report.shared.js";
import "./model.destination.js";
import {
  howToApprove
} from "./report.how-to-approve.shared.js";
import {
  resolutions
} from "./model.resolution.js";
import "./model.shown-text.js";
import "./model.provenance.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/report/summary/hold-section.ts
function holdSection(held, { decision }, { isOpen, safe }) {
  const { source, reason, conflicts } = held;
  const begin = `<details${isOpen ? " open" : ""}><summary>`;
  return [
    extra(
      1,
      () => `${begin}<code>${inTag(safe(source))}</code>: ${reason}</summary>

${wayOut(held, decision, safe)}</details>

`,
      true
    ),
    ...conflicts.map(
      ({ field, ours, theirs }) => extra(
        4,
        () => {
          const heading = `${begin}${inTag(safe(field))} of <code>${inTag(safe(source))}</code>, from the site's (-) to the source's (+)</summary>

`;
          const lines = blocks(textDiff(theirs, ours), safe);
          return `${heading}${lines.join("\n")}

</details>

`;
        },
        true
      )
    )
  ];
}
function wayOut(held, decision, safe) {
  const { url, message, remedy } = held;
  const address = url ? linkTarget(url) : null;
  const post = address ? ` [Its post](${address}).` : "";
  return `${inLine(safe(message))}${post}

${inLine(safe(remedy))}

${toCopy(held, decision, safe)}`;
}
function toCopy({ source, reason, ways = [] }, decision, safe) {
  if (ways.length === 0) return "";
  const copied = (text) => `${blocks([line(text)], safe).join("\n")}

`;
  const each = (lineOf) => ways.map((way) => `\`${way}\`: ${resolutions[way].about}

${copied(lineOf(way))}`).join("");
  switch (decision?.by) {
    case void 0:
      return `One of these ends it:

${each((way) => resolveLine(source, way))}`;
    case "comment": {
      const lines = each((way) => resolveComment(source, way));
      const adopted = mayBeLinked.has(reason) ? `Or this one, with the address of the right post for URL:

${copied(adoptComment(source))}` : "";
      return `A comment with one of these lines alone ends it, on any pull request of the repository, such as the one that changed it:

${lines}${adopted}`;
    }
    case "dispatch": {
      const { file, page } = decision.workflow;
      const start = `start ${linked("the workflow", page)} by hand with this source and a resolution`;
      return `To end it, ${start}, or run one of these:

${each((way) => resolveRun(source, way, file))}`;
    }
  }
}
var mayBeLinked = /* @__PURE__ */ new Set([
  "title-taken",
  "ambiguous",
  "ledger"
]);

// src/report/summary/step-section.ts
var mostRewritten = 60;
function stepSection(step, options) {
  const { isOpen, safe, render } = options;
  const { fields, texts } = contentChange(step.before, step.after);
  const changed = fields.flatMap(({ name, now, was }) => [
    ...was === null ? [] : [quoted(`-${name}: ${was}`)],
    quoted(`+${name}: ${now}`)
  ]);
  const isNew = step.action === "create";
  return [
    `<details${isOpen ? " open" : ""}><summary><b>${step.action}</b> <code>${inTag(safe(step.source))}</code>`,
    extra(0, () => `: ${textInTag(safe(step.after.title))}`),
    "</summary>\n\n",
    extra(3, () => originText(step, safe)),
    `To ${step.url === null ? "a new post" : linked("its post", step.url)}.

`,
    ...warningLines(step).map(
      ({ text, tone }) => `${tone === "warning" ? "**Warning:** " : ""}${inLine(safe(text))}

`
    ),
    block([...changed, ...addressLines(step).map(({ text }) => quoted(`+${text}`))], safe),
    ...step.action === "adopt" ? ["Nothing is written: the ledger notes that the post is of this source.\n\n"] : [],
    ...texts.flatMap(({ name, lines }) => [`**${capital(name)}**

`, block(lines, safe)]),
    ...isNew && render ? looks(step, safe, render) : [],
    ...(step.rewritten ?? []).map((each) => extra(6, () => rewrittenText(each, safe))),
    extra(5, () => peopleText(step, options)),
    "</details>\n\n"
  ];
}
function originText({ source, page, history, author }, safe) {
  const code = codeSpan(safe(source));
  if (page === void 0) return "";
  const changed = history === void 0 ? "" : ` (${linked("who changed it", history)})`;
  const by = author ? `, by ${linked(inLine(safe(author.login)), author.page)}` : "";
  return `From ${linked(code, page)}${changed}${by}. `;
}
function looks({ after, look }, safe, render) {
  const own = after.kind === "question" ? after.answer : null;
  const { body, answer } = look ?? { body: after.body, answer: own };
  const parts = answer === null ? [["How it will look", body]] : [
    ["How the question will look", body],
    ["How its accepted answer will look", answer]
  ];
  return parts.map(
    ([name, text]) => extra(
      7,
      () => {
        const quote = render(text);
        if (quote === null)
          return `${name} is too long to be shown here; the plan's page shows it.

`;
        const lines = quote.trimEnd().split("\n").map(safe);
        return `**${name}**

${lines.join("\n")}

`;
      },
      true
    )
  );
}
function rewrittenText({ name, source, post }, safe) {
  const lines = textDiff(source, post, 0).filter(({ tone }) => tone !== "faint");
  if (lines.length === 0) return "";
  const heading = `<details><summary>Rewritten for Stack in the ${name}: from the source (-) to the post (+)</summary>

`;
  const more = lines.length - mostRewritten;
  const rest = more > 0 ? `And ${more} more lines.

` : "";
  return `${heading}${block(lines.slice(0, mostRewritten), safe)}${rest}</details>

`;
}
function peopleText({ source, before, after }, { tags, people, safe }) {
  const noted = tags.filter(({ sources }) => sources.includes(source));
  const parts = [
    ["Who may edit it", editorLines(people, [before, after])],
    ["Tags, and whom to ask about them", tagLines(noted)]
  ];
  return parts.map(([name, lines]) => listText(name, lines.flat(), safe)).join("");
}
function listText(name, lines, safe) {
  const told = lines.filter(({ text }) => text.startsWith("* "));
  const items = told.map(({ text }) => `- ${inLine(safe(text.slice(2)))}
`);
  return items.length === 0 ? "" : `**${name}**

${items.join("")}
`;
}
function block(lines, safe) {
  return lines.length === 0 ? "" : `${blocks(lines, safe).join("\n")}

`;
}
function quoted(text) {
  return { text, tone: "plain", quoted: true };
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/plan-summary.ts
var forNote = 400;
var mostWaiting = 50;
var mostAsking = 20;
var gone = "Their source is gone, or not marked; nothing is deleted";
function planSummaryMarkdown(report, place, safe, render = null) {
  const { digest, steps, tags, people } = report;
  const isOpen = steps.length <= mostAtOnce;
  const isFewHeld = report.held.length <= mostAtOnce;
  const parts = [
    `## Plan for Stack Internal

**${inLine(safe(planSummary(report)))}**

`,
    headText(report, safe),
    extra(0, () => stepTable(report, safe)),
    ...steps.flatMap((step) => stepSection(step, { tags, people, isOpen, safe, render })),
    report.held.length > 0 ? `### Held: ${counted(report.held.length, "source")} to decide about

` : "",
    ...report.held.flatMap((held) => holdSection(held, place, { isOpen: isFewHeld, safe })),
    extra(
      1,
      () => besideText("Edited on the site, and left as they are", report.edited, safe),
      true
    ),
    extra(1, () => orphanText(report, safe), true),
    extra(1, () => waitsText(report, safe)),
    ...findingParts(report, safe)
  ];
  const end = digest ? approvalText(digest, place, safe) : "";
  const room = longestPage - Buffer.byteLength(end) - forNote;
  const { text, left } = fitPage(parts, room);
  return `${text}${left > 0 ? leftOut(left) : ""}${end}`;
}
function headText(report, safe) {
  const { destination, account, commit, steps } = report;
  const asking = askingPulls(steps).map(({ pull = "", page = null, author }) => {
    const by = author ? ` by ${linked(inLine(safe(author.login)), author.page)}` : "";
    return `${linked(codeSpan(safe(pull)), page)}${by}`;
  });
  const told = [
    ["Where", inLine(safe(targetName(destination)))],
    ["As", inLine(safe(posterName(account)))],
    ["From", commit ? `commit ${linked(codeSpan(commit.id.slice(0, 12)), commit.page)}` : ""],
    ["Asked for by", asking.slice(0, mostAsking).join(", ")]
  ];
  const more = asking.length > mostAsking ? ` and ${asking.length - mostAsking} more` : "";
  const lines = told.flatMap(([name, text]) => text === "" ? [] : [`- **${name}:** ${text}`]);
  return `${lines.join("\n")}${more}

`;
}
function stepTable({ steps }, safe) {
  if (steps.length === 0) return "";
  const rows = steps.map(
    ({ action, source, page = null, url, after: { title, kind } }) => stepRow({ what: action, title, source, page, url, kind }, safe)
  );
  return `${stepTableHead}${rows.join("")}
`;
}
function besideText(heading, posts, safe) {
  if (posts.length === 0) return "";
  const items = posts.map(({ source, url }) => `- ${linked(codeSpan(safe(source)), url)}
`);
  return `### ${heading}

${items.join("")}
`;
}
function orphanText({ orphaned, goneBefore = 0 }, safe) {
  const more = goneBefore > 0 ? `${goneBeforeText(goneBefore)}

` : "";
  if (orphaned.length === 0) return more && `### Without a source

${more}`;
  return `${besideText(gone, orphaned, safe)}${forgetText}

${more}`;
}
function waitsText({ waiting, waits = [], unreleased }, safe) {
  if (waiting === 0 && unreleased === 0) return "";
  const named = waits.slice(0, mostWaiting);
  const items = named.map(({ action, source }) => `- ${action} ${codeSpan(safe(source))}
`);
  const more = waits.length - named.length;
  return [
    "### Waiting\n\n",
    waiting > 0 ? `${waitingText(waiting)}.

` : "",
    ...items,
    more > 0 ? `- and ${more} more
` : "",
    items.length > 0 ? "\n" : "",
    unreleased > 0 ? `${unreleasedText(unreleased)}

` : ""
  ].join("");
}
function findingParts(report, safe) {
  const { deciding, others } = decidingFindings(report);
  if (deciding.length === 0 && others === 0) return [];
  return [
    "### Findings\n\n",
    ...deciding.map((finding) => extra(2, () => findingItem(finding, safe), true)),
    deciding.length > 0 && others > 0 ? "\n" : "",
    others > 0 ? `${othersText(others)}

` : "\n"
  ];
}
function leftOut(count) {
  return `There is no room here for ${counted(count, "more remark")} on how posts look, and on what is held or found; the plan's page has all of them.

`;
}
function approvalText(digest, place, safe) {
  const onForge = place.ways.filter((way) => way !== "asserted");
  const { ways, rest } = howToApprove(digest, { ...place, ways: onForge });
  const written = (words) => wordsText(words, safe);
  const copied = (line2) => `\`\`\`text
${line2}
\`\`\`

`;
  const told = ways.map(
    ({ sentence, line: line2, more }) => `${written(sentence)}

${copied(line2)}${more ? `${written(more)}

` : ""}`
  );
  const how = told.length > 0 ? told.join("") : `Its digest:

${copied(digest)}`;
  return `### To approve it

${how}${rest.map(written).join("\n\n")}
`;
}
function wordsText(words, safe) {
  return words.map((word) => {
    if (typeof word === "string") return word;
    return "code" in word ? codeSpan(safe(word.code)) : linked(word.text, word.address);
  }).join("");
}
export {
  planSummaryMarkdown
};
