import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { PostContent } from '../../src/model/post.ts';
import { findingLines, placeText } from '../../src/report/finding-lines.ts';
import { planLines } from '../../src/report/plan-lines.ts';
import { planQuestion, planSummary, type PlanReport } from '../../src/report/plan-report.ts';
import { forTheTeam } from './for-the-team.ts';

const after: PostContent = {
  kind: 'article',
  title: 'Keys',
  body: 'one\n',
  tags: ['tls'],
  type: 'policy',
  permissions: null,
};
const empty: PlanReport = {
  destination: { tier: 'business', site: 'https://a.example', team: 'acme', api: 'v3' },
  account: { id: 12, name: 'docs-bot' },
  digest: null,
  steps: [],
  held: [],
  edited: [],
  orphaned: [],
  waiting: 0,
  unreleased: 0,
  skipped: 0,
  unchanged: 0,
  people: { users: [], groups: [] },
  tags: [],
  findings: [],
};
const step = (action: PlanReport['steps'][number]['action'], url: string | null = null) => ({
  action,
  source: 'docs/a.md',
  url,
  reason: null,
  overwrites: null,
  before: null,
  after,
});
const linesOf = (change: Partial<PlanReport>) =>
  planLines(forTheTeam.report({ ...empty, ...change })).map(({ text }) => text);

describe('a plan says', () => {
  test('which images a step shows, and whether they are on the site already', () => {
    const picture = { path: 'img/a.png', size: 1, digest: digestOf({}), url: null };
    const there = { ...picture, size: 2048, url: 'https://a.example/images/1.png' };
    const merged = { ...there, path: null, size: null };
    const named = digestOf({}).slice(0, 14);
    const pictures = [picture, there, merged];
    expect(linesOf({ steps: [{ ...step('create'), pictures }] }).slice(4, 7)).toEqual([
      `image: img/a.png, 1 byte, ${named}, to be uploaded`,
      `image: img/a.png, 2048 bytes, ${named}, on the site as https://a.example/images/1.png`,
      `image: from the site's own text, ${named}, on the site as https://a.example/images/1.png`,
    ]);
  });

  test('first where it goes and as whom, and last what is approved', () => {
    const digest = digestOf({});
    const lines = linesOf({ steps: [step('create')], digest });
    expect(lines[0]).toBe('team acme at https://a.example (business, API v3), as docs-bot (12)');
    expect(lines.slice(-2)).toEqual(['1 to create', digest]);
    expect(linesOf({ account: { id: 12, name: null } })[0]).toMatch(/, as account 12$/);
    const { destination } = empty;
    expect(linesOf({ destination: { ...destination, team: null } })[0]).toMatch(
      /^the main site at/,
    );
  });

  test('every byte of a step, under its action, source and post', () => {
    expect(linesOf({ steps: [step('update', 'https://a.example/1')] }).slice(1, 9)).toEqual([
      '1 to update',
      '',
      'update  docs/a.md  https://a.example/1',
      'title: Keys',
      'tags: tls',
      'type: policy',
      'body:',
      '+one',
    ]);
  });

  test('what is held, why, what to do, and both sides', () => {
    const held = {
      source: 'docs/b.md',
      url: 'https://a.example/2',
      reason: 'conflict',
      message: 'Both changed.',
      remedy: 'Decide.',
      ways: ['source', 'site'],
      conflicts: [{ field: 'body', ours: 'ours\n', theirs: 'theirs\n' }],
    } as const;
    expect(linesOf({ held: [held] }).slice(3, -2)).toEqual([
      'held  docs/b.md: conflict',
      'https://a.example/2',
      'Both changed.',
      'Decide.',
      'stack-publish resolve docs/b.md source',
      'stack-publish resolve docs/b.md site',
      "body of docs/b.md, from the site's (-) to the source's (+):",
      '@@ -1,1 +1,1 @@',
      '-theirs',
      '+ours',
    ]);
  });

  test('what asks for it, and the steps at a glance where they are many', () => {
    const author = { login: 'mia', page: null };
    const steps = Array.from({ length: 4 }, (_, n) => ({
      ...step('create'),
      source: `pull/7#q${n === 3 ? 'and-more' : n}`,
      pull: 'pull/7',
      author,
    }));
    const commit = { id: 'a'.repeat(40), page: null };
    expect(linesOf({ commit, steps }).slice(1, 10)).toEqual([
      '4 to create',
      'from commit aaaaaaaaaaaa',
      'asked for by pull/7 (mia)',
      '',
      ...steps.map(({ source }) => `* create  ${source.padEnd(16)}  Keys`),
      '',
    ]);
    expect(linesOf({ steps: steps.slice(1) })).not.toContainEqual(expect.stringMatching(/^\* /));
  });

  test('what waits, and counts what was found of sources that stay as they are', () => {
    const finding = {
      rule: 'no-tags',
      severity: 'warning',
      source: 'docs/d.md',
      provenance: { kind: 'file', path: 'docs/d.md' },
      place: null,
      message: 'It has no tags.',
      remedy: 'Add some.',
    } as const;
    const waits = Array.from({ length: 21 }, (_, n) => ({
      source: `docs/w${n}.md`,
      action: 'create' as const,
    }));
    const findings = [finding, { ...finding, source: 'docs/e.md' }];
    const lines = linesOf({ waiting: 21, waits, findings, settled: ['docs/e.md'] });
    expect(lines).toContain('* create  docs/w19.md');
    expect(lines).toContain('* 1 more');
    expect(lines.filter((text) => text.includes('[no-tags]'))).toHaveLength(1);
    expect(lines.filter((text) => text.startsWith('1 finding of sources'))).toHaveLength(1);
  });

  test('what was edited, and what lost its source', () => {
    const post = { source: 'docs/c.md', url: 'https://a.example/3' };
    const lines = linesOf({ edited: [post], orphaned: [{ ...post, unread: null }] });
    expect(lines.filter((text) => text === '* docs/c.md  https://a.example/3')).toHaveLength(2);
  });
});

