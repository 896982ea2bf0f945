import type { PublishedRelease, ReleaseQuery } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { flag, nullable, text } from '../shape.ts';
import { webAddress } from '../web-address.ts';
import type { Gitea } from './open-gitea.ts';

const asked: Asked = {
  doing: 'read the releases',
  needs:
    'Check that the repository has releases, and give the job `permissions: { contents: read }`; or set sources.releases to false.',
};

const release = withDefaults(
  { name: null, body: null },
  partOf({
    tag_name: text,
    name: nullable(text),
    body: nullable(text),
    draft: flag,
    prerelease: flag,
    created_at: instant,
    published_at: instant,
    html_url: webAddress,
  }),
);

/** Lists published releases, by the time of their publishing. `here` is the repository's path in the API. */
export async function listReleases(
  gitea: Gitea,
  here: string,
  { all, tags }: ReleaseQuery,
): Promise<readonly PublishedRelease[]> {
  const found = new Map<string, PublishedRelease>();
  const add = (told: ReturnType<typeof release>) => {
    if (!told.draft && told.tag_name !== '') found.set(told.tag_name, published(told));
  };
  for await (const items of gitea.pages(asked, `${here}/releases`, release)) {
    for (const told of items) add(told);
    if (!all) break;
  }
  for (const tag of new Set(tags)) {
    if (found.has(tag)) continue;
    const path = `${here}/releases/tags/${encodeURIComponent(tag)}`;
    const told = await gitea.find(asked, path, release, [404]);
    if (told?.tag_name === tag) add(told);
  }
  return [...found.values()].sort(
    (a, b) => a.publishedAt - b.publishedAt || (a.tag < b.tag ? -1 : 1),
  );
}

function published(told: ReturnType<typeof release>): PublishedRelease {
  return {
    tag: told.tag_name,
    name: told.name ?? '',
    body: told.body ?? '',
    isPrerelease: told.prerelease,
    publishedAt: told.published_at,
    // Gitea tells no time of an edit; a release that is dated back is news when it is made.
    updatedAt: Math.max(told.created_at, told.published_at),
    url: told.html_url,
    // Nor the commit of its tag.
    commit: null,
  };
}
