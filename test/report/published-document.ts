import { digestOf } from '../../src/model/digest.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';

/** What a publish says that had nothing to do. */
export const publishedDocument: PublishDocument = {
  schema: 1,
  command: 'publish',
  digest: digestOf({}),
  decision: 'approved',
  approval: null,
  destination: {
    tier: 'business',
    site: 'https://a.example',
    team: 'acme',
    api: 'v3',
    account: { id: 12, name: 'docs-bot' },
  },
  counts: {
    create: 0,
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
    failed: 0,
  },
  steps: [],
  findings: [],
  requests: { site: { total: 0, writes: 0 }, forge: { total: 0, writes: 0 } },
};

type PublishedStep = PublishDocument['steps'][number];

export function publishedStep(change: Partial<PublishedStep>): PublishedStep {
  return {
    action: 'create',
    source: 'docs/a.md',
    kind: 'article',
    title: 'A page',
    digest: null,
    post: null,
    reason: null,
    overwrites: null,
    editors: null,
    detail: null,
    result: 'created',
    error: null,
    ...change,
  };
}
