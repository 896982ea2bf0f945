import { expect, it } from 'vitest';
import { symlinkFinding } from '../../../src/sources/docs/symlink.ts';

it('warns of a symbolic link at its path', () => {
  expect(symlinkFinding('docs/a.md')).toMatchObject({
    rule: 'symlink',
    severity: 'warning',
    source: 'docs/a.md',
    place: { file: 'docs/a.md', line: null, column: null },
  });
});
