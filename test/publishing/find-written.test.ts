import { describe, expect, test } from 'vitest';
import type { SitePost } from '../../src/ports/site.ts';
import { findWritten } from '../../src/publishing/find-written.ts';
import { article, now, raw, shown } from '../planning/fixtures.ts';
import { listedSite } from '../planning/listed-site.ts';

const content = article();
const since = now - 60_000;
const made = shown(content, { created: since, activity: since });

async function find(posts: readonly SitePost[], claimed: readonly number[] = []) {
  const site = listedSite(posts, { pageSize: 2 });
  const written = findWritten(content, since, {
    site,
    account: 1,
    claimed: new Set(claimed),
    encodings: raw,
  });
  return { ids: (await written).map(({ id }) => id), asked: site.asked };
}

describe('a create without an answer', () => {
  test('is found by its title and text', async () => {
    expect((await find([made])).ids).toEqual([7]);
  });

  test('is found however the site spells it', async () => {
    const body = content.body.trimEnd().replaceAll('\n', '\r\n');
    expect((await find([{ ...made, body }])).ids).toEqual([7]);
  });

  test('is found twice where it was made twice', async () => {
    const other = shown(content, { id: 8, created: now, activity: now });
    expect((await find([made, other])).ids).toEqual([8, 7]);
  });

  test.each<[string, SitePost, (readonly number[])?]>([
    ['of another source', made, [7]],
    ['with another text', { ...made, body: 'other\n' }],
    ['with another title', { ...made, title: 'Other' }],
    ['that is older', { ...made, created: since - 1001 }],
  ])('is not a post %s', async (_, post, claimed) => {
    expect((await find([post], claimed)).ids).toEqual([]);
  });

  test('is looked for only as far back as it can be', async () => {
    const old = [1, 2, 3, 4].map((id) =>
      shown(content, { id, created: since - 5000, activity: since - 5000 - id }),
    );
    const { asked, ids } = await find([made, ...old]);
    expect(ids).toEqual([7]);
    expect(asked.filter((each) => each.startsWith('list'))).toEqual(['list article 1']);
  });
});
