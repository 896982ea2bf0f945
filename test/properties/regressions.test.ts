import { expect, test } from 'vitest';
import { runHistory, usual } from './run-history.ts';
import type { InjectedFault } from './schedule.ts';
import type { Act, Command, deeds, RunSpec, Runs, Setting, Step } from './steps.ts';
import type { V2Ways } from './v2-ways.ts';

const run = (command: Command, more: Partial<Omit<RunSpec, 'run'>> = {}): RunSpec => ({
  only: null,
  full: false,
  recompose: false,
  here: false,
  faults: [],
  ...command,
  ...more,
});
const runs = (...all: RunSpec[]): Runs => ({ do: 'runs', runs: all, choices: [], events: [] });
const publish: Command = { run: 'publish', which: 0, given: false };
const late: InjectedFault = { at: 0, of: 'writes', kind: 'lose-late' };
const dying: InjectedFault = { at: 0, of: 'writes', kind: 'die-after' };
const begun = { begun: true };
const adopt = (source: number, post: number): Command => ({ run: 'adopt', source, post });
/** What ends the first thing that is held, as a person mostly would. */
const resolve: Command = { run: 'resolve', held: 0, how: 0 };
const edit = (source: number, line: number, text: number): Step => ({
  do: 'edit',
  source,
  line,
  text,
});
const human = (deed: (typeof deeds)[number], post = 0, line = 0): Step => ({
  do: 'human',
  deed,
  post,
  line,
});
const call = (at: number, kind: InjectedFault['kind']): InjectedFault => ({
  at,
  of: 'calls',
  kind,
});
/** One page is a question, or two in one file are. */
const question = { mix: 1 };
const questions = { mix: 2 };
/** The site speaks API v2.3. */
const v2: V2Ways = { safeFilter: false, wholeLists: false, lacks: [] };

