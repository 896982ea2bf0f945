import {
  lineHunks,
  splitLines
} from "./model.line-hunks.js";
import {
  placeName
} from "./model.destination.js";
import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import {
  provenanceText
} from "./model.provenance.js";

// src/report/content-diff.ts
var unchangedAround = 3;
function contentDiff(before, after) {
  const lines = [];
  const field = (name, old, now) => {
    if (now === null || old === now) return;
    lines.push(line(`${name}: ${now}`, "added"));
    if (old !== null) lines.push(line(`${name} was: ${old}`, "removed"));
  };
  const text = (name, old, now) => {
    if (old === now) return;
    lines.push(line(`${name}:`, "faint"));
    for (const each of textDiff(old, now)) lines.push(each);
  };
  field("title", before?.title ?? null, after.title);
  field("tags", before?.tags.join(", ") ?? null, after.tags.join(", "));
  if (after.kind === "article") {
    const old = before?.kind === "article" ? before : null;
    field("type", old?.type ?? null, after.type);
    field("editors", old ? editorsText(old.permissions) : null, editorsText(after.permissions));
  }
  text("body", before?.body ?? "", after.body);
  if (after.kind === "question")
    text("accepted answer", before?.kind === "question" ? before.answer : "", after.answer);
  return lines;
}
function textDiff(before, after) {
  const [old, now] = [splitLines(before), splitLines(after)];
  let ahead = 0;
  return together(lineHunks(old, now).hunks).flatMap((hunks) => {
    const start = Math.max(0, (hunks[0]?.start ?? 0) - unchangedAround);
    const end = Math.min(old.length, (hunks.at(-1)?.end ?? 0) + unchangedAround);
    const lines = hunks.flatMap((hunk, index) => [
      ...marked(" ", old.slice(hunks[index - 1]?.end ?? start, hunk.start), "plain"),
      ...marked("-", old.slice(hunk.start, hunk.end), "removed"),
      ...marked("+", hunk.lines, "added"),
      ...index < hunks.length - 1 ? [] : marked(" ", old.slice(hunk.end, end), "plain")
    ]);
    if (before === "") return lines;
    const more = hunks.reduce((sum, hunk) => sum + hunk.lines.length - hunk.end + hunk.start, 0);
    const [oldLines, newLines] = [end - start, end - start + more];
    const place = `@@ -${rangeText(start, oldLines)} +${rangeText(start + ahead, newLines)} @@`;
    ahead += more;
    return [quoted(place, "faint"), ...lines];
  });
}
function together(hunks) {
  const groups = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.end ?? -Infinity;
    if (last && hunk.start - end <= 2 * unchangedAround) last.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}
function rangeText(start, count) {
  return `${count === 0 ? start : start + 1},${count}`;
}
function marked(mark, lines, tone) {
  return lines.flatMap(
    (text) => text.endsWith("\n") ? [quoted(mark + text.slice(0, -1), tone)] : [quoted(mark + text, tone), quoted(String.raw`\ No newline at end of file`, "faint")]
  );
}
function quoted(text, tone) {
  return { text, tone, quoted: true };
}
function editorsText(permissions) {
  if (permissions === null) return null;
  if (permissions.editableBy !== "specific") return permissions.editableBy;
  const { users, groups } = permissions;
  return [...users.map((id) => `user ${id}`), ...groups.map((id) => `group ${id}`)].join(", ");
}

