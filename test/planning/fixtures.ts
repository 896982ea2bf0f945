import { digestOf } from '../../src/model/digest.ts';
import type { FieldEncodings, Intent, LedgerRecord } from '../../src/model/ledger.ts';
import type { ArticleContent } from '../../src/model/post.ts';
import type { SourceState } from '../../src/planning/source-state.ts';
import type { SitePost } from '../../src/ports/site.ts';

export const now = Date.parse('2026-11-22T12:00:00Z');
export const settings = digestOf({});
export const raw: FieldEncodings = { title: 'raw', body: 'raw' };

export function article(change: Partial<ArticleContent> = {}): ArticleContent {
  return {
    kind: 'article',
    title: 'Rotating keys',
    body: 'one\ntwo\nthree\nfour\nfive\n',
    tags: ['tls'],
    type: 'knowledge-article',
    permissions: null,
    ...change,
  };
}

/** A post as a raw site shows a content. */
export function shown(content: ArticleContent, change: Partial<SitePost> = {}): SitePost {
  const id = change.id ?? 7;
  return {
    kind: 'article',
    id,
    ref: { kind: 'article', id },
    title: content.title,
    body: content.body,
    tags: content.tags,
    type: content.type,
    permissions: { editableBy: 'everyone', users: [], groups: [] },
    created: now - 1_000,
    activity: now - 500,
    url: `https://site.example/articles/${id}`,
    owner: { id: 1, name: 'Robot' },
    editable: true,
    answer: null,
    echo: {},
    ...change,
  };
}

export function recordOf(base: ArticleContent, change: Partial<LedgerRecord> = {}): LedgerRecord {
  return {
    kind: 'article',
    post: { kind: 'article', id: 7 },
    complete: true,
    version: 1,
    provenance: { kind: 'file', path: 'docs/a.md' },
    sourceCount: 1,
    revision: 'r1',
    settings,
    base: digestOf(base),
    title: base.title,
    text: null,
    step: null,
    plan: null,
    postedBy: null,
    activity: now - 10_000,
    edited: false,
    normalizations: [],
    gone: false,
    otherOwner: false,
    forgotten: false,
    skipped: null,
    resolution: null,
    intent: null,
    unsettled: null,
    dependsOn: {},
    filled: {},
    members: null,
    ...change,
  };
}

export function intentOf(change: Partial<Intent> = {}): Intent {
  return {
    action: 'create',
    step: digestOf({ step: 1 }),
    plan: digestOf({ plan: 1 }),
    content: null,
    at: now - 60_000,
    run: { id: 'other', host: 'h', pid: 1, started: 's' },
    outcome: 'open',
    ...change,
  };
}

export function state(change: Partial<SourceState> = {}): SourceState {
  return {
    source: 'docs/a.md',
    ours: article(),
    composedFrom: {
      provenance: { kind: 'file', path: 'docs/a.md' },
      sourceCount: 1,
      revision: 'r2',
      settings,
      dependsOn: {},
      text: null,
      members: null,
    },
    record: null,
    base: null,
    intended: null,
    seen: { state: 'unmoved' },
    candidates: [],
    answers: [],
    orphans: [],
    running: false,
    flaw: null,
    account: 1,
    encodings: raw,
    now,
    public: false,
    urlOf: ({ id }) => `https://site.example/articles/${id}`,
    usedBy: () => ({}),
    addressOf: () => null,
    leadsTo: (_, address) => address === null,
    isPost: (address) => /^https:\/\/site\.example\/(article|question)s\/\d+$/.test(address),
    isImage: (address) => address.startsWith('https://site.example/images/'),
    ...change,
  };
}
