import * as z from 'zod/mini';
import { Fault } from '../../src/model/error.ts';
import { faultSchema } from '../exchange/fault-queue.ts';
import type { SandboxState } from '../exchange/sandbox-state.ts';
import {
  createArticle,
  createQuestion,
  editPost,
  everyone,
  setDeleted,
  setLocked,
} from '../stack/changes.ts';
import { people, personNames } from '../stack/people.ts';
import { apiArticleTypes, editableByValues, type Post } from '../stack/post.ts';
import { switchesPatchSchema, withPatch } from '../stack/switches.ts';
import { checkShape } from './check-shape.ts';
import { faultReports } from './state-report.ts';

type Command = (state: SandboxState, body: unknown) => unknown;

function command<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  run: (state: SandboxState, input: z.output<Schema>) => unknown,
): [string, Command] {
  return [name, (state, body) => run(state, checkShape(schema, body ?? {}, `the body of ${name}`))];
}

const id = z.int().check(z.positive());
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
const date = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
const seeded = z.strictObject({
  kind: z.optional(z.enum(['article', 'question'])),
  ...content,
  owner: by,
  /** When it was created; without it, a minute before the next one. */
  created: z.optional(date),
});

/** The changes that a control call can make, by name. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  command('reset', z.strictObject({}), (state) => {
    state.reset();
    return {};
  }),
  command('switches', switchesPatchSchema, (state, patch) => {
    state.site.switches = withPatch(state.site.switches, patch);
    state.site.throttle.reset();
    return state.site.switches;
  }),
  [
    'faults',
    (state, body) => {
      const specs = Array.isArray(body) ? body : [body];
      for (const spec of checkShape(z.array(faultSchema), specs, 'the faults'))
        state.faults.add(spec);
      return faultReports(state);
    },
  ],
  command('clear-faults', z.strictObject({}), (state) => {
    state.faults.clear();
    return faultReports(state);
  }),
  command(
    'clock',
    z.strictObject({ seconds: z.optional(z.number().check(z.minimum(0))), to: z.optional(date) }),
    async (state, { seconds, to }) => {
      const { clock } = state.site;
      const step = to === undefined ? (seconds ?? 0) * 1000 : Date.parse(to) - clock.now();
      if (step < 0) throw misuse('Cannot move the clock: it only moves forward.');
      clock.advance(step);
      await state.late.settle();
      return { now: new Date(clock.now()).toISOString() };
    },
  ),
  command('edit', z.strictObject({ id, by, ...content }), (state, { id, by, ...edit }) =>
    editPost(state.site, people[by ?? 'colleague'], postOf(state, id), edit as object),
  ),
  command('delete', z.strictObject({ id }), (state, input) => {
    setDeleted(state.site, postOf(state, input.id), true);
    return postOf(state, input.id);
  }),
  command('restore', z.strictObject({ id }), (state, input) => {
    setDeleted(state.site, postOf(state, input.id), false);
    return postOf(state, input.id);
  }),
  command('lock', z.strictObject({ id, locked: z.optional(z.boolean()) }), (state, input) => {
    setLocked(state.site, postOf(state, input.id), input.locked ?? true);
    return postOf(state, input.id);
  }),
  command(
    'seed',
    z.strictObject({
      posts: z.optional(z.array(seeded)),
      /** So many articles made up by the sandbox. */
      count: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
      owner: by,
    }),
    (state, { posts = [], count = 0, owner }) => ({
      ids: seed(state, [...posts, ...Array.from({ length: count }, (_, n) => madeUp(n, owner))]),
    }),
  ),
]);

type Seed = z.output<typeof seeded>;

function madeUp(n: number, owner: Seed['owner']): Seed {
  const body = `Paragraph ${n} of a made-up article, with \`code\` and **emphasis**.\n\n- one\n- two\n`;
  return { title: `Made-up article ${n + 1}`, body, tags: ['made-up'], owner };
}

/** Adds posts in the past, a minute apart, the last one just before now. */
function seed(state: SandboxState, posts: readonly Seed[]): number[] {
  const { site } = state;
  const now = site.clock.now();
  const taken = new Set([...site.posts.all()].map((post) => post.activity));
  const born = posts.map((post, index) => {
    let at =
      post.created === undefined ? now - (posts.length - index) * 60_000 : Date.parse(post.created);
    while (taken.has(at) && !site.switches.sharedInstants) at -= 1;
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
        ? createQuestion(site, owner, common)
        : createArticle(site, owner, {
            ...common,
            type: post.type ?? 'knowledgeArticle',
            permissions: post.permissions ?? everyone,
            expires: null,
          });
    const at = born[index] ?? now;
    site.posts.put({ ...made, created: at, activity: at }, at);
    return made.id;
  });
}

function postOf(state: SandboxState, id: number): Post {
  const post = state.site.posts.find(id);
  if (post === null) throw misuse(`Cannot find post ${id}: the sandbox has none with this id.`);
  return post;
}

function misuse(message: string): Fault {
  return new Fault('usage', 'usage', message, { remedy: 'Correct the call and send it again.' });
}
