import { expect, test } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { publishLines } from '../../src/report/publish-report.ts';
import { forTheTeam } from './for-the-team.ts';
import { publishedDocument, publishedStep } from './published-document.ts';

const linesOf = (change: Partial<PublishDocument>) =>
  publishLines(forTheTeam.document({ ...publishedDocument, ...change }));

test('each step says what became of it, with its post', () => {
  const steps: PublishDocument['steps'] = [
    publishedStep({
      result: 'created',
      post: { kind: 'article', id: 1, url: 'https://a.example/1' },
    }),
    publishedStep({
      source: 'docs/b.md',
      result: 'failed',
      error: { code: 'site-rejected', message: 'No.', remedy: 'Look.' },
      detail: { message: 'The site said no.', remedy: 'Look at it.' },
    }),
    publishedStep({ source: 'docs/c.md', result: 'held', reason: 'moved' }),
  ];
  const counts = { ...publishedDocument.counts, created: 1, failed: 1, held: 1 };
  expect(linesOf({ steps, counts })).toEqual([
    { text: 'created  docs/a.md  https://a.example/1', tone: 'plain' },
    { text: 'failed  docs/b.md: site-rejected', tone: 'error' },
    { text: '  The site said no.', tone: 'plain' },
    { text: '  Look at it.', tone: 'plain' },
    { text: 'held  docs/c.md: moved', tone: 'warning' },
    { text: '', tone: 'plain' },
    { text: '1 created, 1 held, 1 failed', tone: 'heading' },
  ]);
});

test('without a step it says that there was nothing to do', () => {
  expect(linesOf({}).map(({ text }) => text)).toEqual(['Nothing to do.']);
});

test('after a stop it says what was done, what nobody knows, and how to go on', () => {
  const failed = (code: 'stopped' | 'outcome-unknown', source: string) =>
    publishedStep({
      source,
      result: 'failed',
      error: { code, message: 'M.', remedy: 'R.' },
      detail: { message: 'M.', remedy: 'R.' },
    });
  const steps = [
    publishedStep({ result: 'created' }),
    failed('outcome-unknown', 'docs/open.md'),
    ...['docs/x.md', 'docs/y.md'].map((source) => failed('stopped', source)),
  ];
  const counts = { ...publishedDocument.counts, created: 1, failed: 3 };
  const digest = digestOf({});
  const lines = linesOf({ steps, counts, digest }).map(({ text }) => text);
  // Those that were not tried are told at once.
  expect(lines.join('\n')).not.toContain('docs/x.md');
  expect(lines.slice(-4)).toEqual([
    '',
    '1 created, 3 failed',
    'The run was stopped: 1 step settled and recorded, 2 not tried, 1 sent without an answer, which the next run looks for.',
    `Go on with the same approval: stack-publish publish --digest ${digest}`,
  ]);
});
