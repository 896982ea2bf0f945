import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownLine } from '../../src/adapters/log/safe-line.ts';
import { commentCommand } from '../../src/approval/comment-command.ts';
import { readSourceWord } from '../../src/model/source-word.ts';
import { resolutionNames } from '../../src/model/resolution.ts';
import { resolveComment, resolveLine, resolveRun } from '../../src/report/resolve-lines.ts';

/** Keys of all kinds, also those that nobody would give a file. */
const keys = fc.oneof(
  fc.constantFrom(
    'docs/a.md',
    'docs/a b.md',
    "docs/it's.md",
    '"x"',
    ' x ',
    'a\nb',
    'a\u202Eb',
    '#',
  ),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);

describe('a line to copy, whatever the key of the source', () => {
  test('is read as a comment just as it is shown', () => {
    fc.assert(
      fc.property(keys, fc.constantFrom(...resolutionNames), (source, resolution) => {
        const line = shownLine(resolveComment(source, resolution));
        expect(commentCommand(line)).toEqual({ kind: 'resolve', source, resolution });
      }),
    );
  });

  test('is taken by a shell as it stands', () => {
    const words = (line: string) =>
      execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' }).split('\0');
    const shown = fc.constantFrom('docs/a b.md', "docs/it's $(x) `y`.md", '-x', '#', 'ä "b"', '*');
    fc.assert(
      fc.property(shown, (source) => {
        expect(words(resolveLine(source, 'site')).slice(2)).toEqual([source, 'site', '']);
        const run = words(resolveRun(source, 'site', 'w.yml'));
        const given = run.find((word) => word.startsWith('source='))?.slice('source='.length) ?? '';
        expect(readSourceWord(given)).toBe(source);
        expect(run).toContain('resolution=site');
      }),
    );
  });
});