describe('the summary', () => {
  const summary = (change: Partial<PlanReport>) =>
    planSummary(forTheTeam.report({ ...empty, ...change }));

  test('names what there is, in one order', () => {
    expect(summary({ steps: [step('adopt'), step('create')], waiting: 3, unchanged: 198 })).toBe(
      '1 to create, 1 to adopt, 3 waiting, 198 unchanged',
    );
  });

  test('of nothing says so', () => {
    expect(summary({})).toBe('Nothing is marked for publication.');
  });
});

test('the question names where to, as whom and how much', () => {
  const question = planQuestion(forTheTeam.report(empty));
  const { destination, account } = empty;
  for (const part of [destination.site, destination.team, account.name, String(account.id)])
    expect(question).toContain(part);
  expect(question).toContain(planSummary(forTheTeam.report(empty)));
});

test('a finding has its place, else where it comes from', () => {
  const finding = {
    rule: 'no-tags',
    severity: 'warning',
    source: 'pull/7',
    provenance: { kind: 'pull-request', number: 7 },
    place: null,
    message: 'It has no tags.',
    remedy: 'Add some.',
  } as const;
  const place = { file: 'docs/a.md', line: 3, column: null };
  expect(findingLines([finding, { ...finding, place }]).map(({ text }) => text)).toEqual([
    'pull/7: warning: It has no tags. [no-tags]',
    '> Add some.',
    'docs/a.md:3: warning: It has no tags. [no-tags]',
    '> Add some.',
  ]);
  const odd = { ...finding, place: { ...place, file: '+a.md' } };
  expect(findingLines([odd])[0]?.text).toMatch(/^\.\/\+a\.md:3: /);
  expect(placeText({ file: 'a', line: 1, column: 2 })).toBe('a:1:2');
});
