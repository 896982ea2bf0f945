import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { blankRecord } from '../../src/model/ledger.ts';

test('the example of a record has just the members that records have', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
  const [, example = ''] = /^("docs\/rotating-keys\.md": \{[^]*?^\})/m.exec(page) ?? [];
  const [record] = Object.values(JSON.parse(`{${example}}`) as Record<string, object>);
  const blank = blankRecord({
    kind: 'article',
    file: null,
    of: 1,
    revision: '',
    settings: digestOf({}),
    title: '',
  });
  expect(Object.keys(record ?? {}).toSorted()).toEqual(Object.keys(blank).toSorted());
});
