import { createArticle, editPost, everyone, mayManage, type ArticleInput } from '../changes.ts';
import { brokenLimit } from '../limits.ts';
import { groups, personById } from '../people.ts';
import {
  apiArticleTypes,
  editableByValues,
  type StoredArticle,
  type StoredPermissions,
} from '../post.ts';
import { domainProblem, forbidden, type StackProblem } from '../problem.ts';
import { siteRefusal } from '../site-refusal.ts';
import { editable, idOf, visible } from './access.ts';
import type { Call, Operation } from './call.ts';
import { deletePost } from './delete-post.ts';
import { articleModel, articleSummary } from './models.ts';
import { pageOf } from './page-of.ts';
import { Members, readBody } from './read-body.ts';
import { selectPosts } from './select-posts.ts';
import { nothing, writeOperation } from './write-operation.ts';

export const articles: readonly Operation[] = [
  {
    method: 'GET',
    path: 'articles',
    run: ({ stack, query }) => {
      const { list, sort, order } = selectPosts<StoredArticle>(stack.posts, 'article', query);
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (article) => articleSummary(stack, article)),
      };
    },
  },
  {
    method: 'GET',
    path: 'articles/*',
    run: (call) => {
      const article = visible(call, 'article', idOf(call, 0, 'articleId'));
      return { status: 200, json: () => articleModel(call.stack, article, call.token) };
    },
  },
  writeOperation('POST', 'articles', bindArticle, checkArticle('created'), (call, content) => {
    refuseBySite(call, content, true);
    const article = createArticle(call.stack, call.token.person, content, call.at);
    return { status: 201, json: () => articleModel(call.stack, article, call.token) };
  }),
  writeOperation('PUT', 'articles/*', bindArticle, checkArticle('updated'), (call, content) => {
    const before = editable(call, 'article', idOf(call, 0, 'articleId'));
    if (!mayManage(call.token.person, before) && !samePermissions(before, content))
      throw forbidden();
    refuseBySite(call, content, false);
    const article = editPost(call.stack, call.token.person, before, content, call.at);
    return { status: 200, json: () => articleModel(call.stack, article, call.token) };
  }),
  writeOperation('DELETE', 'articles/*', nothing, nothing, (call) => {
    const id = idOf(call, 0, 'articleId');
    return deletePost(call, 'article', id, call.stack.posts.get('article', id));
  }),
];

function bindArticle(call: Call): ArticleInput {
  const members = readBody(call);
  const input = {
    title: members.text('title'),
    body: members.text('body'),
    tags: members.texts('tags'),
    type: bindType(members),
    permissions: bindPermissions(members),
    expires: call.stack.switches.expirationDate ? bindExpiry(members) : null,
  };
  members.refuse();
  return input;
}

function bindType(members: Members): ArticleInput['type'] {
  const value = members.get('type');
  const type = apiArticleTypes.find((known) => known === value);
  if (value === null) members.required('type');
  else if (type === undefined) members.misfit('type');
  return type ?? 'knowledgeArticle';
}

/** Left out, permissions are open; so is an article that had others before. */
function bindPermissions(members: Members): StoredPermissions {
  const value = members.get('permissions');
  if (value === null) return everyone;
  if (typeof value !== 'object' || Array.isArray(value)) {
    members.misfit('permissions');
    return everyone;
  }
  const inner = new Members(value);
  const wanted = inner.get('editableBy');
  const editableBy = editableByValues.find((known) => known === wanted);
  if (editableBy === undefined && wanted !== null) members.misfit('permissions.editableBy');
  const permissions = {
    editableBy: editableBy ?? 'everyone',
    users: inner.ids('editorUserIds', 'permissions.editorUserIds'),
    groups: inner.ids('editorUserGroupIds', 'permissions.editorUserGroupIds'),
  };
  Object.assign(members.errors, inner.errors);
  return permissions;
}

function bindExpiry(members: Members): string | null {
  const value = members.get('expirationDate');
  if (value === null) return null;
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
  members.misfit('expirationDate');
  return null;
}

function checkArticle(outcome: 'created' | 'updated') {
  return (call: Call, content: ArticleInput): void => {
    const detail =
      brokenLimit({ kind: 'article', ...content }, call.stack.switches) ??
      unknownEditor(content.permissions);
    if (detail !== null) throw invalidArticle(outcome, detail);
  };
}

function refuseBySite({ stack, token }: Call, content: ArticleInput, isNew: boolean): void {
  const detail = siteRefusal(stack, token.person, { kind: 'article', ...content }, isNew);
  if (detail !== null) throw invalidArticle(isNew ? 'created' : 'updated', detail);
}

function invalidArticle(outcome: 'created' | 'updated', detail: string): StackProblem {
  return domainProblem(400, 'articles/ValidationErrors', `Article not ${outcome}`, detail);
}

function unknownEditor(permissions: StoredPermissions): string | null {
  const user = permissions.users.find((id) => personById(id) === null);
  if (user !== undefined) return `User ID ${user} not found`;
  const group = permissions.groups.find((id) => !groups.some((known) => known.id === id));
  return group === undefined ? null : `User group ID ${group} not found`;
}

function samePermissions(before: StoredArticle, after: ArticleInput): boolean {
  const a = before.permissions;
  const b = after.permissions;
  const same = (x: readonly number[], y: readonly number[]): boolean =>
    new Set(x).symmetricDifference(new Set(y)).size === 0;
  return a.editableBy === b.editableBy && same(a.users, b.users) && same(a.groups, b.groups);
}
