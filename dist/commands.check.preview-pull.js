import {
  isMadeFromPulls,
  readPullRequest
} from "./sources.pull-request.read-pull-request.js";
import {
  findingsOf,
  readArticle,
  readNote
} from "./sources.pull-request.read-note.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./markdown.headings.js";
import "./npm.he.js";
import "./markdown.parse-markdown.js";
import {
  changeNoun,
  provenanceText
} from "./model.provenance.js";
import "./model.nearest-name.js";
import "./model.draft.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/commands/check/preview-pull.ts
async function previewPull(pull, tree, { config, now }) {
  const none = { drafts: [], findings: [] };
  const { "pull-requests": settings } = config.sources;
  if (settings === false) return { also: none, entry: null };
  const source = provenanceText(pull);
  const marks = [settings.article, settings.faq].map((label) => label.toLowerCase());
  const isMarked = pull.labels.some((label) => marks.includes(label.toLowerCase()));
  if (isMadeFromPulls(config.sources)) {
    const { previewEntry } = await import("./sources.release.preview-entry.js");
    const merged = {
      ...pull,
      author: pull.author === null ? null : { id: null, login: pull.author },
      mergedAt: now,
      updatedAt: now,
      intoDefault: true,
      mergeCommit: null
    };
    const { entry: entry2, findings } = await previewEntry(merged, { config, tree, now });
    if (entry2)
      return { also: { drafts: [], findings: [...findings] }, entry: { source, ...entry2 } };
    if (findings.length > 0) return { also: { drafts: [], findings: [...findings] }, entry: null };
  }
  if (!isMarked)
    return { also: { drafts: [], findings: unlabelled(pull, settings, now) }, entry: null };
  const reading = readPullRequest({ ...pull, author: null }, settings, config.defaults, now);
  const text = reading.drafts.map(
    ({ title, body, answer }) => [`# ${title}`, body, ...answer === null ? [] : [answer]].join("\n\n")
  );
  const entry = text.length === 0 ? null : { source, section: null, text: text.join("\n\n") };
  return { also: reading, entry };
}
function unlabelled({ kind, number, body }, { article, faq }, now) {
  const note = readNote(body, "article", now);
  if ("failed" in note || "failed" in readArticle(note)) return [];
  const problem = {
    rule: "unlabelled-note",
    severity: "warning",
    offset: 0,
    message: `The ${changeNoun(kind)} has a note for readers, and neither the label \`${article}\` nor \`${faq}\`: nothing is published.`,
    remedy: "Add the label if readers shall see the note."
  };
  const provenance = { kind, number };
  return findingsOf([problem], provenanceText(provenance), provenance, () => null);
}
export {
  previewPull
};
