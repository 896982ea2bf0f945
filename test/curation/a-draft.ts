import { fit } from '../../src/commands/assess.ts';
import { draftContext } from '../../src/curation/context.ts';
import { examine } from '../../src/curation/curate.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Finding } from '../../src/model/finding.ts';

type Changes = Partial<Draft> & {
  /** The file that it comes from. */
  readonly file?: string;
};

/** An article without a fault; `changes` make what a test is about. */
export function aDraft({ file = 'docs/a.md', ...changes }: Changes = {}): Draft {
  return {
    key: 'docs/a.md',
    revision: 'r1',
    provenance: { kind: 'file', path: file },
    kind: 'article',
    title: 'A title that is long enough',
    body: `A body of ${changes.key ?? 'docs/a.md'} that is long enough to be published.\n`,
    answer: null,
    tags: ['tls'],
    type: 'policy',
    editors: null,
    place: { file, line: 2, column: 1 },
    bodyLine: 6,
    ...changes,
  };
}

export function aQuestion(changes: Changes = {}): Draft {
  const answer = 'An answer that is long enough to be published.';
  return aDraft({ kind: 'question', type: null, answer, ...changes });
}

/** What is found in a draft, also as it is fitted to the site; nothing is known of the repository. */
export function found(draft: Draft): readonly Finding[] {
  const repository = {
    forge: null,
    sourceAt: () => null,
    kindOf: () => 'file' as const,
  };
  const fitted = fit(draft, { pictures: { on: 'site' }, repository, emojiOf: () => null });
  return [...examine(draft, draftContext(null)), ...fitted.findings];
}
