import { composeDrafts } from '../../src/commands/compose-drafts.ts';
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

/** What making a post of a draft finds, where nothing is known of the repository. */
export function composed(draft: Draft): readonly Finding[] {
  const repository = {
    forge: null,
    sourceAt: () => null,
    kindOf: () => 'file' as const,
  };
  return composeDrafts({ pictures: { on: 'site' }, repository, emojiOf: () => null })(draft)
    .findings;
}
