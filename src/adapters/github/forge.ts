import type { Forge } from '../../ports/forge.ts';
import { readLabels } from './labels.ts';
import { listMerged } from './merged-pull-requests.ts';
import { openGitHub, type GitHubOptions } from './open-github.ts';
import { readAbout, type About } from './repository-about.ts';

/** A forge whose connections are to be ended. */
export interface GitHubForge extends Forge {
  close(): Promise<void>;
}

/**
 * GitHub, over its REST and GraphQL interfaces. Nothing is loaded or sent before the first question.
 * Throws `insecure-url`.
 */
export function createGitHubForge(options: GitHubOptions): GitHubForge {
  const github = openGitHub(options);
  let about: About | null = null;
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
        });
      } finally {
        told.resolve();
        telling = null;
      }
    },
    ...(options.serverUrl !== undefined && { fileUrl: fileUrlOn(options.serverUrl, options) }),
    labelsAmong: (names) => readLabels(github, names),
    get requests() {
      return github.requests;
    },
    close: () => github.close(),
  };
}

/** Where a file's bytes are on the default branch; no character of it needs escapes in Markdown. */
function fileUrlOn(
  server: string,
  { repository: { owner, name } }: Pick<GitHubOptions, 'repository'>,
): (path: string) => string {
  const root = `${server.replace(/\/+$/, '')}/${owner}/${name}/raw/HEAD`;
  return (path) => `${root}/${path.split('/').map(segment).join('/')}`;
}

function segment(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
