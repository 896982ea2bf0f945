import {
  readPullRequest,
  type PullRequest,
} from '../../../src/sources/pull-request/read-pull-request.ts';
import type { Reading } from '../../../src/sources/reading.ts';

export const settings = {
  article: 'stack:article',
  faq: 'stack:faq',
  tags: { 'area/tls': 'tls', 'kind/bug': 'bugs' },
} as const;

/** Reads a pull request that carries the label of articles; `changes` make what a test is about. */
export function readPull(body: string, changes: Partial<PullRequest> = {}): Reading {
  const pull = { number: 7, title: 'A title', labels: ['stack:article'], ...changes, body };
  return readPullRequest(pull, settings, { tags: ['platform'] });
}

/** The same for the label of FAQs. */
export function readFaqPull(body: string, changes: Partial<PullRequest> = {}): Reading {
  return readPull(body, { labels: ['stack:faq'], ...changes });
}
