import {
  entryOf,
  memberNote,
  noteFindings,
  overridesIn,
  readSections,
  sortNotes,
  writeBody
} from "./sources.release.make-release.js";
import "./sources.docs.decode-utf8.js";
import "./sources.pull-request.read-note.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./markdown.alert-mark.js";
import "./markdown.headings.js";
import "./npm.he.js";
import "./markdown.parse-markdown.js";
import "./model.provenance.js";
import "./model.nearest-name.js";
import "./model.draft.js";
import "./model.forge-addresses.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/sources/release/preview-entry.ts
async function previewEntry(pull, { config, tree, now }) {
  const { "pull-requests": labels } = config.sources;
  if (labels === false) return { findings: [], entry: null };
  const overrides = await (await overridesIn(tree)).read([pull.number]);
  const note = memberNote(pull, { labels, overrides, now });
  if (note === null) return { findings: [], entry: null };
  const read = await readSections(tree, config);
  const findings = [...noteFindings(pull, note.problems, note.placeOf), ...read.findings];
  if (note.text === null || read.sections === null) return { findings, entry: null };
  const notes = [entryOf(pull, note.text, note.isBreaking)];
  const [section] = sortNotes(notes, read.sections).sections;
  const excluded = {
    rule: "release-excluded",
    severity: "warning",
    offset: 0,
    message: "The release leaves the note out: `exclude` names a label or the author.",
    remedy: "Remove the label of the mark, or the one that excludes it."
  };
  if (!section)
    return {
      findings: [...findings, ...noteFindings(pull, [excluded], () => null)],
      entry: null
    };
  return {
    findings,
    entry: { section: section.title, text: writeBody([{ ...section, title: null }]) }
  };
}
export {
  previewEntry
};
