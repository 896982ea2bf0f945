import type { FakeGitea } from './fake-gitea.ts';
import {
  commentModel,
  forgejoRunModel,
  pullModel,
  releaseModel,
  repositoryModel,
  runModel,
  userModel,
} from './models.ts';
import { actionsUser, GiteaProblem, type GiteaUser } from './records.ts';

export interface GiteaCall {
  readonly gitea: FakeGitea;
  readonly caller: GiteaUser;
  /** What stands for the stars of the path. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** What was sent, where that is JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

interface Route {
  readonly method: string;
  /** Below `repos/OWNER/NAME`. */
  readonly path: string;
  /** What it answers with; null: the server knows no such address. */
  run(call: GiteaCall): unknown;
}

const missing = (what: string) => new GiteaProblem(404, `${what} does not exist`);

function found<Item>(items: ReadonlyMap<number, Item>, id: string | undefined, what: string): Item {
  const item = items.get(Number(id));
  if (item === undefined) throw missing(`${what} [id: ${id}]`);
  return item;
}

/** A page of a list, of which Gitea says how long it is. */
export class Page {
  readonly body: readonly unknown[];
  readonly total: number;

  /** Gitea gives at most 50 at a time, and knows no other word for how many than `limit`. */
  constructor(all: readonly unknown[], query: URLSearchParams) {
    const size = Math.min(50, Number(query.get('limit')) || 30);
    const number = Number(query.get('page')) || 1;
    this.body = all.slice((number - 1) * size, number * size);
    this.total = all.length;
  }
}

/** All of a repository that is served. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '', run: ({ gitea }) => repositoryModel(gitea) },
  {
    method: 'GET',
    path: 'collaborators/*/permission',
    run({ gitea, caller, parts: [login = ''] }) {
      const isOwn = caller.login.toLowerCase() === login.toLowerCase();
      // A job's own token is never an administrator's, whatever the job may do.
      if (!isOwn && !['admin', 'owner'].includes(caller.permission))
        throw new GiteaProblem(
          403,
          'Only admins can query all permissions, repo admins can query all repo permissions, collaborators can query only their own',
        );
      const user = [...gitea.users.values()].find(
        (each) => each.login.toLowerCase() === login.toLowerCase(),
      );
      if (!user) throw missing(`user [uid: 0, name: ${login}]`);
      const { permission } = user;
      return { permission, role_name: permission, user: userModel(gitea, user) };
    },
  },
  {
    method: 'GET',
    path: 'actions/runs/*',
    run({ gitea, parts: [id] }) {
      const run = found(gitea.runs, id, 'run');
      if (gitea.isForgejo) return forgejoRunModel(gitea, run);
      return runModel(gitea, run, run.attempts.length);
    },
  },
  {
    method: 'GET',
    path: 'actions/runs/*/attempts/*',
    run({ gitea, parts: [id, attempt] }) {
      if (!gitea.hasAttempts || gitea.isForgejo) return null;
      const run = found(gitea.runs, id, 'run');
      if (run.attempts[Number(attempt) - 1] === undefined)
        throw missing(`run attempt ${attempt} for run ${id}`);
      return runModel(gitea, run, Number(attempt));
    },
  },
  {
    method: 'GET',
    path: 'pulls',
    run({ gitea, query }) {
      const all = [...gitea.pulls.values()].filter(({ state }) => state === query.get('state'));
      const sorted = all.toSorted((a, b) => b.updated - a.updated || b.number - a.number);
      return new Page(
        sorted.map((pull) => pullModel(gitea, pull)),
        query,
      );
    },
  },
  {
    method: 'GET',
    path: 'pulls/*',
    run: ({ gitea, parts: [number] }) =>
      pullModel(gitea, found(gitea.pulls, number, 'pull request')),
  },
  {
    method: 'GET',
    path: 'pulls/*/files',
    run({ gitea, query, parts: [number] }) {
      const { files } = found(gitea.pulls, number, 'pull request');
      return new Page(
        files.map(([filename, status]) => ({ filename, status })),
        query,
      );
    },
  },
  {
    method: 'GET',
    path: 'releases',
    run: ({ gitea, query }) =>
      new Page(
        [...gitea.releases.values()]
          .toSorted((a, b) => b.created - a.created)
          .map((release) => releaseModel(gitea, release)),
        query,
      ),
  },
  {
    method: 'GET',
    path: 'releases/tags/*',
    run({ gitea, parts: [tag = ''] }) {
      const release = gitea.releases.get(tag);
      if (!release) throw missing('release');
      return releaseModel(gitea, release);
    },
  },
  {
    method: 'GET',
    path: 'labels',
    run: ({ gitea, query }) =>
      new Page(
        [...gitea.labels].map((name) => ({ name })),
        query,
      ),
  },
  {
    method: 'GET',
    path: 'issues/*/comments',
    run: ({ gitea, parts: [thread] }) =>
      [...gitea.comments.values()]
        .filter((comment) => comment.thread === Number(thread))
        .map((comment) => commentModel(gitea, comment)),
  },
  {
    method: 'POST',
    path: 'issues/*/comments',
    run: ({ gitea, caller, parts: [thread], body }) =>
      commentModel(gitea, gitea.comment(Number(thread), caller, String(body['body']))),
  },
  {
    method: 'GET',
    path: 'issues/comments/*',
    run: ({ gitea, parts: [id] }) => commentModel(gitea, found(gitea.comments, id, 'comment')),
  },
  {
    method: 'PATCH',
    path: 'issues/comments/*',
    run({ gitea, caller, parts: [id], body }) {
      const comment = found(gitea.comments, id, 'comment');
      const mayWrite = ['write', 'admin', 'owner'].includes(caller.permission);
      if (comment.author.id !== caller.id && !mayWrite) throw new GiteaProblem(403, '');
      gitea.editComment(comment.id, String(body['body']));
      return commentModel(gitea, found(gitea.comments, id, 'comment'));
    },
  },
  {
    method: 'POST',
    path: 'issues/comments/*/reactions',
    run({ gitea, caller, parts: [id], body }) {
      const comment = found(gitea.comments, id, 'comment');
      const content = String(body['content']);
      const reactions = [...comment.reactions, content];
      gitea.comments.set(comment.id, { ...comment, reactions });
      return { user: userModel(gitea, caller), content };
    },
  },
  {
    method: 'GET',
    path: 'commits',
    async run({ gitea, query }) {
      const from = query.get('sha') ?? gitea.defaultBranch;
      const all = await gitea.git.history(from, query.get('path'));
      return new Page(
        all.map((sha) => ({ sha })),
        query,
      );
    },
  },
  {
    method: 'GET',
    path: 'commits/*/pull',
    run({ gitea, parts: [sha] }) {
      // For no other commit than that which merged it.
      const pull = [...gitea.pulls.values()].find(({ mergeCommit }) => mergeCommit === sha);
      if (!pull) throw missing('pull request');
      return pullModel(gitea, pull);
    },
  },
];

/** Whether the repository exists as far as somebody can tell. */
export function sees({ isPrivate }: FakeGitea, user: GiteaUser): boolean {
  return !isPrivate || user === actionsUser || user.permission !== 'none';
}
