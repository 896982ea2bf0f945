import { effectiveRole } from '../access.ts';
import { repositoryModel, rights } from '../models/repository-model.ts';
import { releaseModel } from '../models/run-model.ts';
import { ownUserModel, userModel } from '../models/user-model.ts';
import { GitHubProblem, notAccessible, notFound } from '../problem.ts';
import { atLeast, type Role } from '../users.ts';
import { paged } from './paged.ts';
import { ok, type RestAnswer, type RestCall, type Route } from './rest-call.ts';

/** The old permission names know neither `maintain` nor `triage`. */
const legacy: Readonly<Record<Role, string>> = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
};

export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'repos/*/*',
    needs: [],
    level: 'read',
    run: ({ github, caller, version }) => {
      const { has_downloads: downloads, ...rest } = repositoryModel(github, caller) as {
        has_downloads: boolean;
      };
      return ok(version < '2026-03-10' ? { ...rest, has_downloads: downloads } : rest);
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/collaborators/*/permission',
    needs: [],
    level: 'read',
    run: permission,
  },
  {
    method: 'GET',
    path: 'repos/*/*/releases',
    needs: ['contents'],
    level: 'read',
    run: (call) => {
      const { github, caller } = call;
      const drafts = caller.installation || atLeast(effectiveRole(github, caller), 'write');
      const shown = [...github.releases.values()]
        .filter(({ draft }) => drafts || !draft)
        .sort((a, b) => b.created - a.created || b.id - a.id);
      return paged(
        call,
        'releases',
        shown.map((release) => releaseModel(github, release)),
      );
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/releases/tags/*',
    needs: ['contents'],
    level: 'read',
    run: ({ github, parts: [tag = ''] }) => {
      const release = github.releases.get(tag);
      if (release === undefined || release.draft) throw notFound();
      return ok(releaseModel(github, release));
    },
  },
  {
    method: 'GET',
    path: 'user',
    needs: [],
    level: 'none',
    run: ({ github, caller }) => {
      if (caller.user === null) throw new GitHubProblem(401, 'Requires authentication');
      if (caller.installation) throw notAccessible();
      return ok(ownUserModel(github, caller.user));
    },
  },
  {
    method: 'GET',
    path: 'rate_limit',
    needs: [],
    level: 'none',
    run: ({ github, caller, version }) => {
      const now = github.clock.now();
      const core = github.rates.peek(caller, 'core', now);
      const resources = {
        core,
        search: { ...core, limit: 30, used: 0, remaining: 30, resource: 'search' },
        graphql: github.rates.peek(caller, 'graphql', now),
      };
      return ok(version < '2026-03-10' ? { resources, rate: core } : { resources });
    },
  },
];

function permission({ github, caller, parts: [login = ''] }: RestCall): RestAnswer {
  if (!caller.installation && !atLeast(effectiveRole(github, caller), 'write')) {
    if (caller.user === null) throw new GitHubProblem(401, 'Requires authentication');
    throw new GitHubProblem(403, 'Must have push access to view collaborator permission.');
  }
  const user = github.users.find(login);
  if (user === null) throw new GitHubProblem(404, `${login} is not a user`);
  const role = effectiveRole(github, { user });
  const name = role === 'none' ? '' : role;
  return ok({
    permission: legacy[role],
    user: { ...userModel(github, user), permissions: rights(role), role_name: name },
    role_name: name,
  });
}
