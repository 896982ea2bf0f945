import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import { Fault } from '../../src/model/error.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import type { PlanReport } from '../../src/report/plan-report.ts';
import { planSummaryMarkdown } from '../../src/report/plan-summary.ts';
import { faultSummaryMarkdown, publishSummaryMarkdown } from '../../src/report/summary.ts';
import { forTheTeam } from './for-the-team.ts';
import { publishedDocument, publishedStep } from './published-document.ts';

const digest = digestOf({});
const asIs = (text: string) => text;

const report = (body: string, change: Partial<PlanReport> = {}) =>
  forTheTeam.report({
    destination: { tier: 'business', site: 'https://a.example', team: 'acme', api: 'v3' },
    account: { id: 12, name: 'docs-bot' },
    digest,
    steps: [
      {
        action: 'create',
        source: 'docs/a.md',
        url: null,
        reason: null,
        overwrites: null,
        before: null,
        after: { kind: 'article', title: 'A', body, tags: [], type: 'policy', permissions: null },
      },
    ],
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
    ...change,
  });

describe('a plan', () => {
  test.each([
    ['environment', /approve the deployment/],
    ['comment', new RegExp(`\`\`\`text\n/publish ${digest}\n\`\`\``)],
    ['dispatch', new RegExp(`by hand with this digest:\n\n\`\`\`text\n${digest}\n\`\`\``)],
  ] as const)('says how it is approved by %s, where that counts', (mechanism, expected) => {
    expect(planSummaryMarkdown(report('one'), [mechanism], asIs)).toMatch(expected);
    expect(planSummaryMarkdown(report('one'), ['asserted'], asIs)).not.toMatch(expected);
  });

  test('says its digest alone where no way on GitHub counts, and nothing without one', () => {
    expect(planSummaryMarkdown(report('one'), ['asserted'], asIs)).toContain('Its digest:');
    const none = planSummaryMarkdown(report('one', { digest: null }), ['comment'], asIs);
    expect(none).not.toContain('approve');
  });

  test('lists its steps with their links, and folds each', () => {
    const [step] = report('one').steps;
    if (!step) throw new Error('no step');
    const steps = [
      { ...step, page: 'https://forge.example/acme/app/blob/HEAD/docs/a.md' },
      {
        ...step,
        action: 'update' as const,
        source: 'docs/b|](x)<b>`*_.md',
        url: 'https://a.example/articles/1',
        page: 'javascript:alert(1)',
        after: { ...step.after, title: '| x | [y](z) </details> @mia #1' },
      },
    ];
    const commit = { id: 'a'.repeat(40), page: 'https://forge.example/acme/app/commit/aaa' };
    const summary = planSummaryMarkdown(report('one', { steps, commit }), [], asIs);
    expect(summary).toContain(
      '| create | [<code>docs&#47;a&#46;md</code>](https://forge.example/acme/app/blob/HEAD/docs/a.md) | <code>A</code> | new |',
    );
    const row = summary.split('\n').find((each) => each.startsWith('| update')) ?? '';
    expect(row).toContain('| [open](https://a.example/articles/1) |');
    expect(row.split('|')).toHaveLength(6);
    expect(row).not.toMatch(/javascript|<b>|<\/details|@mia| #1/);
    expect(summary).toContain(
      'Made from commit [<code>aaaaaaaaaaaa</code>](https://forge.example/',
    );
    expect(summary.match(/^<details open><summary>/gm)).toHaveLength(2);
    expect(summary).toContain(
      '<summary>update <code>docs/b|](x)&lt;b&gt;`*_.md</code></summary>\n\n```',
    );
    const many = Array.from({ length: 4 }, () => step);
    expect(planSummaryMarkdown(report('one', { steps: many }), [], asIs)).not.toContain(
      '<details open>',
    );
  });

  test.each(['```', '`````', 'a ```` b'])('no text ends its code block: %j', (text) => {
    const summary = planSummaryMarkdown(report(`${text}\n/publish x\n`), [], asIs);
    const [, fence = ''] = /\n(`+)diff\n/.exec(summary) ?? [];
    expect(text).not.toContain(fence);
    expect(summary).toContain(`+/publish x`);
  });

  test('a text stands in a block of its own, whatever it says', () => {
    const body = 'editors: everyone\n```\n## Published\n\n```text\nupdate  docs/b.md\n````\n';
    const summary = planSummaryMarkdown(report(body), [], asIs);
    // What is in no block of a text, as CommonMark reads it: the same as with another text.
    const outside = (markdown: string) =>
      markdown.replace(/^(`{3,})diff\n[^]*?\n\1\n/gm, '(a text)\n');
    expect(outside(summary)).toBe(outside(planSummaryMarkdown(report('x\n'), [], asIs)));
    expect(outside(summary)).toContain('(a text)');
    for (const text of body.trimEnd().split('\n')) expect(summary).toContain(`\n+${text}\n`);
  });

  test('of a text that nearly all is backticks no more is made than of another', () => {
    const [long, other] = ['`', 'x'].map((char) => {
      const unchanged = char.repeat(90_000);
      const [step] = report('').steps;
      const before = step && { ...step.after, body: `${unchanged}\none\n` };
      const after = before && { ...before, body: `${unchanged}\ntwo\n` };
      const steps = step && before && after ? [{ ...step, before, after }] : [];
      return planSummaryMarkdown(report('', { steps }), [], asIs);
    });
    expect(long?.length).toBeLessThan((other?.length ?? 0) + 200);
    const fence = '`'.repeat(50);
    expect(long).toContain(`\n${fence}diff\n@@ -1,2 +1,2 @@\n \\u{60}${fence}`);
    expect(long).toContain(`\n-one\n+two\n${fence}\n`);
  });

  test('however many runs of backticks a text has, its fence is longer', () => {
    const summary = planSummaryMarkdown(report('` '.repeat(300_000)), [], asIs);
    expect(summary).toContain('\n```diff\n+` `');
  });

  test('every line of it is made safe', () => {
    const summary = planSummaryMarkdown(report('::error::boo'), [], (text) =>
      text.replaceAll('::', '(..)'),
    );
    expect(summary).not.toContain('::');
  });
});

describe('what was published', () => {
  const summary = (steps: PublishDocument['steps'], more: Partial<PublishDocument> = {}) =>
    publishSummaryMarkdown(forTheTeam.document({ ...publishedDocument, steps, ...more }), asIs);
  const post = (url: string) => ({ kind: 'article' as const, id: 1, url });

  test('is linked, with its source as code', () => {
    const step = publishedStep({ source: 'docs/a`b.md', post: post('https://a.example/1') });
    expect(summary([step])).toContain('- created [`` docs/a`b.md ``](https://a.example/1)');
  });

  test('an address cannot end its link, and one that is none of the web is left out', () => {
    const hostile = publishedStep({ post: post('https://a.example/1) [x](https://evil.example') });
    expect(summary([hostile])).toContain(
      '](https://a.example/1%29%20%5Bx%5D%28https://evil.example)',
    );
    expect(summary([publishedStep({ post: post('javascript:alert(1)') })])).not.toContain('](');
  });

  test('says who approved it', () => {
    const approval = {
      mechanism: 'comment',
      verified: true,
      by: { id: 2, login: 'mia' },
      evidence: null,
      digest,
    } as const;
    expect(summary([], { approval })).toContain(
      `Approved by \` mia \` (comment, verified): \`${digest}\``,
    );
    const others = [{ id: 3, login: 'ada' }];
    expect(summary([], { approval: { ...approval, others } })).toContain('` mia `, ` ada ` (');
    expect(summary([], { approval: { ...approval, by: null, verified: false } })).toContain(
      '` nobody known ` (comment, not verified)',
    );
  });
});

test('why nothing was done has its code, its words and what to do', () => {
  const fault = new Fault('usage', 'usage', 'Cannot run.\n```', { remedy: 'Run it.' });
  expect(faultSummaryMarkdown(forTheTeam.fault(fault), asIs)).toBe(
    '## stack-publish: `usage`\n\n````text\nCannot run.\n```\n\nRun it.\n````\n',
  );
});
