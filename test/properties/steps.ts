import * as fc from 'fast-check';
import type { Lack } from '../../src/model/site-memory.ts';
import { resolutionNames, type ResolutionName } from '../../src/model/resolution.ts';
import { mishaps, type InjectedFault } from './schedule.ts';
import type { V2Ways } from './v2-ways.ts';

/** What a colleague can do with a post. */
export const deeds = [
  'line',
  'append',
  'title',
  'tag',
  'whole',
  'back',
  'touch',
  'permissions',
  'delete',
  'restore',
  'lock',
  'unlock',
  // Of our answer to a question; of an Article the same without it.
  'answer-line',
  'answer-append',
  'answer-whole',
  'answer-back',
  'answer-touch',
  'answer-delete',
  'answer-restore',
  // A colleague answers too, and that answer is accepted.
  'answer-beside',
  'accept-beside',
] as const;

/** What happens outside of any run. Numbers choose among what there is. */
export type Act =
  | { readonly do: 'edit'; readonly source: number; readonly line: number; readonly text: number }
  /** A line becomes a link to another page, as that is named now. */
  | { readonly do: 'link'; readonly source: number; readonly target: number; readonly line: number }
  | { readonly do: 'title' | 'tags'; readonly source: number; readonly text: number }
  | { readonly do: 'rename' | 'pin' | 'mark' | 'copy'; readonly source: number }
  | {
      readonly do: 'human';
      readonly deed: (typeof deeds)[number];
      readonly post: number;
      readonly line: number;
    }
  /** A post made by hand, with the title of a source. */
  | { readonly do: 'seed'; readonly source: number; readonly ours: boolean }
  /** Posts that another repository makes under our account: they fill the first pages of its list. */
  | { readonly do: 'flood'; readonly posts: number }
  | { readonly do: 'wait'; readonly minutes: number };

export type Command =
  | { readonly run: 'plan' | 'status' }
  /** `which`: 0 a new plan, else that many plans ago. */
  | { readonly run: 'publish'; readonly which: number; readonly given: boolean }
  /** Of what is held, as the last plan said; `how` chooses among what may end it, or any. */
  | { readonly run: 'resolve'; readonly held: number; readonly how: number | ResolutionName }
  | { readonly run: 'adopt'; readonly source: number; readonly post: number };

export type RunSpec = Command & {
  readonly only: number | null;
  readonly full: boolean;
  readonly recompose: boolean;
  /** Whether other runs can look at this one's process. */
  readonly here: boolean;
  readonly faults: readonly InjectedFault[];
};

export interface Runs {
  readonly do: 'runs';
  readonly runs: readonly RunSpec[];
  readonly choices: readonly number[];
  /** What happens before the call with this number. */
  readonly events: readonly { readonly at: number; readonly act: Act }[];
}

export type Step = Act | Runs | { readonly do: 'lose-ledger' };

export interface History {
  readonly setting: Setting;
  readonly steps: readonly Step[];
}

/** What stays the same through a history. */
export interface Setting {
  readonly title: number;
  readonly body: number;
  readonly keeps: number;
  readonly public: boolean;
  readonly createLimit: number;
  readonly listLag: number;
  /** How many posts a page of a list has. */
  readonly pageSize: number;
  /** Whether an edit of an answer is activity of its question. */
  readonly answerBumps: boolean;
  /** Which of the pages are questions. */
  readonly mix: number;
  /** Whether the pages were published before. */
  readonly begun: boolean;
  /** How far the local clock is from the site's, in milliseconds. */
  readonly skew: number;
  /** How the site speaks API v2.3; null: it speaks v3. */
  readonly v2: V2Ways | null;
}

const small = fc.nat({ max: 5 });
// Most of it happens to the first, so that things meet.
const source = fc.constantFrom(0, 0, 0, 1, 1, 2);
const post = fc.constantFrom(0, 0, 0, 1, 1, 2, 3);
const flag = fc.boolean();

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('edit' as const), source, line: small, text: small }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      source,
      target: fc.constantFrom(0, 1, 1, 2),
      line: fc.constantFrom(1, 4, 5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('title' as const, 'tags' as const),
      source,
      text: small,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('rename' as const, 'pin' as const, 'mark' as const, 'copy' as const),
      source,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('human' as const),
      deed: fc.constantFrom(...deeds),
      post,
      line: small,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('seed' as const), source, ours: flag }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('flood' as const), posts: fc.constantFrom(1, 3, 7) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 6, 6, 1500),
    }),
  },
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ run: 'plan' as const }) },
  { weight: 1, arbitrary: fc.constant({ run: 'status' as const }) },
  {
    weight: 9,
    arbitrary: fc.record({
      run: fc.constant('publish' as const),
      which: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
      given: flag,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      run: fc.constant('resolve' as const),
      held: small,
      how: fc.oneof(
        { weight: 4, arbitrary: small },
        { weight: 1, arbitrary: fc.constantFrom(...resolutionNames) },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ run: fc.constant('adopt' as const), source, post }) },
);

const faults: fc.Arbitrary<readonly InjectedFault[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  {
    weight: 2,
    arbitrary: fc.array(
      fc.oneof(
        fc.record({
          at: fc.nat({ max: 16 }),
          of: fc.constant('calls' as const),
          kind: fc.constantFrom(...mishaps),
        }),
        fc.record({
          at: fc.nat({ max: 3 }),
          of: fc.constant('writes' as const),
          kind: fc.constantFrom(...mishaps),
        }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
);

const rarely = fc.nat({ max: 9 }).map((n) => n === 9);

const runSpec: fc.Arbitrary<RunSpec> = fc
  .tuple(
    command,
    fc.record({
      only: fc.option(source, { freq: 8 }),
      full: rarely,
      recompose: rarely,
      here: flag,
      faults,
    }),
  )
  .map(([command, rest]) => ({ ...command, ...rest }));

const runs: fc.Arbitrary<Runs> = fc.record({
  do: fc.constant('runs' as const),
  runs: fc.oneof(
    { weight: 4, arbitrary: runSpec.map((one) => [one]) },
    { weight: 1, arbitrary: fc.tuple(runSpec, runSpec) },
  ),
  choices: fc.array(fc.nat({ max: 3 }), { maxLength: 12 }),
  events: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({ at: fc.nat({ max: 16 }), act }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
  ),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 18, arbitrary: act },
  { weight: 14, arbitrary: runs },
  { weight: 1, arbitrary: fc.constant({ do: 'lose-ledger' as const }) },
);

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  );

const v2: fc.Arbitrary<V2Ways | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      safeFilter: flag,
      wholeLists: flag,
      lacks: mostly<readonly Lack[]>([], ['accept'], ['article-edit'], ['accept', 'article-edit']),
    }),
  },
);

/** Histories of a repository, its site, and runs between them. */
export const histories: fc.Arbitrary<History> = fc
  .tuple(
    fc.record({
      setting: fc.record({
        title: mostly(0, 1, 2, 3),
        body: mostly(0, 1, 2, 3),
        keeps: mostly(0, 1, 2, 3),
        public: mostly(false, true),
        createLimit: mostly(25, 1),
        listLag: mostly(0, 20_000),
        pageSize: fc.constantFrom(2, 3, 100),
        answerBumps: flag,
        mix: fc.constantFrom(0, 1, 2),
        begun: mostly(true, false),
        skew: mostly(0, -150_000, 150_000),
      }),
      steps: fc.array(step, { minLength: 1, maxLength: 28, size: 'max' }),
    }),
    v2,
  )
  .map(([{ setting, steps }, v2]) => ({ setting: { ...setting, v2 }, steps }));
