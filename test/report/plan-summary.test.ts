import type { Html, Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { commentCommand } from '../../src/approval/comment-command.ts';
import { digestOf } from '../../src/model/digest.ts';
import type { Mechanism } from '../../src/model/evidence.ts';
import { createDisclosure } from '../../src/report/audience.ts';
import { longestPage } from '../../src/report/line.ts';
import type { PlanReport, ReportedStep } from '../../src/report/plan-report.ts';
import { planSummaryMarkdown } from '../../src/report/plan-summary.ts';
import { anyPlace, type ApprovalPlace } from '../../src/report/how-to-approve.ts';
import { rendererFor } from '../../src/report/summary/renderer-for.ts';
import { acts, actingText, nodesOf, parseAsGitHub } from '../kit/github-markdown.ts';
import { forTheTeam } from './for-the-team.ts';

const digest = digestOf({});
const asIs = (text: string) => text;
const place = (...ways: Mechanism[]): ApprovalPlace => anyPlace(ways, 'stack-internal');

const step: ReportedStep = {
  action: 'create',
  source: 'docs/a.md',
  url: null,
  reason: null,
  overwrites: null,
  before: null,
  after: {
    kind: 'article',
    title: 'A',
    body: 'one\n',
    tags: [],
    type: 'policy',
    permissions: null,
  },
};
const plan: PlanReport = {
  destination: { tier: 'business', site: 'https://a.example', team: 'acme', api: 'v3' },
  account: { id: 12, name: 'docs-bot' },
  digest,
  steps: [step],
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
const report = (body: string, change: Partial<PlanReport> = {}) =>
  forTheTeam.report({ ...plan, steps: [{ ...step, after: { ...step.after, body } }], ...change });
const summaryOf = (change: Partial<PlanReport>, ...ways: Mechanism[]) =>
  planSummaryMarkdown(forTheTeam.report({ ...plan, ...change }), place(...ways), asIs);

/** What a page shows in its order: the text of each heading and row, the opening of each element. */
function outline(markdown: string): string[] {
  const isShown = (node: Nodes) =>
    node.type === 'heading' || node.type === 'tableRow' || node.type === 'html';
  return parseAsGitHub(markdown).children.flatMap((node) => {
    const found = node.type === 'table' ? node.children : [node];
    return found.filter(isShown).map((each) => (each as Html).value ?? actingText(each));
  });
}

const held = {
  source: "docs/it's.md",
  url: 'https://a.example/articles/2',
  reason: 'conflict',
  message: 'Both changed, says @mia of #1.',
  remedy: 'Decide.',
  ways: ['source', 'site', 'forget', 'skip'] as const,
  conflicts: [{ field: 'body', ours: 'ours\n', theirs: 'theirs\n' }],
} as const;
const finding = (source: string, severity: 'error' | 'warning' = 'warning') => ({
  rule: 'no-tags',
  severity,
  source,
  provenance: { kind: 'file', path: source } as const,
  place: null,
  message: `Found in ${source}.`,
  remedy: 'Add some.',
});

describe('a plan', () => {
  test('has its parts in the order in which a reviewer needs them', () => {
    const lines = outline(
      summaryOf(
        {
          held: [held],
          edited: [{ source: 'docs/c.md', url: 'https://a.example/3' }],
          waiting: 1,
          waits: [{ source: 'docs/w.md', action: 'create' }],
          findings: [finding('docs/a.md')],
        },
        'comment',
      ),
    );
    const parts = [
      'Plan for Stack Internal',
      /Title\nSource\nPost/,
      /create/,
      /^<details open><summary><b>create<\/b> <code>docs\/a\.md<\/code>: A<\/summary>/,
      /^Held/,
      /^<details open><summary><code>docs\/it's\.md<\/code>: conflict/,
      /^<details open><summary>body of/,
      /^Edited/,
      /^Waiting/,
      /^Findings/,
      /^To approve/,
    ];
    let from = 0;
    for (const part of parts) {
      const at = lines.findIndex(
        (each, n) => n >= from && (typeof part === 'string' ? each === part : part.test(each)),
      );
      expect([part, at]).not.toEqual([part, -1]);
      from = at + 1;
    }
  });

  test('says where, as whom, from which commit and for whom', () => {
    const asked = {
      ...step,
      source: 'pull/7',
      pull: 'pull/7',
      page: 'https://forge.example/acme/app/issues/7',
      author: { login: 'mia', page: 'https://forge.example/mia' },
    };
    const commit = { id: 'a'.repeat(40), page: 'https://forge.example/acme/app/commit/aaa' };
    const tree = parseAsGitHub(summaryOf({ commit, steps: [asked, { ...asked }] }));
    const [list] = nodesOf(tree, 'list');
    expect(list?.children).toHaveLength(4);
    expect(nodesOf(list as Nodes, 'link').map(({ url }) => url)).toEqual([
      commit.page,
      asked.page,
      asked.author.page,
    ]);
  });

  test('lists its steps with their links, and folds each', () => {
    const steps = [
      {
        ...step,
        page: 'https://forge.example/acme/app/blob/aaa/docs/a.md',
        history: 'https://forge.example/acme/app/commits/aaa/docs/a.md',
      },
      {
        ...step,
        action: 'update' as const,
        source: 'docs/b|](x)<b>`*_.md',
        url: 'https://a.example/articles/1',
        page: 'javascript:alert(1)',
        after: { ...step.after, title: '| x | [y](z) </details> @mia #1 https://evil.example/\\|' },
      },
    ];
    const summary = summaryOf({ steps });
    const tree = parseAsGitHub(summary);
    const [, first, second] = nodesOf(tree, 'tableRow');
    expect(first?.children).toHaveLength(4);
    expect(second?.children).toHaveLength(4);
    const links = (node: Nodes | undefined) => node && nodesOf(node, 'link').map(({ url }) => url);
    expect(links(first)).toEqual([steps[0]?.page]);
    expect(links(second)).toEqual(['https://a.example/articles/1']);
    expect(nodesOf(tree, 'link').map(({ url }) => url)).toContain(steps[0]?.history);
    expect(nodesOf(second as Nodes, 'html')).toEqual([]);
    expect(actingText(second as Nodes)).not.toMatch(acts);
    expect(summary).toContain(
      '<summary><b>update</b> <code>docs/b|](x)&lt;b&gt;`*_.md</code>: | x | [y](z) &lt;/details&gt; <code>@mia</code> <code>#1</code> <code>https://evil.example/\\|</code></summary>',
    );
    const many = Array.from({ length: 4 }, () => step);
    const folded = (given: readonly ReportedStep[]) =>
      outline(summaryOf({ steps: given })).filter((each) => each.startsWith('<details open>'));
    expect(folded(many)).toEqual([]);
    expect(folded(many.slice(1))).toHaveLength(3);
  });

  test('has fields apart from texts, and the marks of a difference in the first column', () => {
    const before = { ...step.after, title: 'Old', body: 'one\ntwo\n' };
    const after = { ...step.after, title: 'New', body: 'one\nthree\n' };
    const tree = parseAsGitHub(
      summaryOf({ steps: [{ ...step, action: 'update', before, after }] }),
    );
    const codes = nodesOf(tree, 'code').filter(({ lang }) => lang === 'diff');
    expect(codes.map(({ value }) => value)).toEqual([
      '-title: Old\n+title: New',
      '@@ -1,2 +1,2 @@\n one\n-two\n+three',
    ]);
  });

  test('tells what a step passes over, what was rewritten, and whom to ask', () => {
    const overwrites = {
      by: { id: 3, name: 'Ada @ada #1' },
      at: 0,
      owner: { id: 12, name: 'docs-bot' },
    };
    const rewritten = [{ name: 'body', source: 'a\n> [!NOTE]\nb\n', post: 'a\n> **Note**\nb\n' }];
    const note = { state: 'exists', replacedBy: [], expertCount: 1 } as const;
    const experts = { users: [{ id: 21, name: 'Eve' }], groups: [] };
    const tags = [
      { ...note, tag: 'docs', sources: ['docs/a.md'], experts },
      { ...note, tag: 'other', sources: ['docs/b.md'], experts },
    ];
    const permissions = { editableBy: 'specific', users: [22], groups: [] } as const;
    const after = { ...step.after, permissions } as ReportedStep['after'];
    const people = { users: [{ id: 22, name: 'Max' }], groups: [] };
    const steps = [{ ...step, action: 'overwrite' as const, overwrites, rewritten, after }];
    const tree = parseAsGitHub(summaryOf({ steps, tags, people }));
    expect(actingText(tree)).toMatch(/replaces what Ada/);
    expect(actingText(tree)).not.toMatch(acts);
    expect(nodesOf(tree, 'code').map(({ value }) => value)).toContain('-> [!NOTE]\n+> **Note**');
    const asked = nodesOf(tree, 'listItem').map(actingText);
    expect(asked).toContain('user 22: Max');
    expect(asked.filter((each) => each.includes('Eve'))).toEqual([
      expect.stringMatching(/^docs: /),
    ]);
  });

  test('has a line to paste for each way to end a hold, which a shell takes as it stands', () => {
    const codes = nodesOf(parseAsGitHub(summaryOf({ held: [held] })), 'code');
    const lines = held.ways.map((way) => `stack-publish resolve 'docs/it'\\''s.md' ${way}`);
    expect(codes.map(({ value }) => value)).toEqual(expect.arrayContaining(lines));
  });

  test('counts what was found of sources that it leaves as they are', () => {
    const findings = [finding('docs/a.md'), finding('docs/b.md'), finding('docs/c.md', 'error')];
    const text = actingText(
      parseAsGitHub(summaryOf({ findings, settled: ['docs/b.md'], waiting: 2, unreleased: 1 })),
    );
    expect(text).toContain('Found in docs/a.md.');
    expect(text).toContain('Found in docs/c.md.');
    expect(text).not.toContain('Found in docs/b.md.');
    expect(text).toMatch(/1 finding of sources/);
  });

  test.each(['```', '`````', 'a ```` b'])('no text ends its code block: %j', (text) => {
    const tree = parseAsGitHub(planSummaryMarkdown(report(`${text}\n/publish x\n`), place(), asIs));
    expect(nodesOf(tree, 'code').map(({ value }) => value)).toContain(`+${text}\n+/publish x`);
  });

  test('a text stands in a block of its own, whatever it says', () => {
    const body = 'editors: everyone\n```\n## Published\n\n```text\nupdate  docs/b.md\n````\n';
    const summary = planSummaryMarkdown(report(body), place(), asIs);
    // What is in no block of a text, as CommonMark reads it: the same as with another text.
    const outside = (markdown: string) =>
      markdown.replace(/^(`{3,})diff\n[^]*?\n\1\n/gm, '(a text)\n');
    expect(outside(summary)).toBe(outside(planSummaryMarkdown(report('x\n'), place(), asIs)));
    expect(outside(summary)).toContain('(a text)');
    for (const text of body.trimEnd().split('\n')) expect(summary).toContain(`\n+${text}\n`);
  });

  test('of a text that nearly all is backticks no more is made than of another', () => {
    const [long, other] = ['`', 'x'].map((char) => {
      const unchanged = char.repeat(90_000);
      const before = { ...step.after, body: `${unchanged}\none\n` };
      const after = { ...before, body: `${unchanged}\ntwo\n` };
      return summaryOf({ steps: [{ ...step, before, after }] });
    });
    expect(long?.length).toBeLessThan((other?.length ?? 0) + 200);
    const fence = '`'.repeat(50);
    expect(long).toContain(`\n${fence}diff\n@@ -1,2 +1,2 @@\n \\u{60}${fence}`);
    expect(long).toContain(`\n-one\n+two\n${fence}\n`);
  });

  test('however many runs of backticks a text has, its fence is longer', () => {
    const summary = planSummaryMarkdown(report('` '.repeat(300_000)), place(), asIs);
    expect(summary).toContain('\n```diff\n+` `');
  });

  test('every line of it is made safe', () => {
    const safe = (text: string) => text.replaceAll('::', '(..)');
    const change = { held: [held], findings: [finding('::x')], edited: [] };
    const render = () => '> ::error::boo';
    const summary = planSummaryMarkdown(report('::error::boo', change), place(), safe, render);
    expect(summary).not.toContain('::');
  });
});

describe('how a new post will look', () => {
  const looks = async (body: string, look = body) => {
    const given = { ...step, after: { ...step.after, body }, look: { body: look, answer: null } };
    const shown = forTheTeam.report({ ...plan, steps: [given] });
    return parseAsGitHub(planSummaryMarkdown(shown, place(), asIs, await rendererFor(shown)));
  };

  test('is a quote, below every byte of it', async () => {
    const tree = await looks('# Title\n\n| a |\n| --- |\n| b |\n\n- one\n\n**two** @mia\n');
    const [quote] = nodesOf(tree, 'blockquote');
    const types = quote?.children.map(({ type }) => type);
    expect(types).toEqual(['heading', 'table', 'list', 'paragraph']);
    expect(nodesOf(quote as Nodes, 'inlineCode').map(({ value }) => value)).toEqual(['@mia']);
    const at = (node: Nodes | undefined) => node?.position?.start.line ?? 0;
    const text = nodesOf(tree, 'code').find(({ value }) => value.startsWith('+# Title\n'));
    expect(at(quote)).toBeGreaterThan(at(text));
  });

  test('is left out first where there is no room, and told', async () => {
    const steps = Array.from({ length: 9 }, (_, n) => ({
      ...step,
      source: `docs/${n}.md`,
      after: { ...step.after, body: `word ${n} `.repeat(3000) },
    }));
    const theirs = 'theirs\n'.repeat(90_000);
    const conflicts = [{ field: 'body', ours: 'ours\n', theirs }];
    const shown = forTheTeam.report({ ...plan, steps, held: [{ ...held, conflicts }] });
    const summary = planSummaryMarkdown(shown, place('comment'), asIs, await rendererFor(shown));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(longestPage);
    const tree = parseAsGitHub(summary);
    for (const { after } of steps)
      expect(nodesOf(tree, 'code').map(({ value }) => value.split('\n')[0])).toContain(
        `+${after.body}`,
      );
    expect(summary).toContain('\n-theirs\n');
    expect(nodesOf(tree, 'blockquote').length).toBeLessThan(9);
    expect(actingText(tree)).toMatch(/no room here for \d more remark/);
    expect(summary).toContain(`/publish ${digest}`);
  });
});

describe('how to approve it', () => {
  const end = (change: Partial<ApprovalPlace>) => {
    const summary = planSummaryMarkdown(report('one'), { ...place(), ...change }, asIs);
    const tree = parseAsGitHub(summary.slice(summary.indexOf('### To approve')));
    return {
      codes: nodesOf(tree, 'code').map(({ value }) => value),
      links: nodesOf(tree, 'link').map(({ url }) => url),
      inline: nodesOf(tree, 'inlineCode').map(({ value }) => value),
    };
  };
  const workflow = { file: 'w.yml', page: 'https://forge.example/a/b/actions/workflows/w.yml' };
  const run = 'https://forge.example/a/b/actions/runs/1';

  test.each([
    ['environment', [digest], [run]],
    ['comment', [`/publish ${digest}`], []],
    ['dispatch', [`gh workflow run w.yml -f digest=${digest}`], [workflow.page]],
  ] as const)('is the way of the workflow, with one line to copy: %s', (way, codes, links) => {
    expect(end({ ways: [way], isKnown: true, run, workflow })).toMatchObject({ codes, links });
    expect(end({ ways: ['asserted'] }).codes).toEqual([digest]);
  });

  test('is one of several that the workflow has, and each where that is not known', () => {
    const ways = ['dispatch', 'comment'] as const;
    expect(end({ ways, isKnown: true, workflow })).toMatchObject({
      codes: [`/publish ${digest}`],
      links: [workflow.page],
    });
    expect(end({ ways }).codes).toEqual([`/publish ${digest}`, digest]);
  });

  test('says how to leave a step out where that way has it, and how to do so for good', () => {
    const skip = 'stack-publish resolve SOURCE skip';
    const of = (change: Parameters<typeof end>[0]) => end({ isKnown: true, ...change }).inline;
    expect(of({ ways: ['comment'] })).toEqual(['except SOURCE', skip]);
    expect(of({ ways: ['environment'] })).toEqual([' stack-internal ', skip].map((s) => s.trim()));
    expect(of({ ways: ['dispatch'] })).toEqual([skip]);
    expect(of({ ways: ['dispatch'], takesExcept: true })).toEqual(['except', skip]);
  });

  test('says a lasting no where the workflow takes one', () => {
    const of = (by: 'comment' | 'dispatch') =>
      end({ ways: ['environment'], isKnown: true, decision: { by, workflow } });
    expect(of('comment').inline).toContain('/resolve SOURCE skip');
    const byHand = of('dispatch');
    expect(byHand.inline).toEqual(['stack-internal', 'source', 'skip']);
    expect(byHand.links).toContain(workflow.page);
  });

  test('names the earlier run where this one has nothing that waits', () => {
    const waiting = end({ ways: ['environment'], isKnown: true, isWaiting: true, run, workflow });
    expect(waiting).toMatchObject({ codes: [digest], links: [workflow.page] });
  });

  test('is told of nothing that has no digest', () => {
    expect(summaryOf({ digest: null }, 'comment')).not.toContain('To approve');
  });
});

describe('a hold has the lines that end it', () => {
  const workflow = { file: 'w.yml', page: 'https://forge.example/a/b/actions/workflows/w.yml' };
  const of = (decision: ApprovalPlace['decision'], change: object = {}) => {
    const report = forTheTeam.report({ ...plan, steps: [], held: [{ ...held, ...change }] });
    return planSummaryMarkdown(report, { ...place(), decision }, asIs);
  };
  const linesIn = (summary: string) =>
    nodesOf(parseAsGitHub(summary), 'code').map(({ value }) => value);

  test('as comments, as runs by hand, or for a terminal', () => {
    const lines = (by: 'comment' | 'dispatch' | null) =>
      linesIn(of(by && { by, workflow })).slice(0, held.ways.length);
    const each = (line: (way: string) => string) => held.ways.map(line);
    expect(lines('comment')).toEqual(each((way) => `/resolve docs/it's.md ${way}`));
    expect(of({ by: 'comment', workflow })).toContain('on any pull request of the repository');
    const quoted = String.raw`'source=docs/it'\''s.md'`;
    const run = (way: string) => `gh workflow run w.yml -f ${quoted} -f resolution=${way}`;
    expect(lines('dispatch')).toEqual(each(run));
    expect(of({ by: 'dispatch', workflow })).toContain(`[the workflow](${workflow.page})`);
    const word = String.raw`'docs/it'\''s.md'`;
    expect(lines(null)).toEqual(each((way) => `stack-publish resolve ${word} ${way}`));
  });

  test('and one for the address of a post, where that ends it too', () => {
    const change = { reason: 'ambiguous', ways: ['forget'], conflicts: [] };
    const lines = (by: 'comment' | null) =>
      linesIn(of(by && { by, workflow }, change)).slice(0, -1);
    expect(lines('comment')).toEqual(["/resolve docs/it's.md forget", "/adopt docs/it's.md URL"]);
    expect(lines(null)).toHaveLength(1);
  });

  test('whatever the key of its source says', () => {
    for (const source of ['docs/`a`.md\n```\n# x', 'docs/@mia.md', 'docs/\u202Ex.md']) {
      const lines = linesIn(of({ by: 'comment', workflow }, { source }));
      for (const [index, resolution] of held.ways.entries())
        expect(commentCommand(lines[index] ?? '')).toMatchObject({ source, resolution });
    }
  });
});

test('a public place has nothing of the site', () => {
  const word = 'Zeus';
  const everyone = createDisclosure().view;
  const shown = everyone.report({
    ...plan,
    account: { id: 12, name: word },
    steps: [
      {
        ...step,
        overwrites: { by: { id: 1, name: word }, at: 0, owner: { id: 1, name: word } },
      },
    ],
    held: [{ ...held, conflicts: [{ field: 'body', ours: 'x\n', theirs: `${word}\n` }] }],
    people: { users: [{ id: 1, name: word }], groups: [] },
    tags: [
      {
        tag: 'docs',
        state: 'replaced',
        replacedBy: [word],
        sources: ['docs/a.md'],
        expertCount: 1,
        experts: { users: [{ id: 1, name: word }], groups: [] },
      },
    ],
    findings: [{ ...finding('docs/a.md'), forTeam: `It is ${word}'s.` }],
  });
  const summary = planSummaryMarkdown(shown, place('comment'), asIs);
  expect(summary).not.toContain(word);
  expect(summary).toContain("docs/it's.md");
});
