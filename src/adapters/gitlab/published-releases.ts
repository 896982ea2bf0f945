import type { PublishedRelease, ReleaseQuery } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { flag, nullable, text } from '../shape.ts';
import type { GitLab } from './open-gitlab.ts';

const asked: Asked = {
  doing: 'read the releases',
  needs:
    'Check that the project has releases and that the token may read them (GITLAB_TOKEN: `read_api`), or set sources.releases to false.',
};

/** So many pages hold more releases than a project has. */
const mostPages = 100;

const release = withDefaults(
  { name: null, description: null, upcoming_release: false, commit: null },
  partOf({
    tag_name: text,
    name: nullable(text),
    description: nullable(text),
    created_at: instant,
    released_at: instant,
    upcoming_release: flag,
    commit: nullable(partOf({ id: text })),
  }),
);

/**
 * Lists published releases, by the time of their publishing; none that is dated ahead. `project` is the
 * project's address and `pages` that of its pages.
 */
export async function listReleases(
  gitlab: GitLab,
  { project, pages }: { readonly project: string; readonly pages: string },
  { all, tags }: ReleaseQuery,
): Promise<readonly PublishedRelease[]> {
  const found = new Map<string, PublishedRelease>();
  const add = (told: ReturnType<typeof release>) => {
    for (const each of published(told, pages)) found.set(each.tag, each);
  };
  const path = `${project}/releases?order_by=released_at&sort=desc`;
  for await (const items of gitlab.pages(asked, path, release, mostPages)) {
    for (const told of items) add(told);
    if (!all) break;
  }
  const missing = [...new Set(tags)].filter((tag) => !found.has(tag));
  for (const tag of missing) {
    const told = await gitlab.findIfServed(
      asked,
      `${project}/releases/${encodeURIComponent(tag)}`,
      release,
    );
    if (told?.tag_name === tag) add(told);
  }
  return [...found.values()].sort(
    (a, b) => a.publishedAt - b.publishedAt || (a.tag < b.tag ? -1 : 1),
  );
}

function published(told: ReturnType<typeof release>, pages: string): PublishedRelease[] {
  const { tag_name: tag, name, description, commit } = told;
  if (told.upcoming_release || tag === '') return [];
  return [
    {
      tag,
      name: name ?? '',
      body: description ?? '',
      isPrerelease: isPrerelease(tag),
      publishedAt: told.released_at,
      // GitLab tells no time of an edit; a release that is dated back is news when it is made.
      updatedAt: Math.max(told.created_at, told.released_at),
      url: `${pages}/-/releases/${encodeURIComponent(tag)}`,
      commit: commit?.id ?? null,
    },
  ];
}

/** By its tag, as Semantic Versioning spells one: GitLab has no mark for it. */
function isPrerelease(tag: string): boolean {
  return /^v?\d+(?:\.\d+){1,2}-[\da-z]/i.test(tag);
}
