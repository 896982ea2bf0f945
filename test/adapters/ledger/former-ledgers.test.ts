import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeIndex, encodeIndex } from '../../../src/adapters/ledger/ledger-format.ts';
import { compose } from '../../../src/composing/compose.ts';
import { digestOf } from '../../../src/model/digest.ts';
import type { Draft } from '../../../src/model/draft.ts';
import { stepDigest } from '../../../src/model/plan.ts';
import { readDoc } from '../../../src/sources/docs/read-doc.ts';
import { readPullRequest } from '../../../src/sources/pull-request/read-pull-request.ts';

// Written by the version before sources got a provenance, which had published the pages below.
const former = readFileSync(join(import.meta.dirname, 'former/0.1.0-schema-1.ledger'), 'utf8');
const { records, sourceCursors } = decodeIndex(former, 'former');

describe('a ledger of an earlier version', () => {
  test('is written in the new schema, and says the same there', () => {
    const read = decodeIndex(former, 'former');
    expect(Object.keys(read.broken)).toEqual([]);
    const written = encodeIndex(read);
    expect(written).toContain('"schema": 2');
    expect(decodeIndex(written, 'new')).toEqual(read);
    expect(encodeIndex(decodeIndex(written, 'new'))).toBe(written);
  });

  test('tells where each source comes from', () => {
    expect(records['docs/tls.md']?.provenance).toEqual({ kind: 'file', path: 'docs/tls.md' });
    expect(records['id/pinned']?.provenance).toEqual({ kind: 'file', path: 'docs/pinned.md' });
    expect(records['docs/faq.md#who-may-rotate-them']).toMatchObject({
      provenance: { kind: 'file', path: 'docs/faq.md' },
      sourceCount: 2,
    });
    expect(records['pull/128']?.provenance).toEqual({ kind: 'pull-request', number: 128 });
  });

  test('tells what is to be read again', () => {
    expect(records['docs/adopted.md']).toMatchObject({
      provenance: null,
      revision: null,
      settings: null,
    });
    expect(sourceCursors['pull-requests']?.pending).toEqual([
      { kind: 'pull-request', number: 129 },
    ]);
  });
});

const defaults = { tags: ['platform'] };

const doc = (path: string, text: string): Draft[] =>
  readDoc({ path, revision: 'r', bytes: Buffer.from(text) }, defaults).drafts;

const drafts = [
  ...doc(
    'docs/tls.md',
    '---\ntitle: Rotating TLS keys\nstack: article\n---\n\nRotate the keys once a month, on a Monday.\n',
  ),
  ...doc(
    'docs/pinned.md',
    '---\ntitle: A page that may move\nstack: { as: article, id: pinned }\n---\n\nIts key is pinned, so that the file may move.\n',
  ),
  ...doc(
    'docs/faq.md',
    '---\nstack: faq\n---\n\n## Who may rotate them?\n\nWhoever is on call may do so at any time.\n\n## How often are keys rotated?\n\nEvery sixty days, and after each incident.\n',
  ),
  ...readPullRequest(
    {
      number: 128,
      title: 'feat: reload certificates',
      body: '```release-note\nThe proxy picks up new certificates within a minute.\n```\n',
      labels: ['stack:article'],
    },
    { article: 'stack:article', faq: 'stack:faq', tags: {} },
    defaults,
  ).drafts,
];

test.each(drafts.map((draft) => [draft.key, draft] as const))(
  'the step that posts %s has the digest that it had in an earlier version',
  (source, draft) => {
    const content = compose(draft, null).content;
    const step = {
      action: 'create',
      source,
      target: null,
      base: null,
      version: 0,
      content,
    } as const;
    expect(stepDigest(step)).toBe(records[source]?.step);
    expect(digestOf(content)).toBe(records[source]?.base);
    if (draft.provenance.kind === 'pull-request')
      expect(draft.revision).toBe(records[source]?.revision);
  },
);
