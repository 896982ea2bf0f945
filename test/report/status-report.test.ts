import { expect, test } from 'vitest';
import type { StatusDocument } from '../../src/report/documents/status.ts';
import { statusLines } from '../../src/report/status-report.ts';
import { forTheTeam } from './for-the-team.ts';

const none = { total: 0, writes: 0 };
const requests = { site: none, forge: none };

const linesOf = (sources: StatusDocument['sources']) =>
  statusLines(forTheTeam.document({ schema: 1, command: 'status', sources, requests }));

test('each source says how it stands, why, and where its post is', () => {
  const post = { kind: 'article', id: 1, url: 'https://a.example/1' } as const;
  const lines = linesOf([
    { source: 'docs/a.md', post, state: 'unchanged', reason: null },
    { source: 'docs/b.md', post, state: 'held', reason: 'conflict' },
    { source: 'docs/c.md', post: null, state: 'error', reason: null },
  ]);
  expect(lines).toEqual([
    { text: 'unchanged docs/a.md  https://a.example/1', tone: 'plain' },
    { text: 'held      docs/b.md: conflict  https://a.example/1', tone: 'warning' },
    { text: 'error     docs/c.md', tone: 'error' },
  ]);
});

test('without a source it says so', () => {
  expect(linesOf([]).map(({ text }) => text)).toEqual(['Nothing is marked for publication.']);
});
