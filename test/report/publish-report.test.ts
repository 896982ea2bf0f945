import { expect, test } from 'vitest';
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
