import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../src/model/error.ts';
import type { HoldReason } from '../../src/model/plan.ts';

const page = await readFile(join(import.meta.dirname, '../../docs/troubleshooting.md'), 'utf8');
const [beforeHolds = '', holds = ''] = page.split('\n## Held sources\n');

// The compiler sees to it that none is missing and none is made up.
const reasons: Readonly<Record<HoldReason, true>> = {
  conflict: true,
  deleted: true,
  'title-taken': true,
  'no-base': true,
  locked: true,
  'kind-changed': true,
  encoding: true,
  public: true,
  'in-progress': true,
  'outcome-unknown': true,
  moved: true,
  ambiguous: true,
  ledger: true,
  'too-long': true,
};

describe('docs/troubleshooting.md', () => {
  it('has one entry for each error code, and none for another', () => {
    expect(entries(beforeHolds).toSorted()).toEqual(Object.values(errorCodes).flat().toSorted());
  });

  it('has one entry for each reason to hold, and none for another', () => {
    expect(entries(holds).toSorted()).toEqual(Object.keys(reasons).toSorted());
  });

  it('says something in each entry', () => {
    for (const text of page.split(/\n### `[^`]+`\n/).slice(1))
      expect(text.split('\n## ')[0]?.trim()).toMatch(/^\S.{20,}/);
  });
});

function entries(text: string): string[] {
  return [...text.matchAll(/^### `([^`]+)`$/gm)].map(([, name = '']) => name);
}
