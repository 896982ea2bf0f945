import { expect, test } from 'vitest';
import { editorResolver } from '../../src/commands/resolve-editors.ts';
import type { Draft } from '../../src/model/draft.ts';
import { Fault } from '../../src/model/error.ts';

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

type Trouble = 'site-forbidden' | 'site-unreachable';

function resolver(code: Trouble | null) {
  return editorResolver({
    async userByEmail() {
      if (code) throw new Fault('site', code, 'Cannot look up the user.', { remedy: '' });
      return null;
    },
    groupByName: async () => 3,
  });
}

test.each<[Trouble | null]>([[null], ['site-forbidden']])(
  'a person who cannot be found (%s) is the trouble of that source alone',
  async (code) => {
    const of = resolver(code);
    const named = { users: [12, 'ada@acme.example'], groups: [] };
    expect(await of(draft(named))).toMatchObject({
      finding: { rule: 'unknown-editor', source: 'docs/a.md' },
    });
    expect(await of(draft({ users: [12], groups: ['platform'] }))).toEqual({
      permissions: { editableBy: 'specific', users: [12], groups: [3] },
    });
  },
);

test('a site that does not answer is the trouble of the run', async () => {
  const asked = resolver('site-unreachable')(draft({ users: ['ada@acme.example'], groups: [] }));
  await expect(asked).rejects.toMatchObject({ code: 'site-unreachable' });
});
