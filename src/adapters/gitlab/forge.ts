import { memoize } from '../../model/memoize.ts';
import type { Forge } from '../../ports/forge.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { partOf } from '../loose-shape.ts';
import { list, text } from '../shape.ts';
import { listMergedRequests, readRequests } from './merged-merge-requests.ts';
import { listReleases } from './published-releases.ts';
import { openGitLab, type GitLabOptions } from './open-gitlab.ts';

/** A forge whose connections are to be ended. */
export interface GitLabForge extends Forge {
  close(): Promise<void>;
}

export interface GitLabForgeOptions extends GitLabOptions {
  /** The project's id, or its path with its groups. */
  readonly project: string;
  /** The address of the project's pages. */
  readonly pages: string;
  /** The default branch, as git tells it: a job's own token may not ask for the project. */
  readonly defaultBranch: () => Promise<string>;
}

const projectShape = partOf({ visibility: text });
const labelsShape = list(partOf({ name: text }));
const aboutAsked: Asked = {
  doing: 'look at the project',
  needs: 'Check that the token may read the project, or set `visibility`.',
};
const labelsAsked: Asked = {
  doing: 'read the labels',
  needs: 'Set GITLAB_TOKEN to a project token with `read_api`.',
};

/** GitLab, over its REST interface. Nothing is sent before the first question. Throws `insecure-url`. */
export function createGitLabForge(options: GitLabForgeOptions): GitLabForge {
  const { token, clock } = options;
  const gitlab = openGitLab(options);
  // GitLab takes no token of a job for the project itself: what it tells then, it tells everyone.
  const asker = token.kind === 'job' ? openGitLab({ ...options, token: { kind: 'none' } }) : gitlab;
  const project = encodeURIComponent(options.project);
  const defaultBranch = memoize(options.defaultBranch);
  const listing = async () => ({
    gitlab,
    clock,
    project,
    defaultBranch: await defaultBranch(),
  });
  return {
    isPublic: memoize(async () => {
      const about = await asker.findIfServed(aboutAsked, `/projects/${project}`, projectShape);
      // To everyone who is signed in, an internal project is open: to a company, not to the world.
      return about && about.visibility === 'public';
    }),
    mergedPullRequests: async (query) => listMergedRequests(await listing(), query),
    pullRequests: async (numbers) => readRequests(await listing(), numbers),
    releases: async (query) =>
      listReleases(gitlab, { project: `/projects/${project}`, pages: options.pages }, query),
    async labelsAmong(names) {
      const found = new Set<string>();
      for (const name of names) {
        const path = `/projects/${project}/labels?search=${encodeURIComponent(name)}&per_page=100`;
        for (const label of await gitlab.get(labelsAsked, path, labelsShape)) found.add(label.name);
      }
      return names.filter((name) => found.has(name));
    },
    get requests() {
      const own = gitlab.requests;
      if (asker === gitlab) return own;
      return { total: own.total + asker.requests.total, writes: own.writes };
    },
    async close() {
      await gitlab.close();
      if (asker !== gitlab) await asker.close();
    },
  };
}
