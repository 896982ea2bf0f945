import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { bugFault, Fault } from '../../src/model/error.ts';
import { createDisclosure, type Audience } from '../../src/report/audience.ts';
import { errorDocument } from '../../src/report/error-document.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
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
  unreleased: 0,
  skipped: 0,
  unchanged: 0,
  people: { users: [{ id: 21, name: 'Zeus' }], groups: [{ id: 3, name: 'Zeus and sons' }] },
  tags: [
    {
      tag: 'tls',
      state: 'replaced',
      replacedBy: ['zeus'],
      sources: ['docs/a.md'],
      expertCount: 2,
      experts: { users: [{ id: 21, name: 'Zeus' }], groups: [] },
    },
  ],
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
/** What a step says, as it comes from the site. */
const said = {
  message: 'It was refused.',
  remedy: 'Try again.',
  forTeam: 'The site says: “Zeus”.',
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
      editors: {
        by: 'specific',
        users: [{ id: 21, name: 'Zeus' }],
        groups: [{ id: 3, name: 'Zeus and sons' }],
      },
      detail: said,
      result: 'failed',
      error: { code: 'site-rejected', ...said },
    },
  ],
  findings: [],
  requests: { site: { total: 1, writes: 1 }, forge: { total: 0, writes: 0 } },
};

const viewFor = (audience: Audience | null) => {
  const disclosure = createDisclosure();
  if (audience) disclosure.setAudience(audience);
  return disclosure.view;
};
const fault = new Fault('site', 'site-rejected', 'It was refused.', {
  remedy: 'Try again.',
  forTeam: 'The site says: “Zeus”.',
});
const finding: Finding = {
  rule: 'unknown-user',
  severity: 'error',
  source: 'docs/a.md',
  provenance: { kind: 'file', path: 'docs/a.md' },
  place: null,
  message: 'Nobody is found.',
  forTeam: 'The site does not know Zeus.',
  remedy: 'Correct it.',
};

describe.each([null, 'everyone'] as const)('for %s, nothing of the site is told', (audience) => {
  const view = viewFor(audience);

  test('in a plan', () => {
    const shown = view.report({ ...report, findings: [finding] });
    expect(shown.account).toEqual({ id: 12, name: null });
    expect(shown.held[0]).toEqual({ ...report.held[0], conflicts: [] });
    expect(shown.findings[0]).not.toHaveProperty('forTeam');
    expect(JSON.stringify(shown)).not.toMatch(/a text of the site|docs-bot|Zeus/i);
  });

  test('of tags and experts in the document of a plan', () => {
    const { approval: _, decision, steps, counts: all, ...rest } = published;
    const planned = { ...rest, command: 'plan', counts: all, steps: [], tags: report.tags };
    const shown = view.document({
      ...planned,
      orphaned: [],
      edited: [],
    } as unknown as PlanDocument);
    expect(decision).toBe('approved');
    expect(steps).toHaveLength(1);
    expect(shown.tags).toBeNull();
    expect(JSON.stringify(shown)).not.toMatch(/zeus/i);
  });

  test('of what was done', () => {
    const shown = view.document(published);
    const { forTeam, ...mine } = said;
    expect(forTeam).toContain('Zeus');
    expect(shown.destination.account).toEqual({ id: 12, name: null });
    expect(shown.steps).toEqual([
      {
        ...published.steps[0],
        editors: {
          by: 'specific',
          users: [{ id: 21, name: null }],
          groups: [{ id: 3, name: null }],
        },
        detail: mine,
        error: { code: 'site-rejected', ...mine },
      },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/docs-bot|Zeus/);
  });

  test('in errors and findings', () => {
    expect(view.fault(fault)).toMatchObject({ code: 'site-rejected', message: 'It was refused.' });
    expect(view.findings([finding])[0]?.message).toBe('Nobody is found.');
    const bug = bugFault(new TypeError('no name for Zeus\n    at Zeus (zeus.js:1:1)'));
    const told = [fault, bug].map((each) => view.document(errorDocument('plan', view.fault(each))));
    expect(JSON.stringify([told, view.findings([finding])])).not.toMatch(/zeus/i);
    expect(told[1]?.error.message).toMatch(/TypeError\n {4}at .*audience\.test/);
  });
});

describe('for the team', () => {
  const view = viewFor('team');

  test('all is told', () => {
    expect(view.report(report)).toEqual(report);
    expect(view.fault(fault).message).toBe('It was refused. The site says: “Zeus”.');
    expect(view.findings([finding])[0]?.message).toMatch(/\. The site does not know Zeus\.$/);
    const [step] = view.document(published).steps;
    const { remedy } = said;
    const message = 'It was refused. The site says: “Zeus”.';
    expect(step?.detail).toEqual({ message, remedy });
    expect(step?.error).toEqual({ code: 'site-rejected', message, remedy });
  });
});

test('who can read may become known later', () => {
  const disclosure = createDisclosure();
  const { view } = disclosure;
  expect(view.report(report)).not.toEqual(report);
  disclosure.setAudience('team');
  expect(view.report(report)).toEqual(report);
});

test('what has nothing of the site passes as it is', () => {
  const view = viewFor('everyone');
  const { kind, code, message, remedy, place } = new Fault('usage', 'usage', 'No.', {
    remedy: 'x',
  });
  expect(view.fault({ kind, code, message, remedy, place })).toEqual({
    kind,
    code,
    message,
    remedy,
    place,
  });
  const lines = [{ text: 'one', tone: 'plain' }] as const;
  expect(view.lines(lines)).toEqual(lines);
  expect(view.text('one')).toBe('one');
});
