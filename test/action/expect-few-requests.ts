import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { askedDuring } from './asked-during.ts';
import { sayYes, titlesOf, worldOf, type WayName } from './many-posts.ts';

// The names are whole lists, so that a new request is noticed. They hold for any number of posts.
const afterPlan = ['query MergedPullRequests'];
const afterPublish: Readonly<Record<WayName, readonly string[]>> = {
  comment: [
    'GET issues/comments/*',
    'query CommentEdit',
    'GET collaborators/*/permission',
    'query MergedPullRequests',
    'POST issues/comments/*/reactions',
  ],
  environment: [
    'GET actions/runs/*',
    'GET actions/runs/*/approvals',
    'GET environments/*',
    'GET environments/*/deployment-branch-policies',
    'query MergedPullRequests',
  ],
  dispatch: ['GET actions/runs/*', 'GET collaborators/*/permission', 'query MergedPullRequests'],
};

/** Publishes so many posts, approved in this way, and looks at each request to GitHub beside git. */
export async function expectFewRequests(name: WayName, many: number): Promise<void> {
  const world = await worldOf(many);
  const digest = await world.planned();
  const { publish } = await sayYes(name, world, digest);
  let told = 0;
  const asked = await askedDuring(world, async () => {
    const { code, outputs } = await world.act(publish);
    expect({ code, created: outputs['created'] }).toEqual({ code: 0, created: `${many}` });
    const result = JSON.parse(await readFile(outputs['result'] ?? '', 'utf8')) as PublishDocument;
    told = result.requests.forge.total;
  });
  // The reaction follows what it tells of.
  expect(told).toBe(asked.filter((each) => !each.endsWith('/reactions')).length);
  // Whose pages these are, fifty at once.
  const origins = Array.from({ length: Math.ceil(many / 50) }, () => 'query PullsOfFiles');
  expect(asked.toSorted()).toEqual([...afterPublish[name], ...origins].toSorted());
  expect(asked.length).toBeLessThanOrEqual(20);
  expect(await world.titles()).toEqual(titlesOf(many));

  const planned = await askedDuring(world, async () =>
    expect(await world.act({ event: 'push', token: 'read' })).toMatchObject({
      code: 0,
      outputs: { digest: '', unchanged: `${many}` },
    }),
  );
  expect(planned).toEqual(afterPlan);
  expect(planned.length).toBeLessThanOrEqual(3);
}
