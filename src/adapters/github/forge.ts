import type { Forge, MergedPullRequest, PullRequestQuery } from '../../ports/forge.ts';
import { readLabels } from './labels.ts';
import { listMerged, readMerged } from './merged-pull-requests.ts';
import { listReleases } from './published-releases.ts';
import { openGitHub, type GitHubOptions } from './open-github.ts';
import { readAbout, type About } from './repository-about.ts';

/** A forge whose connections are to be ended. */
export interface GitHubForge extends Forge {
  mergedPullRequests(query: PullRequestQuery): Promise<readonly MergedPullRequest[]>;
  close(): Promise<void>;
}

/**
 * GitHub, over its REST and GraphQL interfaces. Nothing is loaded or sent before the first question.
 * Throws `insecure-url`.
 */
export function createGitHubForge(options: GitHubOptions): GitHubForge {
  const github = openGitHub(options);
  let about: About | null = null;
  /** The first page of them, where it came with another answer. */
  let releases: unknown = null;
  /** A list under way, whose first answer will tell what the repository is. */
  let telling: Promise<unknown> | null = null;
  return {
    async isPublic() {
      await telling?.catch(() => undefined);
      about ??= await readAbout(github);
      return about.isPublic;
    },
    async mergedPullRequests(query) {
      const told = Promise.withResolvers<void>();
      telling ??= told.promise;
      try {
        return await listMerged({
          github,
          clock: options.clock,
          query,
          known: about,
          onAbout(seen) {
            about = seen;
            told.resolve();
          },
          onReleases(page) {
            releases = page;
          },
        });
      } finally {
        told.resolve();
        telling = null;
      }
    },
    async pullRequests(numbers) {
      about ??= await readAbout(github);
      return readMerged(github, numbers, about);
    },
    releases: (query) => listReleases(github, options.clock, query, releases),
    labelsAmong: (names) => readLabels(github, names),
    get requests() {
      return github.requests;
    },
    close: () => github.close(),
  };
}
