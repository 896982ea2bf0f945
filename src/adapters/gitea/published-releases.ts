import type { PublishedRelease, ReleaseQuery } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { takeReleases } from '../forge-lists.ts';
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
  query: ReleaseQuery,
): Promise<readonly PublishedRelease[]> {
  const readOne = async (tag: string) => {
    const path = `${here}/releases/tags/${encodeURIComponent(tag)}`;
    const told = await gitea.find(asked, path, release, [404]);
    return told ? published(told) : [];
  };
  async function* listed() {
    for await (const items of gitea.pages(asked, `${here}/releases`, release))
      yield items.flatMap(published);
  }
  return takeReleases(listed(), readOne, query);
}

/** None of a draft. */
function published(told: ReturnType<typeof release>): PublishedRelease[] {
  if (told.draft || told.tag_name === '') return [];
  const made = {
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
  return [made];
}
