import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.ts';
import { checkComment } from '../../../src/report/comment/check-comment.ts';
import { commentStart } from '../../../src/report/comment/comment-text.ts';
import { planComment } from '../../../src/report/comment/plan-comment.ts';
import { publishComment } from '../../../src/report/comment/publish-comment.ts';
import type { CheckDocument } from '../../../src/report/documents/check.ts';
import type { PlanDocument } from '../../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../../src/report/documents/publish.ts';
import type { Shown } from '../../../src/report/shown.ts';
import { noteRenderer } from '../../../src/report/summary/renderer-for.ts';
import { acts, actingText, anyMarks, nodesOf, parseAsGitHub } from '../../kit/github-markdown.ts';
import { forTheTeam } from '../for-the-team.ts';

const run = 'https://github.example/acme/handbook/actions/runs/7';
const asIs = (text: string) => text.replaceAll('\n', '\\n');
const render = await noteRenderer();
const digest = `sha256:${'ab'.repeat(32)}` as const;

const step = (source: string, title: string): PlanDocument['steps'][number] => ({
  action: 'create',
  source,
  kind: 'article',
  title,
  digest,
  post: null,
  reason: null,
  overwrites: null,
  editors: null,
  detail: null,
});
const shown = <Value>(value: Value) => value as Shown<Value>;
const finding = (message: string): Finding => ({
  rule: 'no-tags',
  severity: 'error',
  source: 'docs/a.md',
  provenance: { kind: 'file', path: 'docs/a.md' },
  place: { file: 'docs/a.md', line: 3, column: 1 },
  message,
  remedy: `Mend it: ${message}`,
});
const checked = (
  entry: CheckDocument['entry'],
  count: number,
  text: string,
  kind: 'pages' | 'findings',
) =>
  checkComment(
    {
      entry: shown(entry),
      pages:
        kind === 'pages'
          ? Array.from({ length: count }, (_, index) => ({
              source: `docs/${index}.md`,
              kind: 'article',
              title: text,
            }))
          : [],
      findings: forTheTeam.findings(
        kind === 'findings' ? Array.from({ length: count }, () => finding(text)) : [],
      ),
      run,
    },
    asIs,
    render,
  ) ?? '';

/** The tree of a comment in which nothing may be cut off within a table, a fence or a tag. */
function whole(text: string): Nodes {
  expect(text.length).toBeLessThanOrEqual(65_536);
  const tree = parseAsGitHub(text);
  for (const { children } of nodesOf(tree, 'tableRow')) expect([3, 4]).toContain(children.length);
  expect(nodesOf(tree, 'html')).toEqual([]);
  return tree;
}

describe.each([1, 25, 500])('with %i steps', (count) => {
  const long = `A title with | marks and \`code\` ${'x'.repeat(100)}`;
  const steps = Array.from({ length: count }, (_, index) =>
    step(`docs/a/long/path/to/${'page'.repeat(10)}/${index}.md`, long),
  );
  const ways: readonly (readonly [string, () => string])[] = [
    ['a plan', () => planComment({ steps: shown(steps), run }, asIs)],
    [
      'a publish',
      () => {
        const done: PublishDocument['steps'] = steps.map((each) => ({
          ...each,
          reason: null,
          result: 'created',
          error: null,
          post: { kind: 'article', id: 7, url: 'https://stack.example/c/acme/articles/7' },
        }));
        return publishComment({ steps: shown(done), approval: null, run }, asIs);
      },
    ],
    ['pages', () => checked(null, count, long, 'pages')],
    ['findings', () => checked(null, count, long.repeat(4), 'findings')],
  ];
  test.each(ways)('the comment of %s is whole, and tells what is left out', (_, make) => {
    const text = make();
    const tree = whole(text);
    const rows = nodesOf(tree, 'tableRow').length;
    const told = rows > 0 ? rows - 1 : nodesOf(tree, 'listItem').length;
    const [, left = '0'] = /no room here for (\d+) more line/.exec(actingText(tree)) ?? [];
    expect(told + Number(left)).toBe(count);
    expect(text).not.toContain('sha256');
  });
});

test('a note is shown as it will look, and one that is too long is not', () => {
  const entry = { source: 'pull/7', section: null, text: '# Keys\n\nRotate *them*.' };
  const tree = whole(checked(entry, 0, '', 'pages'));
  expect(nodesOf(tree, 'emphasis').map(actingText)).toEqual(['them']);
  const long = { ...entry, text: 'long\n\n'.repeat(10_000) };
  expect(checked(long, 0, '', 'pages')).toContain('too long to be shown here');
});

test('nothing that others wrote acts in a comment', () => {
  fc.assert(
    fc.property(anyMarks, anyMarks, (title, other) => {
      const one = step(other, title);
      const entry = { source: 'pull/7', section: other, text: title };
      const texts = [
        planComment({ steps: shown([one]), run }, asIs),
        publishComment(
          {
            steps: shown([{ ...one, reason: null, result: 'failed' as const, error: null }]),
            approval: null,
            run,
          },
          asIs,
        ),
        checked(entry, 1, title, 'pages'),
        checked(null, 1, `${title} ${other}`, 'findings'),
      ];
      for (const text of texts) {
        const tree = parseAsGitHub(text);
        expect(actingText(tree), text).not.toMatch(acts);
        expect(nodesOf(tree, 'html'), text).toEqual([]);
        expect(nodesOf(tree, 'image'), text).toEqual([]);
        const own = new Set([run]);
        for (const { url } of nodesOf(tree, 'link'))
          expect(own.has(url) || !/issues|pull|commit/.test(url), url).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('comments of several configurations are told apart', () => {
  expect(commentStart('')).toBe('<!-- stack-publish -->');
  expect(commentStart('docs/--> b.yml')).toBe('<!-- stack-publish docs%2F--%3E%20b.yml -->');
  expect(commentStart('docs/a.yml').startsWith(commentStart(''))).toBe(false);
});