// src/report/people-lines.ts
var mostNamed = 10;
function editorLines({ users, groups }, contents) {
  const named = { users: /* @__PURE__ */ new Set(), groups: /* @__PURE__ */ new Set() };
  for (const content of contents) {
    if (content?.kind !== "article" || !content.permissions) continue;
    for (const id of content.permissions.users) named.users.add(id);
    for (const id of content.permissions.groups) named.groups.add(id);
  }
  const told = [
    ...users.flatMap(({ id, name }) => named.users.has(id) ? [`* user ${id}: ${name}`] : []),
    ...groups.flatMap(({ id, name }) => named.groups.has(id) ? [`* group ${id}: ${name}`] : [])
  ];
  return underHeading("who these editors are:", told);
}
function tagLines(tags) {
  const namesOf = (state) => tags.flatMap((note) => note.state === state && !note.expertCount ? [note.tag] : []);
  const [present, unknown] = [namesOf("exists"), namesOf("unknown")];
  return underHeading("tags, and whom to ask about them (subject matter experts):", [
    ...tags.flatMap((note) => {
      const told = [...stateText(note), ...expertText(note)];
      return told.length > 0 ? [`* ${note.tag}: ${told.join("; ")}`] : [];
    }),
    ...present.length > 0 ? [`* on the site already: ${present.join(", ")}`] : [],
    ...unknown.length > 0 ? [`* not looked up: ${unknown.join(", ")}`] : []
  ]);
}
function stateText({ state, replacedBy }) {
  if (state === "replaced")
    return [
      replacedBy.length > 0 ? `the site shows ${replacedBy.join(", ")} in its place, which is no difference` : "the site leaves it out, which is no difference"
    ];
  if (state === "missing")
    return [
      "not on the site: it is created, where the account may (else `tag-refused`), or replaced, where it is a synonym"
    ];
  return [];
}
function expertText({ expertCount, experts }) {
  if (!expertCount) return [];
  if (!experts) return [`${expertCount} of its experts, who were not looked up`];
  const people = [
    ...some(experts.users, ({ id, name }) => `${name} (${id})`),
    ...some(experts.groups, ({ id, name }) => `the group ${name} (${id})`)
  ];
  return people.length > 0 ? [`ask ${people.join(", ")}`] : [];
}
function some(named, text) {
  const more = named.length - mostNamed;
  return [...named.slice(0, mostNamed).map(text), ...more > 0 ? [`${more} more`] : []];
}
function underHeading(heading, texts) {
  return texts.map((text, index) => [
    ...index === 0 ? [line(""), line(heading, "heading")] : [],
    line(text)
  ]);
}

