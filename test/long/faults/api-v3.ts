import type { LogEntry } from '../../../sandbox/index.ts';
import type { ArticleContent } from '../../../src/model/post.ts';
import type { Api } from './api.ts';
import type { Asked, Write } from './write.ts';

export const apiV3: Api = {
  name: 'v3',
  limits: null,
  lanes: 2,
  writeOf(entry) {
    const write = postIn(entry);
    return write && { ...write, number: entry.number };
  },
  reads: ({ method, path }, posts, id) => method === 'GET' && path.endsWith(`/${posts}/${id}`),
  changes: ({ method, path }, posts, id) => method === 'PUT' && path.endsWith(`/${posts}/${id}`),
};

const place =
  /\/(?:articles(?:\/(?<article>\d+))?|questions(?:\/(?<question>\d+)(?<answers>\/answers(?:\/(?<answer>\d+)(?<accept>\/accept)?)?)?)?)$/;

type WithoutNumber<Each> = Each extends unknown ? Omit<Each, 'number'> : never;

function postIn({ method, path, sent }: LogEntry): WithoutNumber<Write> | null {
  const groups = place.exec(path)?.groups;
  if (!groups || sent === null) return null;
  const { article, question, answers, answer, accept } = groups;
  const idOf = (text: string | undefined) => (text === undefined ? null : Number(text));
  const isNew = method === 'POST';
  if (!isNew && method !== 'PUT') return null;
  if (accept !== undefined)
    return isNew ? { kind: 'acceptance', id: Number(answer), question: Number(question) } : null;
  if (isNew !== ((answers === undefined ? (article ?? question) : answer) === undefined))
    return null;
  if (answers !== undefined) {
    const body = answerIn(sent);
    if (body === null) return null;
    return { kind: 'answer', id: idOf(answer), question: Number(question), body };
  }
  if (/\/articles(?:\/\d+)?$/.test(path))
    return { kind: 'article', id: idOf(article), contents: articlesIn(sent) };
  const asked = askedIn(sent);
  return asked && { kind: 'question', id: idOf(question), asked };
}

const types: Readonly<Record<string, ArticleContent['type']>> = {
  knowledgeArticle: 'knowledge-article',
  howToGuide: 'how-to-guide',
  announcement: 'announcement',
  policy: 'policy',
};

/** The contents that a body may stand for: who may edit is approved only where it is managed. */
function articlesIn(sent: string): ArticleContent[] {
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

/** Null where a body holds anything that no step has. */
function askedIn(sent: string): Asked | null {
  const { title, body, tags, ...more } = JSON.parse(sent) as Asked;
  return Object.keys(more).length === 0 ? { title, body, tags } : null;
}

function answerIn(sent: string): string | null {
  const { body, ...more } = JSON.parse(sent) as { body: string };
  return Object.keys(more).length === 0 ? body : null;
}
