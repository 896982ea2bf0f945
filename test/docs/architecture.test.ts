import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toStoredRecord } from '../../src/adapters/ledger/stored-record.ts';
import { blankRecord } from '../../src/model/ledger.ts';

test('the example of a record has just the members that records have in the file', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
  const [, example = ''] = /^("docs\/rotating-keys\.md": \{[^]*?^\})/m.exec(page) ?? [];
  const [record] = Object.values(JSON.parse(`{${example}}`) as Record<string, object>);
  const blank = blankRecord({
    kind: 'article',
    provenance: null,
    sourceCount: 1,
    revision: null,
    settings: null,
    title: '',
  });
  const stored = Object.keys(toStoredRecord(blank));
  expect(Object.keys(record ?? {}).toSorted()).toEqual(stored.toSorted());
});
