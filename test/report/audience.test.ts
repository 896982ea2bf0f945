import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import { createDisclosure, type Audience, type Place } from '../../src/report/audience.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import type { PlanReport } from '../../src/report/plan-report.ts';

const account = { id: 12, name: 'docs-bot' };
const destination = {
  tier: 'business',
  site: 'https://a.example',
  team: 'acme',
  api: 'v3',
} as const;
const report: PlanReport = {
  destination,
  account,
  digest: null,
  steps: [],
  held: [
    {
      source: 'docs/a.md',
      url: 'https://a.example/1',
      reason: 'conflict',
      message: 'Both changed.',
      remedy: 'Decide.',
      conflicts: [{ field: 'body', ours: 'ours', theirs: 'a text of the site' }],
    },
  ],
  edited: [],
  orphaned: [],
  waiting: 0,
  unchanged: 0,
  findings: [],
};
const counts = {
  create: 1,
  update: 0,
  merge: 0,
  overwrite: 0,
  adopt: 0,
  unchanged: 0,
  held: 0,
  waiting: 0,
  created: 0,
  updated: 0,
  merged: 0,
  adopted: 0,
  refused: 0,
  failed: 1,
};
const published: PublishDocument = {
  schema: 1,
  command: 'publish',
  digest: digestOf({}),
  decision: 'approved',
  approval: null,
  destination: { ...destination, account },
  counts,
  steps: [
    {
      action: 'create',
      source: 'docs/a.md',
      kind: 'article',
      title: 'A page',
      digest: null,
      post: null,
      reason: null,
      overwrites: null,
      detail: { message: 'The site said: something of its own.', remedy: 'Try again.' },
      result: 'failed',
      error: null,
    },
  ],
  findings: [],
  requests: { site: { total: 1, writes: 1 }, forge: { total: 0, writes: 0 } },
};

const viewOf = (audience: Audience | null, place: Place) => {
  const disclosure = createDisclosure();
  if (audience) disclosure.setAudience(audience);
  return disclosure.at(place);
};

describe('a plan', () => {
  test.each([null, 'everyone'] as const)('on a page for %s has nothing of the site', (audience) => {
    const shown = viewOf(audience, 'page').report(report);
    expect(shown.account).toEqual({ id: 12, name: 'account' });
    expect(shown.held[0]?.conflicts).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('a text of the site');
  });

  test.each([
    ['team', 'page'],
    ['team', 'terminal'],
    ['everyone', 'terminal'],
    ['everyone', 'log'],
  ] as const)('for %s at the %s is whole', (audience, place) => {
    expect(viewOf(audience, place).report(report)).toEqual(report);
  });
});

describe('what was done', () => {
  test.each(['page', 'log'] as const)('for everyone on the %s has no word of the site', (place) => {
    const shown = viewOf('everyone', place).document(published);
    expect(shown.steps).toEqual([{ ...published.steps[0], detail: null }]);
    expect({ ...shown, steps: [] }).toEqual({ ...published, steps: [] });
  });

  test.each([
    ['team', 'page'],
    ['team', 'log'],
    ['everyone', 'terminal'],
    ['everyone', 'file'],
  ] as const)('for %s at the %s is whole', (audience, place) => {
    expect(viewOf(audience, place).document(published)).toEqual(published);
  });
});

test('who can read may become known later', () => {
  const disclosure = createDisclosure();
  const page = disclosure.at('page');
  expect(page.report(report)).not.toEqual(report);
  disclosure.setAudience('team');
  expect(page.report(report)).toEqual(report);
});

test('everything else passes as it is', () => {
  const view = viewOf('everyone', 'page');
  const fault = new Fault('usage', 'usage', 'Cannot run.', { remedy: 'Run it.' });
  const lines = [{ text: 'one', tone: 'plain' }] as const;
  expect(view.fault(fault)).toBe(fault);
  expect(view.lines(lines)).toBe(lines);
  expect(view.findings(report.findings)).toBe(report.findings);
  expect(view.text('one')).toBe('one');
});
