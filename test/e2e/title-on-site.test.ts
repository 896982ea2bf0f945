import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { inProcess } from '../kit/in-process.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { placesV2, placesV3, type Place } from './places.ts';

const title = 'Rotating the keys of a service';

async function world({ options, version }: Place, more: string) {
  const sandbox = await testSandbox(options);
  const checkout = await createCheckout({
    'docs/a.md': page('A page that is published', 'Words that are long enough.\n'),
    '.github/stack-publish.yml': configFor(sandbox, more, undefined, version),
  });
  const commands = inProcess(checkout, sandbox);
  await commands.publishAll();
  const [id = 0] = await sandbox.site.seed([
    { kind: 'article', title, body: 'Words of a colleague.', owner: 'colleague' },
  ]);
  const add = async () => {
    await checkout.write({ 'docs/b.md': page(title, 'Other words that are long enough.\n') });
    await checkout.commit();
  };
  return { commands, add, id };
}

test.each([...placesV3, ...placesV2])(
  "a plan tells of a colleague's Article with the title of a new page, on %s",
  async (_, place) => {
    const { commands, add, id } = await world(place, 'visibility: public');
    const before = await commands.plan();
    expect(before.findings).toEqual([]);
    await add();
    const plan = await commands.plan();
    expect(plan.steps).toMatchObject([{ action: 'create', source: 'docs/b.md' }]);
    expect(plan.findings).toMatchObject([
      { rule: 'title-on-site', severity: 'warning', source: 'docs/b.md' },
    ]);
    expect(plan.findings[0]?.message).toContain(`/articles/${id}.`);
    expect(plan.requests.site.total).toBeLessThanOrEqual(before.requests.site.total + 1);
    await commands.publish(plan.digest ?? '');
    const after = await commands.plan();
    expect(after).toMatchObject({ digest: null, findings: [] });
    expect(after.requests.site.total).toBeLessThanOrEqual(before.requests.site.total);
  },
);

test('as an error it keeps the page out of the plan, and off it is silent', async () => {
  const [[, place]] = placesV3;
  const strict = await world(place, 'visibility: private\nrules: { title-on-site: error }');
  await strict.add();
  expect(await strict.commands.plan()).toMatchObject({
    digest: null,
    findings: [{ rule: 'title-on-site', severity: 'error' }],
  });
  const silent = await world(place, 'visibility: private\nrules: { title-on-site: "off" }');
  await silent.add();
  expect((await silent.commands.plan()).findings).toEqual([]);
});
