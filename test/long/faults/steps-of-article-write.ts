import type { LogEntry } from '../../../sandbox/index.ts';
import type { ArticleContent } from '../../../src/model/post.ts';
import type { Known, Sent } from './scenario.ts';

/** The steps that a write of an Article may be, put together from its bytes and the ledger. */
export function stepsOfArticleWrite({ method, path, sent }: LogEntry, { ledger }: Known): Sent[] {
  const id = /\/articles(?:\/(\d+))?$/.exec(path);
  if (!id || sent === null) return [];
  return contentsOf(sent).flatMap((content): Sent[] => {
    if (method === 'POST' && id[1] === undefined)
      return [{ source: null, target: null, base: null, version: 0, content }];
    const known = Object.entries(ledger.records).find(([, { post }]) => post?.id === Number(id[1]));
    if (method !== 'PUT' || !known) return [];
    const [source, { post, base, version }] = known;
    return [{ source, target: post, base, version, content }];
  });
}

const types: Readonly<Record<string, ArticleContent['type']>> = {
  knowledgeArticle: 'knowledge-article',
  howToGuide: 'how-to-guide',
  announcement: 'announcement',
  policy: 'policy',
};

/** The contents that a body may stand for: who may edit is approved only where it is managed. */
function contentsOf(sent: string): ArticleContent[] {
  const { title, body, tags, type, permissions, ...more } = JSON.parse(sent) as {
    title: string;
    body: string;
    tags: string[];
    type: string;
    permissions: { editableBy: string; editorUserIds: number[]; editorUserGroupIds: number[] };
    expirationDate?: unknown;
  };
  const known = types[type];
  const isOpen = permissions.editableBy === 'everyone';
  const unmanaged = Object.keys(more).every((name) => name === 'expirationDate');
  if (!known || !isOpen || !unmanaged) return [];
  return [null, { editableBy: 'everyone', users: [], groups: [] } as const].map((editors) => ({
    kind: 'article',
    title,
    body,
    tags,
    type: known,
    permissions: editors,
  }));
}
