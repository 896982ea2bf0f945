import type { Comment } from '../../sandbox/index.ts';
import {
  commentPayload,
  createActionWorld,
  type ActionWorld,
  type ActionWorldOptions,
} from '../kit/action-world.ts';
import { page } from '../kit/page.ts';
import type { Acted, Step } from '../kit/run-action.ts';

export const source = 'docs/a.md';
export const theirs = 'Words that a person wrote on the site.\n';

/** Signs under a comment. */
export async function signsUnder({ fakeGitHub }: ActionWorld, id: number): Promise<string[]> {
  const { comments } = await fakeGitHub.state();
  return comments.find((each) => each.id === id)?.reactions.map(({ content }) => content) ?? [];
}

/** A published page, or note, whose post a person edited, and which changed as well: it is held. */
export async function heldWorld({
  note: isNote = false,
  ...options
}: ActionWorldOptions & { readonly note?: boolean } = {}) {
  const world = await createActionWorld(options);
  const { fakeGitHub, site, checkout } = world;
  /** Writes the note of pull request 7 anew. */
  const note = (text: string) =>
    fakeGitHub.pullRequest({
      number: 7,
      title: 'feat: faster keys',
      labels: ['stack:article'],
      author: 'will-write',
      state: 'merged',
      body: `\`\`\`release-note\n${text}\n\`\`\`\n`,
    });
  if (isNote) await note('Keys are made much faster now.');
  await world.byComment(
    await fakeGitHub.comment(1, 'mia-maintain', `/publish ${await world.planned()}`),
  );
  const post = (await site.posts()).find(({ kind }) => kind === 'article');
  if (!post) throw new Error('expected a post');
  await site.edit(post.id, { body: theirs });
  const change = async (text: string) => {
    await checkout.write({ [source]: page('The first page', text) });
    await checkout.commit();
    await world.push();
  };
  await (isNote ? note('Keys are made a little faster now.') : change('two\n'));
  // Whoever decides has seen both.
  await site.advance(60);
  const commit = async () => (await checkout.git('rev-parse', 'HEAD')).stdout.trim();
  return {
    ...world,
    post,
    change,
    note,
    commit,
    say: (body: string, by = 'mia-maintain') => fakeGitHub.comment(1, by, body),
    /** Runs the job that a comment starts. */
    async decide(comment: Comment, step: Partial<Step> = {}): Promise<Acted> {
      return world.act({
        event: 'issue_comment',
        command: 'resolve',
        token: 'read',
        payload: commentPayload(comment),
        ...step,
        env: { GITHUB_SHA: await commit(), ...step.env },
      });
    },
    /** Runs the job that a person starts by hand with these inputs. */
    async byHand(by: string, inputs: Readonly<Record<string, string>>, step: Partial<Step> = {}) {
      const run = await fakeGitHub.run({ actor: by, event: 'workflow_dispatch' });
      const env = Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value,
      ]);
      const started = { run: run.id, actor: by, payload: { inputs }, token: 'read' as const };
      const event = 'workflow_dispatch';
      return world.act({
        event,
        command: 'resolve',
        ...started,
        env: Object.fromEntries(env),
        ...step,
      });
    },
    /** What the next plan counts. */
    async counts() {
      return (await world.act({ event: 'push', token: 'read' })).outputs;
    },
    /** The ledger's branch. */
    async ledger(): Promise<string> {
      await checkout.git('fetch', '-q', 'origin', '+stack-publish/ledger:refs/seen');
      return (await checkout.git('rev-parse', 'refs/seen')).stdout.trim();
    },
  };
}

export type HeldWorld = Awaited<ReturnType<typeof heldWorld>>;
