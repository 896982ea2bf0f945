import { expect, test } from 'vitest';
import { runHistory, usual } from './run-history.ts';
import type { Command, RunSpec, Runs, Setting, Step } from './steps.ts';

const run = (command: Command, more: Partial<Omit<RunSpec, 'run'>> = {}): RunSpec => ({
  only: null,
  full: false,
  recompose: false,
  here: false,
  strikes: [],
  ...command,
  ...more,
});
const runs = (...all: RunSpec[]): Runs => ({ do: 'runs', runs: all, choices: [], events: [] });
const publish: Command = { run: 'publish', which: 0, given: false };
const adopt = (source: number, post: number): Command => ({ run: 'adopt', source, post });

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
      runs(run(publish, { only: 0, strikes: [{ at: 0, of: 'writes', kind: 'lose-late' }] })),
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
      runs(run(publish, { strikes: [{ at: 0, of: 'writes', kind: 'lose-late' }] })),
      {
        ...runs(run({ run: 'publish', which: 1, given: true })),
        events: [
          { at: 0, act: { do: 'human', deed: 'touch', post: 0, line: 0 } },
          { at: 3, act: { do: 'wait', minutes: 6 } },
        ],
      },
    ],
  ],
];

test.each(table)('%s', async (_name, steps, setting = {}) => {
  expect(await runHistory({ setting: { ...usual, ...setting }, steps })).toEqual([]);
});
