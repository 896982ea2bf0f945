import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { longestPage } from '../../../src/report/line.ts';
import { sayYes, worldOf } from '../../action/many-posts.ts';

const many = 620;

test('hundreds of updates come in plans that can be read, and all are done after a few', async () => {
  const world = await worldOf(many);
  const round = async () => {
    const { outputs, summary } = await world.act({ event: 'push', token: 'read' });
    const digest = outputs['digest'] ?? '';
    if (digest === '') return null;
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(longestPage);
    expect(summary).toContain(digest);
    const document = JSON.parse(await readFile(outputs['plan'] ?? '', 'utf8')) as {
      readonly steps: readonly { readonly action: string; readonly source: string }[];
    };
    for (const { source } of document.steps) expect(summary).toContain(source);
    const yes = await sayYes('comment', world, digest);
    expect(await world.act(yes.publish)).toMatchObject({ code: 0 });
    return document.steps.length;
  };
  const rounds = async () => {
    const steps: number[] = [];
    for (let next = await round(); next !== null; next = await round()) steps.push(next);
    return steps;
  };
  expect(await rounds()).toEqual([500, 120]);
  // One line of the configuration changes every post.
  const config = await readFile(`${world.checkout.folder}/.github/stack-publish.yml`, 'utf8');
  await world.checkout.write({
    '.github/stack-publish.yml': `${config}\ndefaults: { type: policy }\n`,
  });
  await world.checkout.commit();
  await world.push();
  expect(await rounds()).toEqual([500, 120]);
}, 600_000);
