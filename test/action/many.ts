import { page } from '../e2e/harness.ts';
import { approve, createWorld, protectedRun, type Step, type World } from './harness.ts';

export const many = 200;
const titleOf = (number: number) => `The page with the number ${number}`;

/** A world with so many marked pages, all of which fit into one plan, on a site without a throttle. */
export function createLargeWorld(): Promise<World> {
  const pages = Array.from({ length: many - 1 }, (_, index) => [
    `docs/page-${index + 2}.md`,
    page(titleOf(index + 2), `What page ${index + 2} says.\n`),
  ]);
  return createWorld({
    more: `limits: { create: ${many} }`,
    files: Object.fromEntries(pages) as Record<string, string>,
    sandbox: { switches: { throttle: false } },
  });
}

/** The titles of all posts that there have to be, as `titles()` gives them. */
export const manyTitles = [
  'The first page',
  ...Array.from({ length: many - 1 }, (_, index) => titleOf(index + 2)),
].toSorted();

/** A yes to a digest: a step that publishes by it, and that step again as a later attempt of its run. */
export interface Yes {
  readonly publish: Step;
  again(by?: string): Promise<Step>;
}

const publishing = { command: 'publish' } as const;

/** Each way to say yes on GitHub. */
export const ways: Readonly<Record<string, (world: World, digest: string) => Promise<Yes>>> = {
  async comment(world, digest) {
    const { id, author, body } = await world.fakeGitHub.comment(
      1,
      'mia-maintain',
      `/publish ${digest}`,
    );
    const run = await world.fakeGitHub.run({ actor: 'mia-maintain', event: 'issue_comment' });
    const payload = {
      action: 'created',
      issue: { number: 1, pull_request: {} },
      comment: { id, body, user: { id: author?.id } },
    };
    return yes(world, run.id, { ...publishing, event: 'issue_comment', payload });
  },
  async environment(world, digest) {
    const run = await protectedRun(world);
    await approve(world, run);
    const more = { digest, actor: 'will-write' };
    return yes(world, run.id, { ...publishing, event: 'push', ...more });
  },
  async dispatch(world, digest) {
    const run = await world.fakeGitHub.run({ actor: 'mia-maintain', event: 'workflow_dispatch' });
    const payload = { inputs: { digest } };
    return yes(world, run.id, { ...publishing, event: 'workflow_dispatch', digest, payload });
  },
};

function yes({ fakeGitHub }: World, run: number, step: Step): Yes {
  const publish = { ...step, run };
  return {
    publish,
    async again(by = step.actor ?? 'mia-maintain') {
      const { attempts } = await fakeGitHub.rerun(run, by);
      return { ...publish, attempt: attempts.length, triggeringActor: by };
    },
  };
}
