import type { PublishedRelease, ReleaseQuery } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { instant, partOf, withDefaults } from '../loose-shape.ts';
import { takeReleases } from '../forge-lists.ts';
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
  query: ReleaseQuery,
): Promise<readonly PublishedRelease[]> {
  const path = `${project}/releases`;
  const readOne = async (tag: string) => {
    const told = await gitlab.findIfServed(asked, `${path}/${encodeURIComponent(tag)}`, release);
    return told ? published(told, pages) : [];
  };
  async function* listed() {
    const list = `${path}?order_by=released_at&sort=desc`;
    for await (const items of gitlab.pages(asked, list, release, mostPages))
      yield items.flatMap((told) => published(told, pages));
  }
  return takeReleases(listed(), readOne, query);
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
