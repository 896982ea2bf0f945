import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refOf, urlOf } from '../../../src/adapters/stack/post-address.ts';
import type { Destination } from '../../../src/model/destination.ts';
import type { PostRef } from '../../../src/model/post.ts';

const cloud: Destination = {
  tier: 'business',
  site: 'https://api.stackoverflowteams.com',
  team: 'acme',
  api: 'v3',
};
const own: Destination = {
  tier: 'enterprise',
  site: 'https://stack.acme.example',
  team: null,
  api: 'v3',
};
const team: Destination = { ...own, team: 'acme' };
const local: Destination = { ...cloud, site: 'http://127.0.0.1:4000' };

const article = { kind: 'article', id: 12 } as const;
const question = { kind: 'question', id: 12 } as const;
const answered = { kind: 'question', id: 12, answer: 34 } as const;

describe('the address of a post', () => {
  test.each([
    [cloud, article, 'https://stackoverflowteams.com/c/acme/articles/12'],
    [cloud, answered, 'https://stackoverflowteams.com/c/acme/questions/12'],
    [own, article, 'https://stack.acme.example/articles/12'],
    [team, question, 'https://stack.acme.example/c/acme/questions/12'],
    [local, article, 'http://127.0.0.1:4000/c/acme/articles/12'],
  ] as const)('%j %j', (destination, ref, url) => {
    expect(urlOf(destination, ref)).toBe(url);
  });

  test('is read back', () => {
    const refs: fc.Arbitrary<PostRef> = fc.record({
      kind: fc.constantFrom('article', 'question'),
      id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    });
    fc.assert(
      fc.property(fc.constantFrom(cloud, own, team, local), refs, (destination, ref) => {
        expect(refOf(destination, urlOf(destination, ref))).toEqual(ref);
      }),
    );
  });

  test.each([
    ['/articles/12', article],
    ['/articles/12/rotating-keys', article],
    ['/articles/12/rotating-keys?cb=1#part', article],
    ['/questions/12', question],
    ['/questions/12/how-do-i', question],
    ['/questions/12/how-do-i/34', answered],
    ['/questions/12/how-do-i/34#34', answered],
    ['/questions/12/how-do-i#34', answered],
    ['/q/12', question],
    ['/q/12/7', question],
    ['/a/12/34', answered],
    ['/a/12', null],
    ['/users/12', null],
    ['/articles/', null],
    ['/articles/0', null],
    ['/articles/-1', null],
    ['/articles/99999999999999999999', null],
    ['/articles/12abc', null],
    ['', null],
  ])('%s is read', (path, ref) => {
    expect(refOf(cloud, `https://stackoverflowteams.com/c/acme${path}`)).toEqual(ref);
    expect(refOf(own, `https://stack.acme.example${path}`)).toEqual(ref);
  });

  test.each([
    [cloud, 'https://stackoverflow.com/c/acme/articles/12', article],
    [cloud, 'https://STACKOVERFLOWTEAMS.com/c/Acme/articles/12', article],
    [cloud, 'https://stackoverflowteams.com/c/acme2/articles/12', null],
    [cloud, 'https://stackoverflowteams.com/c/other/articles/12', null],
    [cloud, 'https://stackoverflowteams.com/articles/12', null],
    [cloud, 'http://stackoverflowteams.com/c/acme/articles/12', null],
    [cloud, 'https://stackoverflowteams.com.evil.example/c/acme/articles/12', null],
    [cloud, 'https://evil@stackoverflowteams.com/c/acme/articles/12', null],
    [own, 'https://stack.other.example/articles/12', null],
    [own, 'https://stackoverflow.com/articles/12', null],
    [own, 'https://stack.acme.example/c/acme/articles/12', null],
    [own, 'articles/12', null],
    [team, 'https://stack.acme.example/articles/12', null],
    [local, 'https://stackoverflowteams.com/c/acme/articles/12', article],
    [local, 'https://stackoverflowteams.com/c/other/articles/12', null],
    [local, 'https://127.0.0.1:4000/c/acme/articles/12', null],
    [local, 'http://127.0.0.1:4001/c/acme/articles/12', null],
  ] as const)('%j %s', (destination, url, ref) => {
    expect(refOf(destination, url)).toEqual(ref);
  });
});
