import { groups, people, personById } from '../people.ts';
import type { Tag } from '../post.ts';
import { domainProblem, forbidden, notFound } from '../problem.ts';
import { idOf } from './access.ts';
import type { Call, Operation } from './call.ts';
import {
  expertCount,
  expertsModel,
  groupModel,
  personDetails,
  personModel,
  tagDetails,
  tagModel,
} from './models.ts';
import { pageOf } from './page-of.ts';
import { sortOrders } from './select-posts.ts';

const userSorts = ['reputation'] as const;
const groupSorts = ['name', 'size'] as const;
const tagSorts = ['name', 'postCount', 'creationDate'] as const;

/** Users, user groups and tags: who and what there is to refer to. */
export const directory: readonly Operation[] = [
  {
    method: 'GET',
    path: 'users/me',
    run: ({ stack, token }) => ({
      status: 200,
      json: () => personDetails(stack, token.person, token.person),
    }),
  },
  {
    method: 'GET',
    path: 'users/by-email/*',
    run: ({ stack, token, params }) => {
      if (token.person.role !== 'Moderator') throw forbidden();
      const email = (params[0] ?? '').toLowerCase();
      const person = Object.values(people).find((known) => known.email === email);
      if (person === undefined) throw notFound('User', email);
      return { status: 200, json: () => personDetails(stack, person, token.person) };
    },
  },
  {
    method: 'GET',
    path: 'users/*',
    run: (call) => {
      const id = idOf(call, 0, 'userId');
      const person = personById(id);
      if (person === null) throw notFound('User', id);
      return { status: 200, json: () => personDetails(call.stack, person, call.token.person) };
    },
  },
  {
    method: 'GET',
    path: 'users',
    run: ({ stack, query }) => {
      const sort = query.choice('sort', userSorts, 'reputation');
      const order = query.choice('order', sortOrders, 'desc');
      query.paging();
      const list = Object.values(people).toSorted((a, b) => a.reputation - b.reputation);
      if (order === 'desc') list.reverse();
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (person) => personModel(stack, person)),
      };
    },
  },
  {
    method: 'GET',
    path: 'user-groups/*',
    run: (call) => {
      const id = idOf(call, 0, 'userGroupId');
      const group = groups.find((known) => known.id === id);
      if (group === undefined) throw notFound('User group', id);
      return { status: 200, json: () => groupModel(call.stack, group) };
    },
  },
  {
    method: 'GET',
    path: 'user-groups',
    run: ({ stack, query }) => {
      const sort = query.choice('sort', groupSorts, 'name');
      const order = query.choice('order', sortOrders, 'asc');
      query.paging();
      const list = groups.toSorted((a, b) =>
        sort === 'name' ? compare(a.name, b.name) : a.members.length - b.members.length,
      );
      if (order === 'desc') list.reverse();
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (group) => groupModel(stack, group)),
      };
    },
  },
  {
    method: 'GET',
    path: 'tags',
    run: ({ stack, query }) => {
      const sort = query.choice('sort', tagSorts, 'name');
      const order = query.choice('order', sortOrders, 'asc');
      const part = query.text('partialName')?.toLowerCase() ?? '';
      const withExperts = query.flag('hasSmes');
      const withSynonyms = query.flag('hasSynonyms');
      query.paging();
      const masters = new Set(Object.values(stack.switches.synonyms));
      const list = [...stack.posts.tags()]
        .filter((tag) => tag.name.includes(part))
        .filter((tag) => withExperts === null || withExperts === (expertCount(stack, tag) ?? 0) > 0)
        .filter((tag) => withSynonyms === null || withSynonyms === masters.has(tag.name))
        .sort((a, b) => rank(a, b, sort));
      if (order === 'desc') list.reverse();
      return {
        status: 200,
        json: () => pageOf(query, list, sort, order, (tag) => tagModel(stack, tag)),
      };
    },
  },
  {
    method: 'GET',
    path: 'tags/*',
    run: (call) => {
      const tag = tagOf(call);
      return { status: 200, json: () => tagDetails(call.stack, tag) };
    },
  },
  {
    method: 'GET',
    path: 'tags/*/subject-matter-experts',
    run: (call) => {
      const tag = tagOf(call);
      if (call.stack.switches.expertise === 'off')
        throw domainProblem(
          422,
          'subject-matter-experts/NotEnabled',
          'Subject matter experts are not enabled',
          'Subject matter experts are not enabled on this site.',
        );
      return { status: 200, json: () => expertsModel(call.stack, tag) };
    },
  },
];

function tagOf(call: Call): Tag {
  const id = idOf(call, 0, 'tagId');
  const tag = [...call.stack.posts.tags()].find((known) => known.id === id);
  if (tag === undefined) throw notFound('Tag', id);
  return tag;
}

function rank(a: Tag, b: Tag, sort: (typeof tagSorts)[number]): number {
  if (sort === 'postCount') return a.posts - b.posts || compare(a.name, b.name);
  if (sort === 'creationDate') return a.created - b.created || a.id - b.id;
  return compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
