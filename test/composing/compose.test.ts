import { expect, it } from 'vitest';
import { compose } from '../../src/composing/compose.ts';
import type { Permissions } from '../../src/model/post.ts';
import { aDraft, aQuestion } from '../curation/a-draft.ts';

it('composes an article, every character as it is', () => {
  const permissions: Permissions = { editableBy: 'specific', users: [1], groups: [2] };
  const draft = aDraft({ body: '  &amp; <b> "x"\r\n', tags: ['b', 'a'] });
  expect(compose(draft, permissions).content).toEqual({
    kind: 'article',
    title: draft.title,
    body: '  &amp; <b> "x"\r\n',
    tags: ['b', 'a'],
    type: 'policy',
    permissions,
  });
  expect(compose(draft, null).content).toMatchObject({ permissions: null });
});

it('composes a question without permissions', () => {
  const draft = aQuestion();
  const { title, body, tags, answer } = draft;
  expect(compose(draft, null).content).toEqual({ kind: 'question', title, body, tags, answer });
});

it('composes no draft that lacks what its kind needs', () => {
  const internal = expect.objectContaining({ code: 'internal' });
  expect(() => compose(aDraft({ type: null }), null)).toThrow(internal);
  expect(() => compose(aQuestion({ answer: null }), null)).toThrow(internal);
});
