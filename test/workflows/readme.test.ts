import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

interface Job extends Record<string, unknown> {
  environment: string | { name: string };
  steps: { with?: object }[];
}
interface Workflow {
  jobs: Record<'plan' | 'publish', Job>;
}

test('the workflow that README.md shows is the shipped one, cut short', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, shown = ''] = /^```yaml\n(jobs:[\s\S]*?)^```$/m.exec(readme) ?? [];
  const { jobs } = parse(shown) as Workflow;
  const text = await readFile(join(root, 'examples/workflows/reviewers.yml'), 'utf8');
  const shipped = (parse(text) as Workflow).jobs;
  for (const name of ['plan', 'publish'] as const) {
    const { steps, environment, ...rest } = jobs[name];
    expect(shipped[name]).toMatchObject(rest);
    const { environment: used } = shipped[name];
    expect(environment).toBe(typeof used === 'string' ? used : used.name);
    const inputs = shipped[name].steps.map((step) => step.with);
    expect(inputs).toContainEqual(steps.at(-1)?.with);
  }
  // What ends a hold is left out.
  expect([...Object.keys(jobs), 'resolve']).toEqual(Object.keys(shipped));
});
