import type { MergedPullRequest } from '../../ports/forge.ts';
import type { FileTree } from '../../ports/repository.ts';
import type { Reading } from '../reading.ts';
import type { GatherContext } from '../source-kind.ts';
import { entryOf } from './make-release.ts';
import { memberNote, noteFindings } from './member-note.ts';
import { overridesIn } from './overrides.ts';
import { readSections } from './read-sections.ts';
import { sortNotes } from './sort-notes.ts';
import { writeBody } from './write-body.ts';

/** How a pull request will stand in its release. */
export interface PreviewedEntry {
  /** Null where all notes are one list. */
  readonly section: string | null;
  /** As Markdown: one item of the section's list. */
  readonly text: string;
}

/** Reads what a pull request that is not merged yet will add to its release; null: nothing. */
export async function previewEntry(
  pull: MergedPullRequest,
  { config, tree, now }: Pick<GatherContext, 'config' | 'now'> & { readonly tree: FileTree },
): Promise<Pick<Reading, 'findings'> & { readonly entry: PreviewedEntry | null }> {
  const { 'pull-requests': labels } = config.sources;
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
    rule: 'release-excluded',
    severity: 'warning',
    offset: 0,
    message: 'The release leaves the note out: `exclude` names a label or the author.',
    remedy: 'Remove the label of the mark, or the one that excludes it.',
  } as const;
  if (!section)
    return {
      findings: [...findings, ...noteFindings(pull, [excluded], () => null)],
      entry: null,
    };
  return {
    findings,
    entry: { section: section.title, text: writeBody([{ ...section, title: null }]) },
  };
}
