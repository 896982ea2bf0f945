import {
  findingLines
} from "./report.finding-lines.js";
import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import {
  lineHunks,
  splitLines
} from "./model.line-hunks.js";
import {
  shownText
} from "./model.shown-text.js";

// src/report/content-diff.ts
var unchangedAround = 3;
function contentChange(before, after) {
  const fields = [];
  const texts = [];
  const field = (name, was, now) => {
    if (now !== null && was !== now) fields.push({ name, now, was });
  };
  const text = (name, old, now) => {
    if (old !== now) texts.push({ name, lines: textDiff(old, now) });
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
  return { fields, texts };
}
function contentDiff(before, after) {
  const { fields, texts } = contentChange(before, after);
  return [
    ...fields.flatMap(({ name, now, was }) => [
      line(`${name}: ${now}`, "added"),
      ...was === null ? [] : [line(`${name} was: ${was}`, "removed")]
    ]),
    ...texts.flatMap(({ name, lines }) => [line(`${name}:`, "faint"), ...lines])
  ];
}
function textDiff(before, after, around = unchangedAround) {
  const [old, now] = [splitLines(before), splitLines(after)];
  let ahead = 0;
  return together(lineHunks(old, now).hunks, around).flatMap((hunks) => {
    const start = Math.max(0, (hunks[0]?.start ?? 0) - around);
    const end = Math.min(old.length, (hunks.at(-1)?.end ?? 0) + around);
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
function together(hunks, around) {
  const groups = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.end ?? -Infinity;
    if (last && hunk.start - end <= 2 * around) last.push(hunk);
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

// src/report/resolve-lines.ts
function resolveLine(source, way) {
  return `stack-publish resolve ${shellWord(source)} ${way}`;
}
function resolveComment(source, way) {
  return `/resolve ${sourceWord(source)} ${way}`;
}
function resolveRun(source, way, file) {
  const key = shellWord(`source=${sourceWord(source)}`);
  return `gh workflow run ${file} -f ${key} -f resolution=${way}`;
}
function adoptComment(source) {
  return `/adopt ${sourceWord(source)} URL`;
}
function shellWord(text) {
  const plain = /^[\w./][\w./#@:+=-]*$/.test(text);
  return plain ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
function sourceWord(key) {
  const isPlain = shownText(key) === key && key.trim() === key && !/^"|[\t\r\n]/.test(key);
  if (isPlain) return key;
  const escaped = key.replaceAll(
    /[^ !#-[\]-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return `"${escaped}"`;
}

// src/report/beside-lines.ts
var mostWaiting = 20;
function besideLines(report) {
  return [
    ...report.held.flatMap(heldLines),
    ...headed("edited on the site, and left as they are:", report.edited.map(postLine)),
    ...orphanParts(report),
    waitingLines(report),
    ...findingParts(report)
  ].filter((lines) => lines.length > 0);
}
function orphanParts({ orphaned, goneBefore = 0 }) {
  const more = goneBefore > 0 ? [line(goneBeforeText(goneBefore))] : [];
  const last = orphaned.length - 1;
  return orphaned.length === 0 ? headedBy(
    [],
    [more].filter((lines) => lines.length > 0)
  ) : headed(
    "their source is gone, or not marked; nothing is deleted:",
    orphaned.map(postLine),
    orphaned.map(({ unread }, index) => [
      ...unread ? findingLines([unread]) : [],
      ...index === last ? [line(forgetText), ...more] : []
    ])
  );
}
var forgetText = "The next plans only count them. `stack-publish resolve SOURCE forget` ends that, too; the post stays.";
function goneBeforeText(count) {
  return `${counted(count, "post")} ${count === 1 ? "has" : "have"} no source any more, as a plan told before: \`stack-publish status\` lists ${count === 1 ? "it" : "them"}.`;
}
function postLine({ source, url }) {
  return line(`* ${source}  ${url}`);
}
function heldLines(held) {
  const { source, url, reason, message, remedy, ways = [], conflicts } = held;
  return [
    [
      line(""),
      line(`held  ${source}: ${reason}`, "warning"),
      ...url ? [line(url)] : [],
      line(message),
      line(remedy),
      ...ways.map((way) => line(resolveLine(source, way)))
    ],
    ...conflicts.map(({ field, ours, theirs }) => [
      line(`${field} of ${source}, from the site's (-) to the source's (+):`, "faint"),
      ...textDiff(theirs, ours)
    ])
  ];
}
function waitingLines({ waiting, waits = [], unreleased }) {
  const told = [];
  if (waiting > 0) {
    told.push(line(`${waitingText(waiting)}${waits.length > 0 ? ":" : "."}`));
    const named = waits.slice(0, mostWaiting);
    told.push(...named.map(({ action, source }) => line(`* ${action}  ${source}`)));
    if (waits.length > named.length) told.push(line(`* ${waits.length - named.length} more`));
  }
  if (unreleased > 0) told.push(line(unreleasedText(unreleased)));
  return told.length > 0 ? [line(""), ...told] : [];
}
function waitingText(waiting) {
  return `${counted(waiting, "step")} wait${waiting === 1 ? "s" : ""} for the next plan, once this one is published`;
}
function unreleasedText(count) {
  return `${counted(count, "note")} of pull requests come${count === 1 ? "s" : ""} with the release that has them.`;
}
function decidingFindings({ findings, settled = [] }) {
  const left = new Set(settled);
  const deciding = findings.filter(({ source }) => !left.has(source));
  return { deciding, others: findings.length - deciding.length };
}
function findingParts(report) {
  const { deciding, others } = decidingFindings(report);
  const more = others > 0 ? [[line(othersText(others))]] : [];
  return headedBy([], [...deciding.map((each) => findingLines([each])), ...more]);
}
function othersText(count) {
  return `${counted(count, "finding")} of sources that stay as they are: \`stack-publish check\` tells ${count === 1 ? "it" : "them"}.`;
}
function headed(heading, lines, more = []) {
  const parts = lines.map((each, index) => [each, ...more[index] ?? []]);
  return headedBy([line(heading, "heading")], parts);
}
function headedBy(heading, parts) {
  return parts.map((part, index) => index === 0 ? [line(""), ...heading, ...part] : part);
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

// src/report/step-lines.ts
function warningLines({ action, reason, overwrites, adopts, url }) {
  if (adopts) return adoptedLines(adopts);
  const lines = [];
  if (overwrites) {
    const { by, at, owner } = overwrites;
    lines.push(`replaces what ${whoName(by)} wrote (last touched ${timeText(at)} UTC)`);
    lines.push(`the post is of ${whoName(owner)}`);
  } else if (action === "overwrite") {
    lines.push(`replaces what somebody else wrote there: look at ${url ?? "the post"}`);
  }
  if (reason && action === "create") lines.push(passedOver[reason]);
  return lines.map((text) => line(text, "warning"));
}
function adoptedLines({
  by,
  at,
  owner,
  agrees,
  locked
}) {
  const touched = `last touched ${timeText(at)} UTC`;
  const writer = by?.id === owner?.id ? "" : `, last written by ${whoName(by)}`;
  const whose = `the post is of ${whoName(owner)}${writer}, ${touched}`;
  return [
    line(agrees === null ? `the post was ${touched}` : whose),
    agrees ? line("it has the title and the text") : line(
      agrees === null ? "it has the title: where its text is another, the next plan holds the source" : "it has the title and another text: the next plan holds the source, and shows both",
      "warning"
    ),
    ...locked ? [line("the post is locked, or our account may not edit it", "warning")] : []
  ];
}
function addressLines({ pictures = [], links = [] }) {
  return [...pictures.map(pictureLine), ...links.map(linkLine)];
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
function timeText(at) {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
function whoName(account) {
  return account ? `${account.name} (${account.id})` : "an account that is gone";
}

export {
  contentChange,
  contentDiff,
  textDiff,
  resolveLine,
  resolveComment,
  resolveRun,
  adoptComment,
  besideLines,
  forgetText,
  goneBeforeText,
  waitingText,
  unreleasedText,
  decidingFindings,
  othersText,
  editorLines,
  tagLines,
  warningLines,
  addressLines,
  pictureLine,
  linkLine
};
