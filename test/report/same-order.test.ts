import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { anyPlace } from '../../src/report/how-to-approve.ts';
import { planLines } from '../../src/report/plan-lines.ts';
import type { PlanReport, ReportedStep } from '../../src/report/plan-report.ts';
import { planSummaryMarkdown } from '../../src/report/plan-summary.ts';
import { forTheTeam } from './for-the-team.ts';

const digest = digestOf({ plan: 1 });
const words = ['one', 'two', 'three', 'four'];
const steps = words.map((word): ReportedStep => ({
  action: 'create',
  source: `docs/${word}.md`,
  url: null,
  reason: null,
  overwrites: null,
  before: null,
  after: {
    kind: 'article',
    title: `Title ${word}`,
    body: `Body ${word}\n`,
    tags: [],
    type: 'policy',
    permissions: null,
  },
}));
const url = 'https://a.example/articles/2';
const report = forTheTeam.report({
  destination: { tier: 'business', site: 'https://a.example', team: 'acme', api: 'v3' },
  account: { id: 12, name: 'docs-bot' },
  commit: { id: 'c0ffee0000000000', page: null },
  digest,
  steps,
  held: [
    {
      source: 'docs/held.md',
      url,
      reason: 'conflict',
      message: 'Both changed.',
      remedy: 'Decide.',
      ways: ['source'],
      conflicts: [{ field: 'body', ours: 'our side\n', theirs: 'their side\n' }],
    },
  ],
  edited: [{ source: 'docs/edited.md', url }],
  orphaned: [{ source: 'docs/gone.md', url, unread: null }],
  goneBefore: 3,
  waiting: 1,
  waits: [{ source: 'docs/waits.md', action: 'create' }],
  unreleased: 0,
  skipped: 0,
  unchanged: 0,
  people: { users: [], groups: [] },
  tags: [],
  findings: [
    {
      rule: 'no-tags',
      severity: 'warning',
      source: 'docs/one.md',
      provenance: { kind: 'file', path: 'docs/one.md' },
      place: null,
      message: 'Something was found.',
      remedy: 'Mend it.',
    },
  ],
} satisfies PlanReport);

test('a terminal and a summary tell a plan in one order', () => {
  const told = [
    'acme',
    'docs-bot',
    'c0ffee',
    ...words.map((word) => `Title ${word}`),
    ...words.map((word) => `Body ${word}`),
    'docs/held.md',
    'resolve docs/held.md source',
    'their side',
    'our side',
    'docs/edited.md',
    'docs/gone.md',
    '3 posts have no source any more',
    'docs/waits.md',
    'Something was found',
    digest,
  ];
  const terminal = planLines(report)
    .map(({ text }) => text)
    .join('\n');
  const summary = planSummaryMarkdown(report, anyPlace(['comment'], ''), (text) => text);
  for (const text of [terminal, summary]) {
    let at = 0;
    for (const each of told) {
      expect(text.slice(at), `${each} behind what stands before it`).toContain(each);
      at = text.indexOf(each, at);
    }
  }
});
