import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createActionWorld } from '../kit/action-world.ts';
import { addOrigin, createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { destinationOf } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox, type TestSandbox } from '../kit/test-sandbox.ts';

const example = join(import.meta.dirname, '../../examples/destinations/.github');
const first = '.github/stack-publish.yml';
const second = '.github/stack-publish-enterprise.yml';

/** A file of the example, for a sandbox, with approvals that the command line may give. */
async function configOf(name: string, sandbox: TestSandbox): Promise<string> {
  const text = await readFile(join(example, name), 'utf8');
  const asserted = text.includes('approval: {')
    ? text.replace('approval: {', 'approval: { accept: [asserted],')
    : `${text}approval: { accept: [asserted] }\n`;
  return asserted.replace(/^destination: .*$/m, destinationOf(sandbox));
}

async function world(change: (config: string) => string = (config) => config) {
  const business = await testSandbox();
  const enterprise = await testSandbox({ tier: 'enterprise', team: 'customers' });
  const checkout = await createCheckout({
    'docs/tls.md': page('Rotating keys', 'For us.\n'),
    'docs/customers/tls.md': page('How keys are rotated', 'For customers.\n'),
    [first]: await configOf('stack-publish.yml', business),
    [second]: change(await configOf('stack-publish-enterprise.yml', enterprise)),
  });
  await addOrigin(checkout);
  return {
    business,
    enterprise,
    checkout,
    one: commandsOf(checkout, business),
    other: commandsOf(checkout, enterprise),
  };
}

test('each destination has its sources, its plan, its approval and its ledger', async () => {
  const all = await world();
  const config = ['--config', second];
  const plans = [await all.one.plan(), await all.other.plan(...config)];
  expect(plans.map(({ document }) => document.steps.map(({ source }) => source))).toEqual([
    ['docs/tls.md'],
    ['docs/customers/tls.md'],
  ]);
  const [here, there] = plans.map(({ document }) => document.digest ?? '');
  // A yes to one plan is none to the other's.
  const crossed = await all.other.publish(...config, '--digest', here ?? '');
  expect(crossed).toMatchObject({ code: 3, document: { error: { code: 'unknown-digest' } } });
  const done = [
    await all.one.publish('--digest', here ?? ''),
    await all.other.publish(...config, '--digest', there ?? ''),
  ];
  expect(done.map(({ document }) => document.counts.created)).toEqual([1, 1]);
  expect(await all.business.site.posts()).toMatchObject([{ title: 'Rotating keys' }]);
  expect(await all.enterprise.site.posts()).toMatchObject([{ title: 'How keys are rotated' }]);
  const heads = (await all.checkout.git('ls-remote', '--heads', 'origin')).stdout;
  expect(heads).toMatch(/stack-publish\/ledger$/m);
  expect(heads).toMatch(/stack-publish\/ledger-enterprise$/m);
  for (const { document } of [await all.one.plan(), await all.other.plan(...config)])
    expect(document).toMatchObject({ digest: null, counts: { unchanged: 1 }, orphaned: [] });
});

test('a second destination with the ledger of the first is refused, and nothing is written', async () => {
  const all = await world((config) => config.replace(/^ledger: .*$/m, ''));
  await all.one.publishAll();
  const ran = await all.other.plan('--config', second);
  expect(ran).toMatchObject({ code: 1, document: { error: { code: 'ledger-other-destination' } } });
  expect(await all.enterprise.site.posts()).toEqual([]);
});

test('on GitHub each has a workflow of its own, and a comment for the other publishes nothing', async () => {
  const extra = '.github/stack-publish-extra.yml';
  const enterprise = await testSandbox({ tier: 'enterprise', team: 'customers' });
  const all = await createActionWorld({
    more: 'sources: { docs: docs/a.md }',
    files: {
      'docs/b.md': page('The second page', 'two\n'),
      [extra]: `${destinationOf(enterprise)}
sources: { docs: docs/b.md, pull-requests: false }
ledger: { branch: stack-publish/ledger-extra }
approval: { environment: stack-internal-extra }
`,
    },
  });
  const { read, write } = enterprise.stack.tokens;
  const extras = (token: string) => ({
    env: { INPUT_CONFIG: extra, 'INPUT_STACK-TOKEN': token },
  });
  await all.planned();
  const planned = await all.act({ event: 'push', ...extras(read) });
  const digest = planned.outputs['digest'] ?? '';
  const comment = await all.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
  // Both workflows hear the comment; it is of use to one.
  const first = await all.byComment(comment);
  expect(first).toMatchObject({ code: 3, outputs: { reason: 'unknown-digest' } });
  const second = await all.byComment(comment, extras(write));
  expect(second).toMatchObject({ code: 0, outputs: { created: '1' } });
  expect(await all.titles()).toEqual([]);
  expect(await enterprise.site.posts()).toMatchObject([{ title: 'The second page' }]);
});
