import {
  line
} from "./report.line.js";
import {
  lineHunks,
  splitLines
} from "./model.line-hunks.js";
import {
  provenanceText
} from "./model.provenance.js";
import {
  placeName
} from "./model.destination.js";

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

// src/report/plan-report.ts
function planParts(report) {
  const { destination, account } = report;
  const steps = [line(`${targetName(destination)}, as ${posterName(account)}`, "heading")];
  for (const step of report.steps) {
    const where = step.url ? `  ${step.url}` : "";
    steps.push(line(""), line(`${step.action}  ${step.source}${where}`, "heading"));
    steps.push(...warningLines(step));
    for (const each of contentDiff(step.before, step.after)) steps.push(each);
  }
  const beside = [];
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
  return { steps, beside, end };
}
function planLines(report) {
  const { steps, beside, end } = planParts(report);
  return [steps, beside.flat(), end].flat();
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
    [report.unchanged, "unchanged"]
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
  planParts,
  planLines,
  planQuestion,
  planSummary,
  findingLines,
  placeText
};