/** Histories that once broke a promise, each cut down to what it takes. */
const table: [string, Step[], Partial<Setting>?][] = [
  [
    'a page that was linked by hand, and renamed before it was compared, gets no second post',
    [
      { do: 'seed', source: 0, ours: true },
      runs(run(adopt(0, 0))),
      { do: 'rename', source: 0 },
      runs(run(publish)),
    ],
  ],
  [
    'the post of a renamed page that was deleted is held, and not adopted again and again',
    [
      runs(run(publish, { only: 1 })),
      { do: 'rename', source: 1 },
      { do: 'human', deed: 'delete', post: 0, line: 0 },
    ],
  ],
  [
    'the post of a renamed page that was deleted is posted again once that was decided',
    [
      runs(run(publish)),
      { do: 'rename', source: 1 },
      { do: 'human', deed: 'delete', post: 1, line: 0 },
      runs(run({ run: 'resolve', held: 0, how: 'recreate' })),
      runs(run(publish)),
      { do: 'edit', source: 1, line: 0, text: 1 },
    ],
  ],
  [
    'a title that may be shared, and then the text too: the post is adopted',
    [
      runs(run(publish)),
      { do: 'lose-ledger' },
      { do: 'edit', source: 0, line: 0, text: 1 },
      runs(run({ run: 'resolve', held: 0, how: 'source' })),
      { do: 'edit', source: 0, line: 0, text: 0 },
    ],
  ],
  [
    'a page that is renamed while nobody knows whether its post was made gets one post',
    [
      runs(run(publish, { only: 0, faults: [late] })),
      { do: 'rename', source: 0 },
      runs(run(publish)),
      { do: 'wait', minutes: 1 },
      runs(run(publish)),
    ],
  ],
  [
    'a run that sleeps after it read the list does not take a late post for one that never came',
    [
      runs(run(publish, { only: 0 })),
      runs(run(publish, { faults: [late] })),
      {
        ...runs(run({ run: 'publish', which: 1, given: true })),
        events: [
          { at: 0, act: { do: 'human', deed: 'touch', post: 0, line: 0 } },
          { at: 3, act: { do: 'wait', minutes: 6 } },
        ],
      },
    ],
  ],
  [
    'a page that goes back to its old text while its change is still on the way is changed back',
    [
      { do: 'title', source: 1, text: 3 },
      runs(run(publish, { faults: [late] })),
      { do: 'title', source: 1, text: 0 },
    ],
    begun,
  ],
  [
    'so is one that goes back under another name',
    [
      { do: 'edit', source: 0, line: 0, text: 1 },
      runs(run(publish, { faults: [late] })),
      { do: 'copy', source: 0 },
      { do: 'rename', source: 0 },
    ],
    begun,
  ],
  [
    'and one that goes back while a second run is about to change it',
    [
      { do: 'edit', source: 1, line: 0, text: 1 },
      runs(run(publish, { faults: [late] })),
      {
        ...runs(run(publish)),
        events: [{ at: 0, act: { do: 'edit', source: 1, line: 0, text: 0 } }],
      },
      runs(run({ run: 'plan' })),
    ],
    begun,
  ],
  [
    'our own change is no edit of the site, where its run died before it was recorded',
    [
      { do: 'edit', source: 0, line: 1, text: 1 },
      runs(run(publish, { faults: [dying] })),
      { do: 'edit', source: 0, line: 0, text: 1 },
    ],
    begun,
  ],
  [
    'nor where the page has another name by then',
    [
      { do: 'edit', source: 0, line: 1, text: 1 },
      runs(run(publish, { faults: [dying] })),
      { do: 'edit', source: 0, line: 0, text: 1 },
      { do: 'rename', source: 0 },
    ],
    begun,
  ],
  [
    'and what a person wrote beside it is merged',
    [
      { do: 'edit', source: 0, line: 0, text: 1 },
      runs(run(publish, { faults: [dying] })),
      { do: 'human', deed: 'append', post: 0, line: 0 },
      { do: 'edit', source: 0, line: 0, text: 2 },
    ],
    begun,
  ],
  [
    'a decision for the source waits until the change that is on the way has arrived',
    [
      { do: 'tags', source: 0, text: 1 },
      runs(run(publish, { faults: [dying] })),
      { do: 'tags', source: 0, text: 0 },
      {
        ...runs(run({ run: 'resolve', held: 0, how: 'source' })),
        events: [{ at: 0, act: { do: 'human', deed: 'line', post: 0, line: 0 } }],
      },
    ],
    begun,
  ],
  [
    'nor where the site keeps other line ends',
    [
      { do: 'edit', source: 1, line: 0, text: 1 },
      runs(run(publish, { faults: [{ at: 9, of: 'calls', kind: 'die-before' }] })),
      { do: 'rename', source: 1 },
      { do: 'edit', source: 0, line: 0, text: 0 },
    ],
    { begun: true, keeps: 2 },
  ],
  [
    'a post that was made again and edited, and its run died: none is made beside it',
    [
      { do: 'human', deed: 'delete', post: 0, line: 0 },
      runs(run({ run: 'resolve', held: 0, how: 'recreate' })),
      runs(run(publish, { faults: [dying] })),
      { do: 'human', deed: 'line', post: 2, line: 0 },
    ],
    begun,
  ],
  [
    'a title that comes back after the list was read is not seen in it',
    [
      { do: 'human', deed: 'title', post: 0, line: 0 },
      { do: 'lose-ledger' },
      {
        ...runs(run({ run: 'resolve', held: 0, how: 0 }), run(publish)),
        events: [{ at: 3, act: { do: 'human', deed: 'back', post: 0, line: 0 } }],
      },
    ],
    begun,
  ],
  [
    'a change that is on its way under an old name is known by whatever the site makes of it',
    [
      { do: 'edit', source: 0, line: 0, text: 4 },
      runs(run(publish, { faults: [late] })),
      { do: 'rename', source: 0 },
    ],
    { begun: true, keeps: 3 },
  ],
  [
    'what was done stays done after its post was given to another page',
    [
      { do: 'edit', source: 1, line: 0, text: 1 },
      runs(run(publish)),
      { do: 'edit', source: 1, line: 0, text: 2 },
      { do: 'human', deed: 'whole', post: 1, line: 0 },
      runs(run({ run: 'resolve', held: 0, how: 'forget' })),
      { do: 'human', deed: 'delete', post: 0, line: 0 },
      runs(run({ run: 'plan' })),
      runs(run(adopt(0, 1))),
      runs(run({ run: 'publish', which: 1, given: true })),
    ],
    begun,
  ],
  [
    'a page that is renamed and changed while its post is on the way gets that post, changed',
    [
      runs(run(publish, { faults: [{ at: 0, of: 'writes', kind: 'die-late' }] })),
      { do: 'rename', source: 0 },
      { do: 'tags', source: 0, text: 1 },
    ],
  ],
  [
    'of two posts with its title the same is decided about, whatever the lists show',
    [
      { do: 'lose-ledger' },
      human('line', 1, 4),
      runs(run(resolve)),
      runs(run(publish)),
      { do: 'lose-ledger' },
      edit(1, 3, 1),
      { do: 'flood', posts: 7 },
      runs(run(resolve)),
    ],
    { ...begun, pageSize: 3 },
  ],
  [
    'an answer is changed also where it cannot be told what its question shows',
    [edit(0, 4, 1), human('line', 0, 3), runs(run(resolve))],
    { ...begun, ...question },
  ],
  [
    'what a person writes into an answer after a decision is decided about anew',
    [
      { do: 'lose-ledger' },
      runs(run(adopt(1, 0))),
      runs(run(resolve)),
      human('answer-whole', 0, 4),
    ],
    { ...begun, ...questions, answerBumps: false },
  ],
  [
    'a question that was begun under another name gets no second post once that name was forgotten',
    [
      runs(run(publish, { only: 0, faults: [{ at: 1, of: 'writes', kind: 'die-before' }] })),
      { do: 'rename', source: 0 },
      runs(run({ run: 'resolve', held: 0, how: 4 })),
      { do: 'pin', source: 0 },
    ],
    question,
  ],
  [
    'a question that was begun, and deleted on the site, is not posted again unasked',
    [
      runs(run(publish, { only: 0, faults: [{ at: 1, of: 'writes', kind: 'die-before' }] })),
      edit(0, 3, 4),
      human('delete'),
    ],
    question,
  ],
  [
    'what a person makes of a question that was only begun is merged, or asked about',
    [
      runs(run(publish, { only: 1 })),
      runs(run(publish, { faults: [call(12, 'lose-late')] })),
      edit(0, 3, 4),
      human('line', 1),
    ],
    questions,
  ],
  [
    'a question whose answer was deleted is asked about once it has another name',
    [{ do: 'pin', source: 0 }, human('answer-delete')],
    { ...begun, ...question },
  ],
  [
    'a page about which only a decision is known may be a renamed one',
    [
      edit(0, 2, 4),
      { do: 'lose-ledger' },
      runs(run(resolve)),
      { do: 'pin', source: 0 },
      runs(run(resolve)),
      runs(run(publish)),
      { do: 'pin', source: 0 },
    ],
    begun,
  ],
  [
    'a title that was found is not remembered of a post that has another one by now',
    [
      { do: 'flood', posts: 7 },
      { do: 'lose-ledger' },
      runs(run(publish, { only: 1 })),
      human('title'),
    ],
    { ...begun, title: 3, pageSize: 3 },
  ],
  [
    'an answer that a person edited before any run recorded it gets none beside it',
    [runs(run(publish, { faults: [call(12, 'die-after')] })), human('answer-append', 0, 4)],
    question,
  ],
  [
    'so does one whose text the site keeps in a way of its own',
    [
      { do: 'title', source: 0, text: 5 },
      edit(0, 3, 4),
      runs(run(publish, { only: 0, faults: [call(13, 'lose-after')] })),
    ],
    { ...question, keeps: 3 },
  ],
  [
    'a post that a page adopts while it is linked to another by hand is of one of them',
    [{ do: 'lose-ledger' }, runs(run(adopt(1, 2)), run(publish, { only: 0 }))],
    begun,
  ],
  [
    'a question that was found on the site and has no answer yet is not done',
    [
      runs(run(publish, { faults: [{ at: 0, of: 'writes', kind: 'die-after' }] })),
      edit(0, 0, 5),
      runs(run({ run: 'publish', which: 1, given: false })),
    ],
    question,
  ],
  [
    'an answer that was deleted before it was accepted is not posted again unasked',
    [
      runs(run(publish, { only: 0, faults: [{ at: 2, of: 'writes', kind: 'refuse' }] })),
      human('answer-delete'),
    ],
    question,
  ],
  [
    'what a person edits before a question is read back is no failure of the site',
    [
      {
        ...runs(run(publish, { only: 0 })),
        events: [{ at: 15, act: { do: 'human', deed: 'answer-whole', post: 0, line: 0 } }],
      },
    ],
    question,
  ],
  [
    'a post that was restored is no deleted one, wherever in the list it stands',
    [
      human('delete', 1),
      { do: 'flood', posts: 3 },
      runs(run({ run: 'resolve', held: 0, how: 'recreate' })),
      human('restore', 1),
    ],
    { ...begun, pageSize: 2 },
  ],
  [
    'a tag that a person gave a question that was only begun is theirs',
    [
      runs(run(publish, { only: 0, faults: [{ at: 1, of: 'writes', kind: 'die-before' }] })),
      human('tag'),
    ],
    questions,
  ],
  [
    'a question that was found, and changed since, is known by whatever the site makes of it',
    [edit(1, 5, 3), runs(run(publish, { only: 1, faults: [dying] })), edit(1, 4, 2)],
    { ...questions, body: 3, keeps: 1 },
  ],
  [
    'so is an answer',
    [
      runs(run(publish, { only: 0, faults: [{ at: 1, of: 'writes', kind: 'lose-late' }] })),
      edit(0, 0, 2),
    ],
    { ...question, keeps: 2 },
  ],
  [
    'a question that was locked before it had its answer is held',
    [
      runs(run(publish, { only: 0, faults: [{ at: 1, of: 'writes', kind: 'lose-before' }] })),
      human('lock'),
    ],
    question,
  ],
  [
    'a question that is reworded while its post is on the way waits for it',
    [
      runs(run(publish, { only: 0, faults: [{ at: 0, of: 'writes', kind: 'die-late' }] })),
      runs(run({ run: 'plan' })),
      { do: 'title', source: 0, text: 3 },
      runs(run(publish)),
    ],
    question,
  ],
  [
    'what a run wrote of a question before its answer was refused is no edit of the site',
    [
      edit(1, 0, 2),
      { do: 'tags', source: 1, text: 2 },
      {
        ...runs(run(publish, { only: 1, faults: [{ at: 1, of: 'writes', kind: 'refuse' }] })),
        events: [{ at: 8, act: { do: 'tags', source: 0, text: 3 } }],
      },
    ],
    { ...begun, ...questions },
  ],
  [
    'an answer that was found is not posted again where its acceptance is refused',
    [
      human('answer-delete'),
      edit(0, 4, 4),
      runs(run(resolve)),
      runs(run(publish, { faults: [late] })),
      { do: 'wait', minutes: 1500 },
      runs(run(publish, { faults: [call(11, 'refuse')] })),
    ],
    { ...begun, ...question },
  ],
  [
    'a post that moves to the first page while the others are read is seen',
    [
      { do: 'lose-ledger' },
      edit(1, 4, 4),
      {
        do: 'runs',
        runs: [run(resolve), run({ run: 'publish', which: 2, given: true })],
        choices: [1, 0, 1],
        events: [
          { at: 11, act: { do: 'human', deed: 'tag', post: 0, line: 2 } },
          { at: 5, act: { do: 'flood', posts: 3 } },
        ],
      },
    ],
    { ...begun, pageSize: 2 },
  ],
  [
    'a question that was begun, deleted on the site and renamed is decided about once',
    [
      runs(run(publish, { faults: [{ at: 2, of: 'writes', kind: 'die-after' }] })),
      human('delete'),
      { do: 'pin', source: 0 },
      runs(run(resolve)),
    ],
    question,
  ],
  [
    'a post that came back is known from then on, also where its source is gone',
    [
      human('delete', 1),
      { do: 'flood', posts: 7 },
      runs(run({ run: 'resolve', held: 0, how: 'forget' })),
      { do: 'pin', source: 0 },
      runs(run({ run: 'plan' })),
      human('restore', 1),
      { do: 'pin', source: 1 },
    ],
    { ...begun, pageSize: 2 },
  ],
  [
    'a question with another heading and another answer is a new one, whatever is on its way',
    [
      runs(run(publish, { only: 0, faults: [{ at: 0, of: 'writes', kind: 'lose-late' }] })),
      { do: 'title', source: 0, text: 1 },
      edit(0, 0, 1),
      runs(run(publish)),
    ],
    questions,
  ],
  [
    'half a change of a question is ours, also where its encoding could not be learned',
    [
      edit(0, 5, 2),
      edit(0, 0, 1),
      runs(run(publish, { faults: [{ at: 0, of: 'writes', kind: 'lose-after' }] })),
    ],
    { ...begun, ...question },
  ],
  [
    'half a change is taken back where its source goes back',
    [
      { do: 'tags', source: 0, text: 1 },
      edit(0, 0, 1),
      runs(run(publish, { faults: [{ at: 0, of: 'writes', kind: 'die-after' }] })),
      { do: 'tags', source: 0, text: 0 },
      edit(0, 0, 0),
    ],
    { ...begun, ...question },
  ],
  [
    'a merge that the site shows already, in a spelling of its own, is no step',
    [
      human('tag'),
      edit(0, 0, 4),
      runs(run(publish)),
      { do: 'copy', source: 0 },
      runs(run(publish)),
    ],
    { ...begun, ...question, keeps: 3 },
  ],
  [
    'a deleted page that was pinned, forgotten and unpinned is told of under its own name',
    [
      { do: 'pin', source: 0 },
      human('delete'),
      runs(run({ run: 'resolve', held: 0, how: 'forget' })),
      { do: 'pin', source: 0 },
    ],
    begun,
  ],
  [
    'a person made a part of the change in the answer alone: the update is carried out',
    [
      runs(run(publish)),
      human('answer-append'),
      { do: 'tags', source: 0, text: 1 },
      { do: 'copy', source: 0 },
    ],
    { ...question, answerBumps: false },
  ],
  [
    'so it is where the list showed that edit to the plan, and does not to the run that publishes',
    [
      human('answer-append'),
      { do: 'tags', source: 0, text: 1 },
      { do: 'copy', source: 0 },
      { do: 'flood', posts: 3 },
    ],
    { ...begun, ...question, pageSize: 2 },
  ],
  [
    'a change that waits for its turn is looked at after that',
    [
      edit(0, 0, 1),
      edit(1, 0, 1),
      { ...runs(run(publish)), events: [{ at: 10, act: human('append', 1) as Act }] },
    ],
    { ...begun, v2 },
  ],
  [
    'a post that moves to a first page that was read already is found there, and not posted again',
    [
      runs(run({ run: 'plan' })),
      { do: 'lose-ledger' },
      { do: 'flood', posts: 7 },
      human('touch', 1),
      {
        ...runs(run({ run: 'plan' })),
        events: [
          { at: 0, act: { do: 'wait', minutes: 6 } },
          { at: 4, act: human('append') as Act },
        ],
      },
      runs(run(publish)),
    ],
    { ...begun, pageSize: 2, v2 },
  ],
  [
    'a change of an Article that no API offers leaves no intent',
    [
      edit(0, 1, 1),
      runs(run(publish)),
      runs(run({ run: 'publish', which: 1, given: false }, { faults: [dying] })),
    ],
    { ...begun, v2: { ...v2, lacks: ['article-edit'] } },
  ],
  [
    'a late write of other words is known where the source was taken back to the post meanwhile',
    [
      edit(0, 0, 1),
      { do: 'tags', source: 0, text: 1 },
      runs(run(publish, { faults: [{ at: 1, of: 'writes', kind: 'die-late' }] })),
      { do: 'copy', source: 0 },
      runs(run({ run: 'plan' })),
    ],
    { ...begun, ...question },
  ],
  [
    'a decision for the source, over a deleted answer, holds where the page had another name between',
    [
      { do: 'lose-ledger' },
      runs(run(adopt(0, 1))),
      human('answer-delete', 1),
      runs(run(resolve)),
      { do: 'title', source: 0, text: 3 },
      runs(run(publish)),
      { do: 'title', source: 0, text: 0 },
    ],
    { ...begun, ...questions },
  ],
  [
    'what was skipped under a new name takes its post over once it has its old title again',
    [
      { do: 'title', source: 1, text: 3 },
      { do: 'pin', source: 1 },
      runs(run({ run: 'resolve', held: 0, how: 'skip' })),
      edit(1, 1, 1),
      { do: 'title', source: 1, text: 0 },
    ],
    { ...begun, ...questions },
  ],
  [
    'a renamed page with an unsettled write that is linked by hand while it is adopted stays whole',
    [
      edit(0, 0, 1),
      runs(run(publish, { faults: [{ at: 0, of: 'writes', kind: 'die-before' }] }), run(publish)),
      { do: 'rename', source: 0 },
      { ...runs(run(publish), run(adopt(0, 0))), choices: [0, 3] },
      runs(run({ run: 'plan' })),
    ],
    { ...begun, pageSize: 2 },
  ],
  [
    'a question that was begun anew and renamed is not taken for edited where the source is back at its old text',
    [
      {
        ...runs(run(publish)),
        events: [{ at: 0, act: { do: 'human', deed: 'delete', post: 0, line: 0 } }],
      },
      edit(0, 0, 1),
      runs(run(resolve)),
      runs(
        run(publish, { faults: [{ at: 2, of: 'writes', kind: 'die-before' }] }),
        run(publish, { faults: [{ at: 0, of: 'writes', kind: 'die-before' }] }),
      ),
      edit(0, 0, 0),
      { do: 'rename', source: 0 },
      runs(run({ run: 'resolve', held: 0, how: 'source' })),
    ],
    { ...begun, ...question },
  ],
];

test.each(table)('%s', async (_name, steps, setting = {}) => {
  expect(await runHistory({ setting: { ...usual, ...setting }, steps })).toEqual([]);
});
