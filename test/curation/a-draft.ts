import type { Draft } from '../../src/model/draft.ts';

/** An article without a fault; `changes` make what a test is about. */
export function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
    key: 'docs/a.md',
    revision: 'r1',
    file: 'docs/a.md',
    kind: 'article',
    title: 'A title that is long enough',
    body: `A body of ${changes.key ?? 'docs/a.md'} that is long enough to be published.\n`,
    answer: null,
    tags: ['tls'],
    type: 'policy',
    editors: null,
    place: { file: changes.file ?? 'docs/a.md', line: 2, column: 1 },
    bodyLine: 6,
    ...changes,
  };
}

export function aQuestion(changes: Partial<Draft> = {}): Draft {
  const answer = 'An answer that is long enough to be published.';
  return aDraft({ kind: 'question', type: null, answer, ...changes });
}
