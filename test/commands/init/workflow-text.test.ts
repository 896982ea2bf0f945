import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedWorkflows } from '../../../src/adapters/shipped-workflows.ts';
import { readWorkflow, waysOf } from '../../../src/commands/doctor/workflow.ts';
import { shippedFor, workflowPaths, type Part } from '../../../src/commands/init/pick-workflows.ts';
import { secretsIn, workflowText } from '../../../src/commands/init/workflow-text.ts';
import { acceptedOf, ways } from '../../../src/commands/init/wish.ts';

const shipped = await shippedWorkflows('workflows');
const usual = { branch: 'main', repository: null, environment: 'stack-internal', withKey: false };
interface Job {
  readonly environment?: string | { readonly name: string };
  readonly steps: readonly { readonly with?: object; readonly env?: object }[];
}
interface Read {
  readonly on: { readonly push?: { readonly branches: readonly string[] } };
  readonly jobs: Readonly<Record<string, Job>>;
}
const environmentsOf = (text: string) =>
  Object.values((parse(text) as Read).jobs)
    .flatMap(({ environment }) => environment ?? [])
    .map((each) => (typeof each === 'string' ? each : each.name));

describe.each(ways)('the workflow for %s', (way) => {
  const text = shippedFor('publish', way, shipped)?.text ?? '';

  test('offers what the configuration for it accepts', () => {
    const workflow = readWorkflow({ path: 'w.yml', text }, 'stack-internal');
    expect(workflow && waysOf(workflow)).toEqual(expect.arrayContaining([...acceptedOf[way]]));
  });

  test('is the shipped one where nothing has to be another', () => {
    expect(workflowText(text, usual)).toBe(text);
  });

  test.each([
    'trunk',
    'release/1.x',
    'a*b',
    "it's",
    '!odd',
    '日本',
    'a#b',
    'true',
    'x]\n  evil: [y',
    '${{ github.token }}',
  ])('is for the branch %s', (branch) => {
    const other = parse(workflowText(text, { ...usual, branch })) as Read;
    const pattern = other.on.push?.branches ?? [];
    if ((parse(text) as Read).on.push === undefined) return;
    expect(pattern).toEqual([branch.replace(/[*![\]]/g, String.raw`\$&`)]);
  });

  test.each(['live', 'Docs: live # now', 'a"b', 'stack-internal-2'])(
    'keeps its tokens in %s',
    (environment) => {
      const before = environmentsOf(text);
      const after = environmentsOf(workflowText(text, { ...usual, environment }));
      expect(after).toEqual(
        before.map((name) => name.replace(/^stack-internal/, () => environment)),
      );
    },
  );

  test('has the key wherever it has the token', () => {
    expect(secretsIn(text)).toEqual(['STACK_TOKEN']);
    const keyed = workflowText(text, { ...usual, withKey: true });
    expect(secretsIn(keyed)).toEqual(['STACK_TOKEN', 'STACK_API_KEY']);
    for (const { steps } of Object.values((parse(keyed) as Read).jobs))
      for (const { with: inputs = {} } of steps)
        expect('stack-api-key' in inputs).toBe('stack-token' in inputs);
  });
});

test.each<[Part]>([['check'], ['daily'], ['release']])('there is one for %s', (part) => {
  const found = shippedFor(part, 'reviewers', shipped);
  expect(found?.name).toMatch(part);
  if (part === 'check') return;
  // It starts the one that publishes, by the name that this has.
  const steps = Object.values((parse(found?.text ?? '') as Read).jobs).flatMap(
    ({ steps }) => steps,
  );
  const [name] = steps.flatMap(({ env }) => Object.values(env ?? {}).filter(Boolean));
  expect(workflowPaths.publish).toBe(`.github/workflows/${name}`);
});

test('a schedule has a minute of its own in each repository, and the same each time', () => {
  const daily = shipped.find(({ name }) => name === 'daily.yml')?.text ?? '';
  const cronIn = (repository: string) => {
    const text = workflowText(daily, { ...usual, repository });
    const [{ cron }] = (parse(text) as { on: { schedule: [{ cron: string }] } }).on.schedule;
    expect(text.replace(cron, '')).toBe(daily.replace('17 6 * * 1-5', ''));
    return cron;
  };
  const names = Array.from({ length: 400 }, (_, each) => `acme/service-${each}`);
  const crons = names.map(cronIn);
  for (const cron of crons) expect(cron).toMatch(/^[1-9]\d? [456] \* \* 1-5$/);
  expect(names.map(cronIn)).toEqual(crons);
  const most = Math.max(
    ...Map.groupBy(crons, (cron) => cron)
      .values()
      .map(({ length }) => length),
  );
  expect(most).toBeLessThanOrEqual(12);
});
