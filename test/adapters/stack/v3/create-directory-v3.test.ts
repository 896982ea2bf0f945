import { describe, expect, test } from 'vitest';
import type { Directory } from '../../../../src/ports/directory.ts';
import type { Answer } from '../../../kit/serve.ts';
import { json } from '../../../kit/serve.ts';
import { articleModel, openSite } from '../served-site.ts';

async function open(answer: Answer) {
  const opened = await openSite(answer);
  return { ...opened, directory: opened.site.directory as Directory };
}

describe('people', () => {
  test('are found by e-mail address and by id', async () => {
    await using opened = await open((response, { url }) =>
      url.endsWith('ada%2Bx%40acme.example') || url.endsWith('/users/5')
        ? json(response, 200, { id: 5, name: 'Ada' })
        : json(response, 404, { title: 'User not found' }),
    );
    const { directory } = opened;
    const ada = { id: 5, name: 'Ada' };
    expect(await directory.userByEmail('ada+x@acme.example')).toEqual(ada);
    expect(await directory.userByEmail('bob@acme.example')).toBeNull();
    expect(await directory.user(5)).toEqual(ada);
    expect(await directory.user(6)).toBeNull();
    const asked = opened.seen.length;
    // No id of the site's is so long, and asking for one is refused.
    expect(await directory.user(99_999_999_999)).toBeNull();
    expect(opened.seen).toHaveLength(asked);
  });

  test('are not found by e-mail address without an administrator', async () => {
    await using opened = await open((response) =>
      json(response, 403, { title: 'Forbidden Action' }),
    );
    await expect(opened.directory.userByEmail('ada@acme.example')).rejects.toMatchObject({
      code: 'site-forbidden',
      remedy: expect.stringContaining('ids') as string,
    });
  });

  test('in groups are on all pages', async () => {
    await using opened = await open((response, { url }) => {
      const page = Number(new URL(url, 'http://x').searchParams.get('page'));
      json(response, 200, { totalPages: 3, items: [{ id: page, name: `Group ${String(page)}` }] });
    });
    expect((await opened.directory.groups()).map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test.each([null, {}, { users: 3 }, { users: [{ id: 'x' }, null, 7], userGroups: [{ id: 3 }] }])(
    'who are experts as %j are read as far as they can be',
    async (body) => {
      await using opened = await open((response) => json(response, 200, body ?? {}));
      const { users, groups } = await opened.directory.expertsOf(3);
      expect(users).toEqual([]);
      expect(groups.length).toBe(body !== null && 'userGroups' in body ? 1 : 0);
    },
  );
});

/** A site with so many tags, as its `/tags` answers. */
function tagsOf(all: readonly string[]): Answer {
  return (response, { url }) => {
    const { searchParams } = new URL(url, 'http://x');
    const part = searchParams.get('partialName') ?? '';
    const items = all.flatMap((name, index) =>
      name.includes(part) ? [{ id: index + 1, name, subjectMatterExpertCount: index }] : [],
    );
    const totalPages = Math.max(1, Math.ceil(items.length / 100));
    json(response, 200, { totalCount: items.length, totalPages, items: items.slice(0, 100) });
  };
}

describe('tags', () => {
  const many = Array.from({ length: 250 }, (_, n) => `tag-${String(n).padStart(3, '0')}`);

  test('of a small site are looked up by one request, however many are asked for', async () => {
    await using opened = await open(tagsOf(['tls', 'docs']));
    const found = await opened.directory.tags(['tls', 'Docs', 'k8s'], 5);
    expect([...found]).toEqual([
      ['tls', { id: 1, name: 'tls', experts: null }],
      ['Docs', { id: 2, name: 'docs', experts: 1 }],
      ['k8s', null],
    ]);
    expect(opened.seen).toHaveLength(1);
  });

  test('of a large one are looked up by name, within the requests that there may be', async () => {
    await using opened = await open(tagsOf([...many, 'c#']));
    const found = await opened.directory.tags(['tag-003', 'c#', 'tag-240', 'none', 'tag-245'], 4);
    expect(found.get('tag-003')).toMatchObject({ id: 4 });
    expect(found.get('c#')).toMatchObject({ id: 251 });
    expect(found.get('tag-240')).toMatchObject({ id: 241 });
    expect(found.get('none')).toBeNull();
    expect(found.has('tag-245')).toBe(false);
    expect(opened.seen).toHaveLength(4);
  });

  test('one alone is looked up by its name', async () => {
    await using opened = await open(tagsOf(many));
    expect((await opened.directory.tags(['tag-240'], 5)).get('tag-240')).toMatchObject({ id: 241 });
    expect(opened.seen).toHaveLength(1);
    // That it is not among the first of those that look like it does not say that it is not there.
    expect((await opened.directory.tags(['tag-'], 5)).has('tag-')).toBe(false);
  });
});

test('tags of posts that were read need no request', async () => {
  await using opened = await open((response, { url }) =>
    url.includes('/articles')
      ? json(
          response,
          200,
          articleModel({ tags: [{ id: 3, name: 'tls', subjectMatterExpertCount: 2 }, 'odd'] }),
        )
      : json(response, 200, { totalPages: 1, items: [] }),
  );
  await opened.site.read({ kind: 'article', id: 12 });
  const tls = { id: 3, name: 'tls', experts: 2 };
  expect((await opened.directory.tags(['TLS'], 5)).get('TLS')).toEqual(tls);
  expect(opened.seen).toHaveLength(1);
  expect([...(await opened.directory.tags(['tls', 'k8s'], 5)).values()]).toEqual([tls, null]);
  expect(opened.seen[1]?.url).toContain('partialName=k8s');
});
