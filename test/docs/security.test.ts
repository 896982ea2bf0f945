import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = await readFile(join(root, 'docs/security.md'), 'utf8');
const [, section = ''] = /\n## Threats, and the tests that try them\n([^]*?)\n## /.exec(page) ?? [];
const [threats = [], tests = []] = section
  .split(/\n\n(?=\|)/)
  .slice(1)
  .map((table) => table.trim().split('\n').slice(2).map(cellsOf));

const testsOnCis = ['GitLab', 'Buildkite', 'Azure DevOps'].map((ci) => {
  const [, text = ''] = new RegExp(`\n## Threats on ${ci}\n([^]*?)\n## `).exec(page) ?? [];
  const rows = text.split('\n').filter((row) => row.startsWith('| '));
  return rows.slice(2).map(cellsOf);
});

describe('docs/security.md', () => {
  it('has a defence and tests for each threat', () => {
    const numbers = threats.map(([number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 29 }, (_, index) => index + 1));
    expect(tests.map(([number]) => Number(number))).toEqual(numbers);
    for (const [, threat = '', defence = ''] of threats)
      for (const text of [threat, defence]) expect(text.length).toBeGreaterThan(15);
  });

  it.each([...tests, ...testsOnCis.flat().map(([threat, , ...cells]) => [threat, ...cells])])(
    'names tests of threat %s that exist',
    async (_number, attack = '', opposite = '') => {
      for (const cell of [attack, opposite]) {
        const named = cell
          .split('<br>')
          .map((each) => /^\[[\w-]+\]\(\.\.\/(.+?)\): (.+)$/.exec(each));
        expect(named).not.toContain(null);
        for (const [, path = '', name = ''] of named.filter((each) => each !== null))
          expect(namesIn(await readFile(join(root, path), 'utf8')), path).toContain(name);
      }
    },
  );

  it('counts the threats on GitLab, Buildkite and Azure DevOps', () => {
    expect(testsOnCis.map((rows) => rows.length)).toEqual([13, 11, 9]);
  });

  it('names steps of npm run check that exist', async () => {
    const check = await readFile(join(root, 'scripts/check.ts'), 'utf8');
    const named = /the steps (.*?) of `npm run check`/.exec(section)?.[1] ?? '';
    const steps = [...named.matchAll(/`([^`]+)`/g)].map(([, step = '']) => step);
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(check).toContain(`['${step}', `);
    expect(check).toMatch(/generated = \[\s*'dist',/);
  });
});

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(' |')
    .map((cell) => cell.replace(/^\s*\|?\s*/, '').trim());
}

/** The first text of each call or row of a table: the names of tests are among them. */
function namesIn(source: string): string[] {
  const texts = source.matchAll(
    /[([]\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`]*)`)/g,
  );
  return [...texts].map(([, one, two, three]) => one ?? two ?? three ?? '');
}
