import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../long/faults/build-command.ts';
import { faultKinds } from '../long/faults/fault-kinds.ts';
import { readMeasured } from '../long/faults/measured.ts';
import { reliabilityPage } from '../long/faults/reliability-page.ts';
import { weakened, weaknesses } from '../long/faults/weaknesses.ts';

// The trials themselves are long tests. What a change of a source may break at once is here.
describe.each(weaknesses)('a copy of the command with $name', (weakness) => {
  test('can still be made', async () => {
    for (const [file] of weakness.changes)
      await expect(weakened(root, weakness, join(root, 'src', file))).resolves.toBeTypeOf('string');
    const names = faultKinds.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...weakness.faults]));
  });
});

test('docs/reliability.md is what its own tables make of it', async () => {
  const page = await readFile(join(root, 'docs/reliability.md'), 'utf8');
  await expect(reliabilityPage(readMeasured(page))).resolves.toBe(page);
});
