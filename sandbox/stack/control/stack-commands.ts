import * as z from 'zod/mini';
import { command, faultCommands, type Commands } from '../../control/command.ts';
import { date, id, misuse } from '../../control/input.ts';
import {
  createArticle,
  createQuestion,
  editPost,
  everyone,
  setDeleted,
  setLocked,
} from '../changes.ts';
import type { FakeStack } from '../fake-stack.ts';
import { people, personNames } from '../people.ts';
import { apiArticleTypes, editableByValues, type Post } from '../post.ts';
import { switchesPatchSchema, withPatch } from '../switches.ts';
import { faultReports } from './stack-report.ts';

const by = z.optional(z.enum(personNames));
const ids = z.array(z.int());
const content = {
  title: z.optional(z.string()),
  body: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  type: z.optional(z.enum(apiArticleTypes)),
  permissions: z.optional(
    z.strictObject({ editableBy: z.enum(editableByValues), users: ids, groups: ids }),
  ),
};
const seeded = z.strictObject({
  kind: z.optional(z.enum(['article', 'question'])),
  ...content,
  owner: by,
  /** When it was created; without it, a minute before the next one. */
  created: z.optional(date),
});

/** The changes to Stack Internal that a control call can make. */
export const stackCommands: Commands<FakeStack> = new Map([
  command('switches', switchesPatchSchema, (stack, patch) => {
    stack.switches = withPatch(stack.switches, patch);
    stack.throttle.clear();
    stack.v2.clear();
    return stack.switches;
  }),
  ...faultCommands<FakeStack>(faultReports),
  command('edit', z.strictObject({ id, by, ...content }), (stack, { id, by, ...edit }) =>
    editPost(stack, people[by ?? 'colleague'], postOf(stack, id), edit as object),
  ),
  command('delete', z.strictObject({ id }), (stack, input) => {
    setDeleted(stack, postOf(stack, input.id), true);
    return postOf(stack, input.id);
  }),
  command('restore', z.strictObject({ id }), (stack, input) => {
    setDeleted(stack, postOf(stack, input.id), false);
    return postOf(stack, input.id);
  }),
  command('lock', z.strictObject({ id, locked: z.optional(z.boolean()) }), (stack, input) => {
    setLocked(stack, postOf(stack, input.id), input.locked ?? true);
    return postOf(stack, input.id);
  }),
  command(
    'seed',
    z.strictObject({
      posts: z.optional(z.array(seeded)),
      /** So many articles made up by the sandbox. */
      count: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
      owner: by,
    }),
    (stack, { posts = [], count = 0, owner }) => ({
      ids: seed(stack, [...posts, ...Array.from({ length: count }, (_, n) => madeUp(n, owner))]),
    }),
  ),
]);

type Seed = z.output<typeof seeded>;

function madeUp(n: number, owner: Seed['owner']): Seed {
  const body = `Paragraph ${n} of a made-up article, with \`code\` and **emphasis**.\n\n- one\n- two\n`;
  return { title: `Made-up article ${n + 1}`, body, tags: ['made-up'], owner };
}

/** Adds posts in the past, a minute apart, the last one just before now. */
function seed(stack: FakeStack, posts: readonly Seed[]): number[] {
  const now = stack.clock.now();
  const taken = new Set([...stack.posts.all()].map((post) => post.activity));
  const born = posts.map((post, index) => {
    let at =
      post.created === undefined ? now - (posts.length - index) * 60_000 : Date.parse(post.created);
    while (taken.has(at) && !stack.switches.sharedInstants) at -= 1;
    taken.add(at);
    return at;
  });
  return posts.map((post, index) => {
    const common = {
      title: post.title ?? `Seeded post ${index + 1}`,
      body: post.body ?? 'A seeded post.\n',
      tags: post.tags ?? ['seeded'],
    };
    const owner = people[post.owner ?? 'account'];
    const made =
      post.kind === 'question'
        ? createQuestion(stack, owner, common)
        : createArticle(stack, owner, {
            ...common,
            type: post.type ?? 'knowledgeArticle',
            permissions: post.permissions ?? everyone,
            expires: null,
          });
    const at = born[index] ?? now;
    stack.posts.put({ ...made, created: at, activity: at }, at);
    return made.id;
  });
}

function postOf(stack: FakeStack, id: number): Post {
  const post = stack.posts.find(id);
  if (post === null) throw misuse(`Cannot find post ${id}: the sandbox has none with this id.`);
  return post;
}
