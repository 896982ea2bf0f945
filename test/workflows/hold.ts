import { expect } from 'vitest';
import { page } from '../kit/page.ts';
import type { WorkflowWorld } from './workflow-world.ts';

export const source = 'docs/a.md';

/**
 * Brings a published page into a hold: a person edits its post, and the page changes too. Returns the
 * run that plans then.
 */
export async function holdPage(world: WorkflowWorld) {
  const [post] = await world.site.posts();
  if (!post) throw new Error('expected a post');
  await world.site.edit(post.id, { body: 'Words that a person wrote on the site.\n' });
  await world.checkout.write({ [source]: page('The first page', 'two\n') });
  // The workflow and the Action stand there beside it, and are no part of the commit.
  await world.checkout.git('add', source);
  await world.checkout.git('commit', '-qm', 'change');
  const planned = await world.push();
  expect(planned.outputs['plan']).toMatchObject({ held: '1', digest: '' });
  // Whoever decides has seen both.
  await world.site.advance(60);
  return planned;
}
