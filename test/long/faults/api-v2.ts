import type { LogEntry } from '../../../sandbox/index.ts';
import { articleTypes } from '../../../src/model/draft.ts';
import type { Api } from './api.ts';
import type { Asked, Write } from './write.ts';

export const apiV2: Api = {
  name: 'v2.3',
  // Nobody waits for a minute between two Articles.
  limits: 'limits: { articles-per-minute: 6000 }',
  // A publish waits for two seconds before it ends.
  lanes: 4,
  writeOf,
  // Several posts are read at a time.
  reads({ method, path }, posts, id) {
    const ids = new RegExp(`/${posts}/([\\d;]+)$`).exec(path)?.[1]?.split(';') ?? [];
    return method === 'GET' && ids.includes(String(id));
  },
  changes: ({ method, path }, posts, id) =>
    method === 'POST' && path.endsWith(`/${posts}/${id}/edit`),
};

const places = {
  article: /\/articles\/(?:add|(\d+)\/edit)$/,
  question: /\/questions\/(?:add|(\d+)\/edit)$/,
  newAnswer: /\/questions\/(\d+)\/answers\/add$/,
  answer: /\/answers\/(\d+)\/edit$/,
  acceptance: /\/answers\/(\d+)\/accept$/,
};

/** A write is a form, and what the query holds counts as well. */
function writeOf({ number, method, path, query, sent }: LogEntry): Write | null {
  const { team, ...inAddress } = Object.fromEntries(new URLSearchParams(query));
  if (method !== 'POST' || team === undefined || Object.keys(inAddress).length > 0) return null;
  const form = new Map(new URLSearchParams(sent ?? ''));
  const has = (...names: readonly string[]) =>
    form.size === names.length && names.every((name) => form.has(name));
  const text = (name: string) => form.get(name) ?? '';
  const asked = (): Asked => ({
    title: text('title'),
    body: text('body'),
    tags: text('tags').split(','),
  });
  const idIn = (match: RegExpExecArray) => (match[1] === undefined ? null : Number(match[1]));

  const article = places.article.exec(path);
  if (article) {
    const type = articleTypes.find((known) => known === text('article_type'));
    if (!type || !has('title', 'body', 'tags', 'article_type', 'filter')) return null;
    const content = { kind: 'article', ...asked(), type } as const;
    // Who may edit cannot be said.
    const contents = [null, { editableBy: 'everyone', users: [], groups: [] } as const].map(
      (permissions) => ({ ...content, permissions }),
    );
    return { number, kind: 'article', id: idIn(article), contents };
  }
  const question = places.question.exec(path);
  if (question)
    return has('title', 'body', 'tags', 'filter')
      ? { number, kind: 'question', id: idIn(question), asked: asked() }
      : null;
  const newAnswer = places.newAnswer.exec(path);
  const answer = places.answer.exec(path);
  if (newAnswer || answer) {
    if (!has('body', 'filter')) return null;
    const [id, inQuestion] = [answer, newAnswer].map((match) => match && idIn(match));
    return {
      number,
      kind: 'answer',
      id: id ?? null,
      question: inQuestion ?? null,
      body: text('body'),
    };
  }
  const acceptance = places.acceptance.exec(path);
  return acceptance && has('filter')
    ? { number, kind: 'acceptance', id: Number(acceptance[1]), question: null }
    : null;
}
