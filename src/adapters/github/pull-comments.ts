import type { OwnComment, PullComments } from '../../ports/pull-comments.ts';
import type { RequestCount } from '../../ports/site.ts';
import { Fault } from '../../model/error.ts';
import { memoize } from '../../model/memoize.ts';
import { flag, list, nullable, object, text, whole, type Shape } from '../shape.ts';
import { partOf } from '../loose-shape.ts';
import { openGitHub, type GitHub, type GitHubOptions } from './open-github.ts';
import { repositoryOf } from './repository-about.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

/** The comments on GitHub's pull requests; its connections are to be ended. */
export interface GitHubPullComments extends PullComments {
  readonly requests: RequestCount;
  close(): Promise<void>;
}

const user = nullable(partOf({ login: text, type: text }));
const commentsShape = list(partOf({ id: whole(1), body: nullable(text), user }));
const filesShape = list(partOf({ filename: text, status: text }));
const viewerShape = partOf({ viewer: partOf({ login: text }) });
const historyShape = object({
  nodes: list(
    object({
      associatedPullRequests: nullable(
        object({ nodes: list(partOf({ number: whole(1), merged: flag })) }),
      ),
    }),
  ),
});

const perPage = 100;
/** GitHub lists no more files of a pull request, and no sane one has more comments. */
const mostPages = 30;
/** So many files are asked for at once. */
const filesAtOnce = 50;

/** What a workflow's own token writes as, where GitHub does not say who that is. */
const usualBot = 'github-actions[bot]';

/** Opens the way to GitHub for the comments on pull requests. Throws `insecure-url`. */
export function openPullComments(options: GitHubOptions): GitHubPullComments {
  const github = openGitHub(options);
  const { owner, name: repo } = options.repository;
  const where = { owner, repo };
  const ownLogin = memoize(() => readOwnLogin(github));

  return {
    kind: 'pull-request',
    async find(pull, start) {
      const asked = commenting(`read the comments of the pull request ${pull}`);
      const pages = readPages(github, asked, commentsShape, ({ rest }, page) =>
        rest.issues.listComments({ ...where, issue_number: pull, per_page: perPage, page }),
      );
      for await (const { id, body, user } of pages) {
        if (!body?.startsWith(start) || user === null) continue;
        // Anyone can write the text that ours begin with.
        if (user.login === (await ownLogin())) return { id, body };
      }
      return null;
    },
    async write(pull, known: OwnComment | null, body) {
      const asked = commenting(`comment on the pull request ${pull}`);
      await github.rest(asked, ({ rest }) =>
        known === null
          ? rest.issues.createComment({ ...where, issue_number: pull, body })
          : rest.issues.updateComment({ ...where, comment_id: known.id, body }),
      );
    },
    async changedFiles(pull) {
      const asked: Asked = {
        doing: `read the files of the pull request ${pull}`,
        permissions: 'pull-requests: read',
      };
      const pages = readPages(github, asked, filesShape, ({ rest }, page) =>
        rest.pulls.listFiles({ ...where, pull_number: pull, per_page: perPage, page }),
      );
      const files = new Set<string>();
      for await (const { filename, status } of pages) if (status !== 'removed') files.add(filename);
      return files;
    },
    async pullsOfFiles(commit, paths) {
      const found = new Map<string, number>();
      for (let from = 0; from < paths.length; from += filesAtOnce) {
        const some = paths.slice(from, from + filesAtOnce);
        for (const [path, number] of await pullsOfSome(github, commit, some))
          found.set(path, number);
      }
      return found;
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close(),
  };
}

type Client = Parameters<Parameters<GitHub['rest']>[1]>[0];

/** Reads a list page by page, as long as somebody takes what is on it. */
async function* readPages<T>(
  github: GitHub,
  asked: Asked,
  shape: Shape<T[]>,
  call: (client: Client, page: number) => ReturnType<Parameters<GitHub['rest']>[1]>,
): AsyncGenerator<T> {
  for (let page = 1; page <= mostPages; page += 1) {
    const items = shaped(shape, await github.rest(asked, (client) => call(client, page)), asked);
    yield* items;
    if (items.length < perPage) return;
  }
}

/** The login that the token writes under, as REST spells it. */
async function readOwnLogin(github: GitHub): Promise<string> {
  const asked: Asked = { doing: 'ask whose token it is', permissions: 'metadata: read' };
  try {
    const data = await github.graphql(asked, 'query Viewer { viewer { login } }', {});
    return shaped(viewerShape, data, asked).viewer.login;
  } catch (error) {
    if (error instanceof Fault && error.kind === 'forge') return usualBot;
    throw error;
  }
}

async function pullsOfSome(
  github: GitHub,
  commit: string,
  paths: readonly string[],
): Promise<readonly (readonly [string, number])[]> {
  const asked: Asked = {
    doing: 'read which pull requests changed the pages',
    permissions: 'contents: read, pull-requests: read',
  };
  const variables = paths.map((_, index) => `$path${index}: String!`).join(', ');
  const fields = paths.map(
    (_, index) =>
      `file${index}: history(first: 1, path: $path${index}) { nodes { associatedPullRequests(first: 10) { nodes { number merged } } } }`,
  );
  const query = `query PullsOfFiles($owner: String!, $name: String!, $commit: GitObjectID!, ${variables}) {
  repository(owner: $owner, name: $name) { object(oid: $commit) { ... on Commit { ${fields.join(' ')} } } }
}`;
  const values = Object.fromEntries(paths.map((path, index) => [`path${index}`, path]));
  const data = await github.graphql(asked, query, { ...github.repository, commit, ...values });
  const object = repositoryOf(data, asked)['object'];
  if (object === null) return [];
  return paths.flatMap((path, index) => {
    const name = `file${index}`;
    const [last] = shaped(partOf({ [name]: historyShape }), object, asked)[name]?.nodes ?? [];
    const merged = last?.associatedPullRequests?.nodes.filter((pull) => pull.merged) ?? [];
    const [pull] = merged;
    return pull ? [[path, pull.number] as const] : [];
  });
}

function commenting(doing: string): Asked {
  return { doing, permissions: 'pull-requests: write' };
}
