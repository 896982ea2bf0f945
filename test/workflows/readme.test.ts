import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

test('the step that README.md shows is that of the shipped workflow', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, shown = ''] = /^```yaml\n(- uses: stack-publish[\s\S]*?)^```$/m.exec(readme) ?? [];
  const [step] = parse(shown) as { uses: string; with: object }[];
  const text = await readFile(join(root, 'examples/workflows/reviewers.yml'), 'utf8');
  const workflow = parse(text) as { jobs: { publish: { steps: { with: object }[] } } };
  expect(step?.with).toEqual(workflow.jobs.publish.steps.at(-1)?.with);
  expect(step?.uses).toMatch(/^stack-publish\/stack-publish@/);
});
