import { memoize } from '../../model/memoize.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { partOf, withDefaults } from '../loose-shape.ts';
import { flag, list, text } from '../shape.ts';
import { listMerged, readPulls } from './merged-pull-requests.ts';
import { listReleases } from './published-releases.ts';
import { openGitea, pathOf, requireSame, type GiteaOptions } from './open-gitea.ts';

/** A forge whose connections are to be ended. */
export interface GiteaForge extends Forge {
  close(): Promise<void>;
}

const repositoryShape = partOf({
  full_name: text,
  private: flag,
  internal: flag,
  default_branch: text,
  owner: withDefaults({ visibility: '' }, partOf({ visibility: text })),
});
const labelShape = partOf({ name: text });
const aboutAsked: Asked = {
  doing: 'look at the repository',
  needs: 'Check GITHUB_REPOSITORY, and give the job `permissions: { contents: read }`.',
};
const labelsAsked: Asked = {
  doing: 'read the labels',
  needs: 'Give the job `permissions: { issues: read }`.',
};

/** Gitea, over its REST interface. Nothing is sent before the first question. Throws `insecure-url`. */
export function createGiteaForge(options: GiteaOptions): GiteaForge {
  const { repository, clock } = options;
  const gitea = openGitea(options);
  const here = pathOf(repository);

  const about = memoize(async () => {
    const found = await gitea.get(aboutAsked, here, repositoryShape);
    requireSame(aboutAsked, found.full_name, `${repository.owner}/${repository.name}`);
    return found;
  });
  const listing = async () => ({
    gitea,
    clock,
    here,
    defaultBranch: (await about()).default_branch,
  });

  return {
    async isPublic() {
      const { private: isPrivate, internal, owner } = await about();
      // What belongs to an account that not everyone sees is not for everyone either.
      return !isPrivate && !internal && !['limited', 'private'].includes(owner.visibility);
    },
    mergedPullRequests: async (query) => listMerged(await listing(), query),
    pullRequests: async (numbers) => readPulls(await listing(), numbers),
    releases: (query) => listReleases(gitea, here, query),
    async labelsAmong(names) {
      const found = new Set<string>();
      const isWhole = () => names.every((name) => found.has(name));
      for await (const labels of gitea.pages(labelsAsked, `${here}/labels`, labelShape)) {
        for (const { name } of labels) found.add(name);
        if (isWhole()) break;
      }
      // Those of an organization stand in a list of their own, which the owner of a repository may not have.
      const ofOwner = `/orgs/${encodeURIComponent(repository.owner)}/labels?limit=50`;
      const more = isWhole() ? null : await gitea.find(labelsAsked, ofOwner, list(labelShape));
      for (const { name } of more ?? []) found.add(name);
      return names.filter((name) => found.has(name));
    },
    get requests() {
      return gitea.requests;
    },
    close: () => gitea.close(),
  };
}
