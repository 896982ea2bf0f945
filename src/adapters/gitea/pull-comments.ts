import { memoize } from '../../model/memoize.ts';
import type { PullComments } from '../../ports/pull-comments.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { partOf, withDefaults } from '../loose-shape.ts';
import { list, nullable, text, whole } from '../shape.ts';
import { openGitea, pathOf, type GiteaOptions } from './open-gitea.ts';
import { user } from './user-shape.ts';

/** The comments on Gitea's pull requests; its connections are to be ended. */
export interface GiteaPullComments extends PullComments {
  readonly requests: RequestCount;
  close(): Promise<void>;
}

const commentsShape = list(
  withDefaults({ user: null }, partOf({ id: whole(1), body: nullable(text), user })),
);
const fileShape = partOf({ filename: text, status: text });
const commitsShape = list(partOf({ sha: text }));
const pullShape = partOf({ number: whole(1) });
const selfShape = partOf({ login: text });

/** What a job's own token writes as, where Gitea does not say who that is. */
const usualBot = 'gitea-actions';
/** So many files are asked for at once. */
const atOnce = 6;

/** Opens the way to Gitea for the comments on pull requests. Throws `insecure-url`. */
export function openGiteaPullComments(options: GiteaOptions): GiteaPullComments {
  const gitea = openGitea(options);
  const here = pathOf(options.repository);
  const ownLogin = memoize(async () => {
    const asked = commenting('ask whose token it is');
    return (await gitea.find(asked, '/user', selfShape))?.login ?? usualBot;
  });

  async function pullOf(commit: string, path: string): Promise<number | null> {
    const asked: Asked = {
      doing: 'read which pull requests changed the pages',
      needs: 'Give the job `permissions: { contents: read, pull-requests: read }`.',
    };
    const query = `sha=${commit}&path=${encodeURIComponent(path)}&limit=1&stat=false&files=false&verification=false`;
    const commits = await gitea.find(asked, `${here}/commits?${query}`, commitsShape);
    const sha = commits?.[0]?.sha;
    if (sha === undefined || !/^[0-9a-f]{40,64}$/.test(sha)) return null;
    // Gitea names it for the commit that merged it and, where it knows them, for its own commits.
    return (await gitea.find(asked, `${here}/commits/${sha}/pull`, pullShape))?.number ?? null;
  }

  return {
    kind: 'pull-request',
    async find(pull, start) {
      const asked = commenting(`read the comments of the pull request ${pull}`);
      // They come in one list.
      const comments = await gitea.get(asked, `${here}/issues/${pull}/comments`, commentsShape);
      for (const { id, body, user: author } of comments)
        // Anyone can write the text that ours begin with.
        if (body?.startsWith(start) && author?.login === (await ownLogin())) return { id, body };
      return null;
    },
    async write(pull, known, body) {
      const asked = commenting(`comment on the pull request ${pull}`);
      if (known === null)
        await gitea.write(asked, 'POST', `${here}/issues/${pull}/comments`, { body });
      else await gitea.write(asked, 'PATCH', `${here}/issues/comments/${known.id}`, { body });
    },
    async changedFiles(pull) {
      const asked = commenting(`read the files of the pull request ${pull}`);
      const files = new Set<string>();
      for await (const items of gitea.pages(asked, `${here}/pulls/${pull}/files`, fileShape))
        for (const { filename, status } of items) if (status !== 'deleted') files.add(filename);
      return files;
    },
    async pullsOfFiles(commit, paths) {
      const found = new Map<string, number>();
      for (let at = 0; at < paths.length; at += atOnce)
        await Promise.all(
          paths.slice(at, at + atOnce).map(async (path) => {
            const number = await pullOf(commit, path);
            if (number !== null) found.set(path, number);
          }),
        );
      return found;
    },
    get requests() {
      return gitea.requests;
    },
    close: () => gitea.close(),
  };
}

function commenting(doing: string): Asked {
  return { doing, needs: 'Give the job `permissions: { pull-requests: write }`.' };
}
