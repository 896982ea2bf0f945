import type { HtmlElement } from '../markdown/html-elements.ts';
import { quoted } from '../markdown/quoted.ts';
import type { Draft } from '../model/draft.ts';
import type { Place } from '../model/error.ts';
import { listed, type Finding, type Severity } from '../model/finding.ts';
import type { Provenance } from '../model/provenance.ts';

/** What the sources say, and what is wrong with them. */
export interface Reading {
  readonly drafts: Draft[];
  readonly findings: Finding[];
}

/** What is wrong with a source's text, at an offset of it. */
export interface Problem {
  readonly rule:
    | 'front-matter'
    | 'duplicate-heading'
    | 'heading-attributes'
    | 'mark-not-read'
    | 'marked-as-draft'
    | 'name-not-utf8'
    | 'heading-in-html'
    | 'no-note'
    | 'no-questions'
    | 'not-checked-out'
    | 'not-utf8'
    | 'note-none'
    | 'numbered-anchor'
    | 'open-note'
    | 'other-bytes'
    | 'pattern-without-file'
    | 'question-id'
    | 'section-runs-on'
    | 'release-empty'
    | 'release-excluded'
    | 'release-file'
    | 'release-file-key'
    | 'release-override'
    | 'release-reverted'
    | 'release-tag'
    | 'release-tag-moved'
    | 'release-uncategorised'
    | 'same-anchor'
    | 'superseded'
    | 'symlink'
    | 'two-labels'
    | 'unclosed-html'
    | 'unlabelled-note'
    | 'unopened-html'
    | 'unparsable'
    | 'unused-setting';
  /** An error unless it says otherwise. */
  readonly severity?: Severity;
  /** The key of the question that it is about; absent where it is about the whole source. */
  readonly source?: string;
  /** The title of that question, where it has no draft because of the problem. */
  readonly title?: string;
  readonly offset: number;
  readonly message: string;
  readonly remedy: string;
}

/** Warns of the attributes that a heading lost on its way to a title. */
export function attributesCut({
  attributes,
  start,
}: {
  readonly attributes: string | null;
  readonly start: number;
}): readonly Problem[] {
  if (attributes === null) return [];
  return [
    {
      rule: 'heading-attributes',
      severity: 'warning',
      offset: start,
      message: `The heading ends in ${quoted(attributes)}, which is no part of the title.`,
      remedy: 'Remove it, or write it as code if readers shall see it.',
    },
  ];
}

/** Tells of an element that a text was cut out of, or that holds the rest of it. */
export function unclosedHtml({ name, start }: HtmlElement): Problem {
  return {
    rule: 'unclosed-html',
    offset: start,
    message: `Nothing closes the element \`<${name}>\`, expected \`</${name}>\` in the same text.`,
    remedy: 'Close the element before the next heading, or remove its tag.',
  };
}

/** Makes the findings of problems; `source` is the key of what they are about unless they name one. */
export function findingsOf(
  problems: readonly Problem[],
  source: string,
  provenance: Provenance,
  placeOf: (offset: number) => Place | null,
): Finding[] {
  const named = problems.map((problem) => ({ ...problem, source: problem.source ?? source }));
  const groups = Map.groupBy(named, (problem) => `${problem.rule} ${problem.source}`);
  const shown = [...groups.values()].flatMap(listed);
  return shown.map(({ offset, ...problem }) => ({
    severity: 'error',
    ...problem,
    provenance,
    place: placeOf(offset),
  }));
}