// src/report/plan-report.ts
function planParts(report) {
  const { destination, account } = report;
  const target = line(`${targetName(destination)}, as ${posterName(account)}`, "heading");
  const steps = report.steps.map((step) => {
    const where = step.url ? `  ${step.url}` : "";
    const [pictures, links] = [step.pictures ?? [], step.links ?? []];
    const beside2 = [...warningLines(step), ...pictures.map(pictureLine), ...links.map(linkLine)];
    return {
      heading: line(`${step.action}  ${step.source}${where}`, "heading"),
      lines: [...beside2, ...contentDiff(step.before, step.after)]
    };
  });
  const contents = report.steps.flatMap(({ before, after }) => [before, after]);
  const beside = [...editorLines(report.people, contents), ...tagLines(report.tags)];
  for (const held of report.held) {
    const url = held.url ? [line(held.url)] : [];
    beside.push([
      line(""),
      line(`held  ${held.source}: ${held.reason}`, "warning"),
      ...url,
      line(held.message),
      line(held.remedy)
    ]);
    for (const { field, ours, theirs } of held.conflicts) {
      const name = `${field} of ${held.source}, from the site's (-) to the source's (+):`;
      beside.push([line(name, "faint"), ...textDiff(theirs, ours)]);
    }
  }
  if (report.edited.length > 0)
    beside.push([line(""), line("edited on the site, and left as they are:", "heading")]);
  for (const edited of report.edited) beside.push([postLine(edited)]);
  if (report.orphaned.length > 0)
    beside.push([
      line(""),
      line("their source is gone, or not marked; nothing is deleted:", "heading")
    ]);
  for (const orphan of report.orphaned)
    beside.push([postLine(orphan), ...orphan.unread ? findingLines([orphan.unread]) : []]);
  for (const [n, finding] of report.findings.entries())
    beside.push([...n === 0 ? [line("")] : [], ...findingLines([finding])]);
  const end = [line(""), line(planSummary(report), "heading")];
  if (report.waiting > 0)
    end.push(line("What waits comes with the next plan, once this one is published."));
  if (report.digest) end.push(line(report.digest));
  return { target, steps, beside, end };
}
function planLines(report) {
  const { target, steps, beside, end } = planParts(report);
  const each = steps.flatMap(({ heading, lines }) => [line(""), heading, ...lines]);
  return [target, ...each, ...beside.flat(), ...end];
}
function warningLines({ action, reason, overwrites, url }) {
  const told = [];
  if (overwrites) {
    const { by, at, owner } = overwrites;
    const when = new Date(at).toISOString().slice(0, 16).replace("T", " ");
    told.push(`replaces what ${whoName(by)} wrote (last touched ${when} UTC)`);
    told.push(`the post is of ${whoName(owner)}`);
  } else if (action === "overwrite") {
    told.push(`replaces what somebody else wrote there: look at ${url ?? "the post"}`);
  }
  if (reason) told.push(passedOver[reason]);
  return told.map((text) => line(text, "warning"));
}
function pictureLine({ path, size, digest, url }) {
  const what = path ?? "from the site's own text";
  const bytes = size === null ? [] : [counted(size, "byte")];
  const where = url === null ? "to be uploaded" : `on the site as ${url}`;
  const named = digest.slice(0, "sha256:".length + 7);
  return line(["image", [what, ...bytes, named, where].join(", ")].join(": "));
}
function linkLine({ source, url, else: other, was, isMade = false }) {
  const made = isMade ? "the post that this plan makes of it, else " : "";
  const to = url ?? `${made}${other ?? "nothing"}`;
  return line(`link to ${source}: ${to}${was === void 0 ? "" : `, was ${was}`}`);
}
var passedOver = {
  deleted: "a new post, although its post was deleted on the site",
  "kind-changed": "a new post, as its post is of another kind; the old one stays",
  "title-taken": "a new post, although our account has one with this title"
};
function whoName(account) {
  return account ? `${account.name} (${account.id})` : "an account that is gone";
}
function posterName({ id, name }) {
  return name === null ? `account ${id}` : `${name} (${id})`;
}
function planQuestion(report) {
  const { destination, account } = report;
  return `Publish just this to ${targetName(destination)}, as ${posterName(account)}: ${planSummary(report)}?`;
}
function planSummary(report) {
  const count = (action) => report.steps.filter((step) => step.action === action).length;
  const parts = [
    [count("create"), "to create"],
    [count("update"), "to update"],
    [count("merge"), "to merge"],
    [count("overwrite"), "to overwrite"],
    [count("adopt"), "to adopt"],
    [report.held.length, "held"],
    [report.waiting, "waiting"],
    [report.unreleased, "of no release yet"],
    [report.unchanged, "unchanged"],
    [report.skipped, "skipped"]
  ];
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return named.length === 0 ? "Nothing is marked for publication." : named.join(", ");
}
function findingLines(findings) {
  return findings.flatMap(({ rule, severity, provenance, place, message, remedy }) => {
    const where = place ? placeText(place) : provenanceText(provenance);
    const at = where.replace(/^(?=[-+ @\\])/, "./");
    return [line(`${at}: ${severity}: ${message} [${rule}]`, severity), line(`> ${remedy}`)];
  });
}
function placeText({ file, line: row, column }) {
  return [file, row, column].filter((part) => part !== null).join(":");
}
function targetName(destination) {
  const { tier, api } = destination;
  return `${placeName(destination)} (${tier}, API ${api})`;
}
function postLine({ source, url }) {
  return line(`* ${source}  ${url}`);
}

export {
  contentDiff,
  textDiff,
  editorLines,
  tagLines,
  planParts,
  planLines,
  warningLines,
  pictureLine,
  linkLine,
  posterName,
  planQuestion,
  planSummary,
  findingLines,
  placeText,
  targetName
};
