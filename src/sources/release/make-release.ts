import type { Draft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import { changeNoun, changeSign } from '../../model/provenance.ts';
import type { MergedPullRequest, PublishedRelease } from '../../ports/forge.ts';
import { readArticle, readOverride } from '../pull-request/read-note.ts';
import type { Problem } from '../reading.ts';
import type { RecordedSource, SourcesConfig } from '../source-kind.ts';
import { memberNote, noteFindings, pullName, type NoteOptions } from './member-note.ts';
import type { Override, Overrides } from './overrides.ts';
import { releaseDraft, saysNothing } from './release-draft.ts';
import { releaseFacts, releaseFindings } from './release-facts.ts';
import { revertsAmong } from './reverts.ts';
import { sortNotes, type ReleaseNote, type ReleaseSections } from './sort-notes.ts';
import { writeBody } from './write-body.ts';

/** A release whose text is made now. */
export interface Making {
  readonly release: PublishedRelease;
  readonly known: RecordedSource | null;
  /** The numbers of all pull requests in it. */
  readonly members: readonly number[];
  /** Those of them that say something, or may. */
  readonly pulls: readonly MergedPullRequest[];
}

interface MakeOptions extends NoteOptions {
  readonly config: SourcesConfig;
  readonly sections: ReleaseSections;
  readonly files: Overrides;
  /** What a file says of the release itself. */
  readonly own: Override | null;
}

/** Makes the draft of a release from the notes in it; null where it has none, or one that cannot be read. */
export function makeRelease(
  { release, known, members, pulls }: Making,
  options: MakeOptions,
): { readonly draft: Draft | null; readonly findings: readonly Finding[] } {
  const { tag } = release;
  const findings: Finding[] = [];
  const dependsOn: Record<string, string | null> = { ...releaseFacts(release, options.files) };
  const notes: ReleaseNote[] = [];
  const reverts = revertsAmong(pulls);
  for (const pull of pulls) {
    const { number } = pull;
    const sign = changeSign(pull.kind);
    const note = memberNote(pull, options);
    if (note === null) continue;
    dependsOn[pullName(pull)] = note.digest;
    dependsOn[options.files.pathOf(number)] = options.files.revisionOf(number);
    const by = reverts.get(number);
    if (by !== undefined && note.text !== null)
      findings.push(...noteFindings(pull, [isReverted(sign, by)], note.placeOf));
    if (by !== undefined) continue;
    // A page without a note that its author meant to be there would be wrong.
    const [grave, light] = parted(note.problems);
    const told = grave.map((problem) => inPull(problem, pull));
    findings.push(...releaseFindings(tag, told, note.placeOf));
    findings.push(...noteFindings(pull, light, note.placeOf));
    if (note.text !== null) notes.push(entryOf(pull, note.text, note.isBreaking));
  }

  const head = readHead(options);
  findings.push(...releaseFindings(tag, head.problems, options.own?.placeOf));
  const { sections, uncategorised } = sortNotes(notes, options.sections);
  if (uncategorised.length > 0)
    findings.push(...releaseFindings(tag, [fitsNowhere(uncategorised)]));
  if (known && isMoved(release, known)) findings.push(...releaseFindings(tag, [movedTag]));
  const body = [head.body.trim(), writeBody(sections)].filter((part) => part !== '').join('\n\n');
  if (body === '') {
    findings.push(...releaseFindings(tag, [saysNothing('a note of a pull request in it')]));
    return { draft: null, findings };
  }
  const there = Object.entries(dependsOn).filter(
    (each): each is [string, string] => each[1] !== null,
  );
  const madeFrom = { members, dependsOn: Object.fromEntries(there) };
  return { draft: releaseDraft(release, options.config, { ...head, body, madeFrom }), findings };
}

/** A note as it is sorted and written. */
export function entryOf(
  { kind = 'pull-request', number, url, labels, author, mergedAt }: MergedPullRequest,
  { title, body: text }: { readonly title: string | null; readonly body: string },
  isBreaking: boolean,
): ReleaseNote {
  const by = author?.login ?? null;
  return { kind, number, url, title, text, labels, author: by, mergedAt, isBreaking };
}

/** What its own file says of a release: front matter as of any note, and a text above the sections. */
function readHead({ own, now }: Pick<MakeOptions, 'own' | 'now'>) {
  const none = { marking: null, title: null, body: '' };
  if (own === null) return { ...none, problems: [] };
  if (own.problem) return { ...none, problems: [own.problem] };
  const note = readOverride(own.text, now);
  if ('failed' in note) return { ...none, problems: note.failed };
  const { marking } = note;
  const text = readArticle(note);
  // With a front matter alone there is no text, and none is missed.
  if ('failed' in text)
    return { ...none, marking, title: marking?.title?.title ?? null, problems: [] };
  return { marking, ...text };
}

function parted(problems: readonly Problem[]): [readonly Problem[], readonly Problem[]] {
  const isLight = ({ severity }: Problem) => severity === 'warning';
  return [problems.filter((each) => !isLight(each)), problems.filter(isLight)];
}

function inPull(problem: Problem, { kind = 'pull-request', number }: MergedPullRequest): Problem {
  const noun = changeNoun(kind).replace(/^./, (first) => first.toUpperCase());
  return { ...problem, message: `${noun} ${changeSign(kind)}${number}: ${problem.message}` };
}

function isMoved({ commit }: PublishedRelease, { record }: RecordedSource): boolean {
  const before = record.dependsOn['tag'] ?? null;
  return before !== null && commit !== null && before !== commit;
}

function isReverted(sign: string, by: number): Problem {
  return {
    rule: 'release-reverted',
    severity: 'warning',
    offset: 0,
    message: `The note is left out of its release: ${sign}${by} reverted it in the same release.`,
    remedy: 'Remove its label if you do not want to be told of it.',
  };
}

function fitsNowhere(notes: readonly ReleaseNote[]): Problem {
  const numbers = notes.map(({ kind, number }) => `${changeSign(kind)}${number}`).join(', ');
  return {
    rule: 'release-uncategorised',
    severity: 'warning',
    offset: 0,
    message: `No section takes ${numbers}, expected one with a label of theirs: they stand last.`,
    remedy: 'Give them a label of a section, or add a section with the label `*`.',
  };
}

const movedTag: Problem = {
  rule: 'release-tag-moved',
  severity: 'warning',
  offset: 0,
  message:
    'The tag of the release names another commit than before, expected the same: the Article keeps the pull requests that were in it.',
  remedy: 'Run `stack-publish plan --recompose` to take those that are in it now.',
};
