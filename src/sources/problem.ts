import type { Severity } from '../model/finding.ts';

/** What is wrong with a source's text, at an offset of it. */
export interface Problem {
  readonly rule:
    | 'front-matter'
    | 'duplicate-heading'
    | 'no-note'
    | 'no-questions'
    | 'note-none'
    | 'numbered-anchor'
    | 'open-note'
    | 'question-id'
    | 'two-labels'
    | 'unparsable'
    | 'unused-setting';
  /** An error unless it says otherwise. */
  readonly severity?: Severity;
  /** The key of the question that it is about; absent where it is about the whole source. */
  readonly source?: string;
  readonly offset: number;
  readonly message: string;
  readonly remedy: string;
}
