import { expect, test } from 'vitest';
import { findingDocument } from '../../src/commands/finding-document.ts';
import type { Finding } from '../../src/model/finding.ts';

const seen = { rule: 'mention', severity: 'warning', message: 'Seen.', remedy: 'Do.' } as const;

test.each<[Pick<Finding, 'source' | 'provenance' | 'place'>, object]>([
  [
    {
      source: 'docs/a.md',
      provenance: { kind: 'file', path: 'docs/a.md' },
      place: { file: 'docs/a.md', line: 3, column: 1 },
    },
    { source: 'docs/a.md', file: 'docs/a.md', line: 3, column: 1 },
  ],
  [
    { source: 'pull/7', provenance: { kind: 'pull-request', number: 7 }, place: null },
    { source: 'pull/7', file: null, line: null, column: null },
  ],
  [
    {
      source: 'pull/7',
      provenance: { kind: 'file', path: 'pull/7' },
      place: { file: 'pull/7', line: null, column: null },
    },
    { source: 'pull/7', file: 'pull/7', line: null, column: null },
  ],
])('names the file of a finding that has one: %j', (finding, expected) => {
  expect(findingDocument({ ...seen, ...finding })).toMatchObject(expected);
});
