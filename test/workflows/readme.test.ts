import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

interface Workflow {
  jobs: Record<'plan' | 'publish', Record<string, unknown> & { steps: { with?: object }[] }>;
}

test('the workflow that README.md shows is the shipped one, cut short', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, shown = ''] = /^```yaml\n(jobs:[\s\S]*?)^```$/m.exec(readme) ?? [];
  const { jobs } = parse(shown) as Workflow;
  const text = await readFile(join(root, 'examples/workflows/reviewers.yml'), 'utf8');
  const shipped = (parse(text) as Workflow).jobs;
  for (const name of ['plan', 'publish'] as const) {
    const { steps, ...rest } = jobs[name];
    expect(shipped[name]).toMatchObject(rest);
    const used = shipped[name].steps.map((step) => step.with);
    expect(used).toContainEqual(steps.at(-1)?.with);
  }
  expect(Object.keys(jobs)).toEqual(Object.keys(shipped));
});
