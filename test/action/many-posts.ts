import { page } from '../kit/page.ts';
import { type ActionWorld, approve, createActionWorld, protectedRun } from '../kit/action-world.ts';
import type { Step } from '../kit/run-action.ts';

const titleOf = (number: number) => `The page with the number ${number}`;

/** A world with so many marked pages, all of which fit into one plan, on a slow site without a throttle. */
export function worldOf(many: number): Promise<ActionWorld> {
  const pages = Array.from({ length: many - 1 }, (_, index) => [
    `docs/page-${index + 2}.md`,
    page(titleOf(index + 2), `What page ${index + 2} says.\n`),
  ]);
  return createActionWorld({
    more: `limits: { create: ${many} }`,
    files: Object.fromEntries(pages) as Record<string, string>,
    sandbox: { switches: { throttle: false, latency: many < 100 ? 20 : 0 } },
  });
}

/** The titles of all posts that there have to be, as `titles()` gives them. */
export const titlesOf = (many: number): string[] =>
  [
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
const ways = {
  async comment(world: ActionWorld, digest: string) {
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
  async environment(world: ActionWorld, digest: string) {
    const run = await protectedRun(world);
    await approve(world, run);
    const more = { digest, actor: 'will-write' };
    return yes(world, run.id, { ...publishing, event: 'push', ...more });
  },
  async dispatch(world: ActionWorld, digest: string) {
    const run = await world.fakeGitHub.run({ actor: 'mia-maintain', event: 'workflow_dispatch' });
    const payload = { inputs: { digest } };
    return yes(world, run.id, { ...publishing, event: 'workflow_dispatch', digest, payload });
  },
};

export type WayName = keyof typeof ways;
export const wayNames = Object.keys(ways) as WayName[];

/** Approves a digest in one of the ways. */
export const sayYes = (name: WayName, world: ActionWorld, digest: string): Promise<Yes> =>
  ways[name](world, digest);

function yes({ fakeGitHub }: ActionWorld, run: number, step: Step): Yes {
  const publish = { ...step, run };
  return {
    publish,
    async again(by = step.actor ?? 'mia-maintain') {
      const { attempts } = await fakeGitHub.rerun(run, by);
      return { ...publish, attempt: attempts.length, triggeringActor: by };
    },
  };
}
