import { describe, expect, test } from 'vitest';
import { editorResolver } from '../../src/commands/resolve-editors.ts';
import type { Draft } from '../../src/model/draft.ts';
import { Fault } from '../../src/model/error.ts';
import type { Directory } from '../../src/ports/directory.ts';

const draft = (editors: Draft['editors']): Draft => ({
  key: 'docs/a.md',
  provenance: { kind: 'file', path: 'docs/a.md' },
  kind: 'article',
  revision: 'r',
  title: 'A',
  body: 'B',
  bodyLine: 2,
  answer: null,
  tags: [],
  type: 'policy',
  editors,
  place: { file: 'docs/a.md', line: 1, column: 1 },
});

const users = [
  { id: 12, name: 'Robot', email: 'robot@acme.example' },
  { id: 21, name: 'Ada', email: 'ada@acme.example' },
];
const groups = [
  { id: 3, name: 'platform' },
  { id: 4, name: 'Docs' },
  { id: 5, name: 'ops' },
  { id: 6, name: 'OPS' },
];

/** A directory, and what was asked of it; what fails, fails with this. */
function world(failing: Partial<Record<keyof Directory, Fault<'site'>['code']>> = {}) {
  const asked: string[] = [];
  const ask = (what: keyof Directory, more: string | number = '') => {
    asked.push(`${what} ${more}`.trim());
    const code = failing[what];
    if (code) throw new Fault('site', code, 'Cannot look it up.', { remedy: '' });
  };
  const directory: Directory = {
    async userByEmail(email) {
      ask('userByEmail', email);
      return users.find((user) => user.email === email) ?? null;
    },
    async user(id) {
      ask('user', id);
      return users.find((user) => user.id === id) ?? null;
    },
    async groups() {
      ask('groups');
      return groups;
    },
    tags: async () => new Map(),
    expertsOf: async () => ({ users: [], groups: [] }),
  };
  return { directory, asked };
}

const specific = (userIds: number[], groupIds: number[]) => ({
  permissions: { editableBy: 'specific', users: userIds, groups: groupIds },
});

describe('editors', () => {
  test('become ids, each asked for once in a run', async () => {
    const { directory, asked } = world();
    const { resolve, named } = editorResolver({ directory, checkIds: true });
    const editors = { users: [12, 'ada@acme.example'], groups: ['Platform', 4, 'ops'] };
    const both = await Promise.all([resolve(draft(editors)), resolve(draft(editors))]);
    expect(both).toEqual([specific([12, 21], [3, 4, 5]), specific([12, 21], [3, 4, 5])]);
    expect(asked.toSorted()).toEqual(['groups', 'user 12', 'userByEmail ada@acme.example']);
    expect(named().users.map(({ name }) => name)).toEqual(['Robot', 'Ada']);
    expect(named().groups.map(({ name }) => name)).toEqual(['platform', 'Docs', 'ops']);
  });

  test('that are one person are one id', async () => {
    const { resolve } = editorResolver({ ...world(), checkIds: true });
    const editors = { users: [21, 'ada@acme.example'], groups: [] };
    expect(await resolve(draft(editors))).toEqual(specific([21], []));
  });

  test('that are ids cost nothing where a plan is carried out', async () => {
    const { directory, asked } = world();
    const { resolve } = editorResolver({ directory, checkIds: false });
    expect(await resolve(draft({ users: [77], groups: [88] }))).toEqual(specific([77], [88]));
    expect(asked).toEqual([]);
  });

  test('whom nobody looks up because the API cannot are taken by their ids', async () => {
    const { resolve } = editorResolver({ directory: undefined, checkIds: true });
    expect(await resolve(draft({ users: [77], groups: [88] }))).toEqual(specific([77], [88]));
    for (const editors of [
      { users: ['ada@acme.example'], groups: [] },
      { users: [], groups: ['platform'] },
    ])
      expect(await resolve(draft(editors))).toMatchObject({
        finding: { rule: 'lookup-forbidden' },
      });
  });

  test('are looked up by their ids up to a number', async () => {
    const { directory, asked } = world();
    const { resolve } = editorResolver({ directory, checkIds: true });
    for (let n = 0; n < 100; n += 1) await resolve(draft({ users: [1000 + n], groups: [] }));
    expect(asked).toHaveLength(50);
  });
});

describe('the trouble of one source alone', () => {
  test.each<[string, object, { users: (string | number)[]; groups: (string | number)[] }, string]>([
    ['an unknown address', {}, { users: ['x@acme.example'], groups: [] }, 'unknown-user'],
    ['an unknown id', {}, { users: [13], groups: [] }, 'unknown-user'],
    ['an unknown group', {}, { users: [], groups: ['none'] }, 'unknown-group'],
    ["an unknown group's id", {}, { users: [], groups: [9] }, 'unknown-group'],
    ['a name of two groups', {}, { users: [], groups: ['Ops'] }, 'unknown-group'],
    [
      'an address that only an administrator may look up',
      { userByEmail: 'site-forbidden' },
      { users: ['ada@acme.example'], groups: [] },
      'lookup-forbidden',
    ],
    [
      'groups that may not be listed',
      { groups: 'site-forbidden' },
      { users: [], groups: ['platform'] },
      'lookup-forbidden',
    ],
  ])('is %s', async (_, failing, editors, rule) => {
    const { resolve } = editorResolver({ ...world(failing), checkIds: true });
    expect(await resolve(draft(editors))).toMatchObject({
      finding: { rule, severity: 'error', source: 'docs/a.md' },
    });
    expect(await resolve(draft('owner'))).toMatchObject({ permissions: { editableBy: 'owner' } });
  });

  test('is no id that may not be looked up', async () => {
    const failing = { user: 'site-forbidden', groups: 'site-forbidden' } as const;
    const { resolve } = editorResolver({ ...world(failing), checkIds: true });
    expect(await resolve(draft({ users: [12], groups: [3] }))).toEqual(specific([12], [3]));
  });
});

test('a site that does not answer is the trouble of the run', async () => {
  const failing = { userByEmail: 'site-unreachable' } as const;
  const { resolve } = editorResolver({ ...world(failing), checkIds: true });
  const asked = resolve(draft({ users: ['ada@acme.example'], groups: [] }));
  await expect(asked).rejects.toMatchObject({ code: 'site-unreachable' });
});
