import { expect, test } from 'vitest';
import { findingDocument } from '../../src/commands/finding-document.ts';

test.each([
  ['docs/a.md', 'docs/a.md'],
  ['pull/7', null],
  ['pull/7.md', 'pull/7.md'],
])('of a finding in %s the file is %s', (file, expected) => {
  const finding = {
    rule: 'mention',
    severity: 'warning',
    source: file,
    place: { file, line: null, column: null },
    message: 'Seen.',
    remedy: 'Do.',
  } as const;
  expect(findingDocument(finding)).toMatchObject({ source: file, file: expected, line: null });
});
