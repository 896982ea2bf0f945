import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { toStoredRecord } from '../../src/adapters/ledger/record-shape.ts';
import { blankRecord } from '../../src/model/ledger.ts';

const root = join(import.meta.dirname, '../..');
const page = await readFile(join(root, 'docs/architecture.md'), 'utf8');

test('the example of a record has just the members that records have in the file', async () => {
  const [, example = ''] = /^("docs\/rotating-keys\.md": \{[^]*?^\})/m.exec(page) ?? [];
  const [record] = Object.values(JSON.parse(`{${example}}`) as Record<string, object>);
  const blank = blankRecord({
    kind: 'article',
    provenance: null,
    sourceCount: 1,
    revision: null,
    settings: null,
    dependsOn: {},
    text: null,
    members: null,
    title: '',
  });
  const stored = Object.keys(toStoredRecord(blank));
  expect(Object.keys(record ?? {}).toSorted()).toEqual(stored.toSorted());
});

describe('where to add something', () => {
  const section = page.slice(page.indexOf('\n## Where to add something'));
  const rows = [...section.matchAll(/^\| (.*) \|$/gm)]
    .slice(2)
    .map(([, row = '']) => row.split('|').map((cell) => cell.trim()));
  const paths = (cell: string) =>
    [...cell.matchAll(/`([^`]+\/[^`]*)`/g)].map(([, path = '']) => path);

  it('names a place for what comes next', () => {
    expect(rows.map(([what]) => what)).toEqual([
      'another API version',
      'another way to a token',
      "another CI's approval",
      'releases',
      'a construct of Markdown',
      "another forge's comments",
      'another forge to set up',
      'another command',
      'another rule',
      'an error code',
    ]);
  });

  it.each(rows)('%s: in modules and files that exist', (_what, places = '', changes = '') => {
    for (const path of paths(places))
      expect(existsSync(join(root, 'src', path.split('/')[0] ?? '')), path).toBe(true);
    expect(paths(changes).length).toBeGreaterThan(0);
    expect(paths(changes).length).toBeLessThanOrEqual(3);
    for (const path of paths(changes)) expect(existsSync(join(root, 'src', path)), path).toBe(true);
  });
});
