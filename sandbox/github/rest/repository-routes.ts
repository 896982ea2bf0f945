import { effectiveRole } from '../access.ts';
import { repositoryModel, rights } from '../models/repository-model.ts';
import { releaseModel } from '../models/run-model.ts';
import { ownUserModel, userModel } from '../models/user-model.ts';
import { FakeGitHubProblem, notAccessible, notFound } from '../problem.ts';
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
    run: ({ fakeGitHub, caller, version }) => {
      const { has_downloads: downloads, ...rest } = repositoryModel(fakeGitHub, caller) as {
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
      const { fakeGitHub, caller } = call;
      const drafts = caller.installation || atLeast(effectiveRole(fakeGitHub, caller), 'write');
      const shown = [...fakeGitHub.releases.values()]
        .filter(({ draft }) => drafts || !draft)
        .sort((a, b) => b.created - a.created || b.id - a.id);
      return paged(
        call,
        'releases',
        shown.map((release) => releaseModel(fakeGitHub, release)),
      );
    },
  },
  {
    method: 'GET',
    path: 'repos/*/*/releases/tags/*',
    needs: ['contents'],
    level: 'read',
    run: ({ fakeGitHub, parts: [tag = ''] }) => {
      const release = fakeGitHub.releases.get(tag);
      if (release === undefined || release.draft) throw notFound();
      return ok(releaseModel(fakeGitHub, release));
    },
  },
  {
    method: 'GET',
    path: 'user',
    needs: [],
    level: 'none',
    run: ({ fakeGitHub, caller }) => {
      if (caller.user === null) throw new FakeGitHubProblem(401, 'Requires authentication');
      if (caller.installation) throw notAccessible();
      return ok(ownUserModel(fakeGitHub, caller.user));
    },
  },
  {
    method: 'GET',
    path: 'rate_limit',
    needs: [],
    level: 'none',
    run: ({ fakeGitHub, caller, version }) => {
      const now = fakeGitHub.clock.now();
      const core = fakeGitHub.rates.peek(caller, 'core', now);
      const resources = {
        core,
        search: { ...core, limit: 30, used: 0, remaining: 30, resource: 'search' },
        graphql: fakeGitHub.rates.peek(caller, 'graphql', now),
      };
      return ok(version < '2026-03-10' ? { resources, rate: core } : { resources });
    },
  },
];

function permission({ fakeGitHub, caller, parts: [login = ''] }: RestCall): RestAnswer {
  if (!caller.installation && !atLeast(effectiveRole(fakeGitHub, caller), 'write')) {
    if (caller.user === null) throw new FakeGitHubProblem(401, 'Requires authentication');
    throw new FakeGitHubProblem(403, 'Must have push access to view collaborator permission.');
  }
  const user = fakeGitHub.users.find(login);
  if (user === null) throw new FakeGitHubProblem(404, `${login} is not a user`);
  const role = effectiveRole(fakeGitHub, { user });
  const name = role === 'none' ? '' : role;
  return ok({
    permission: legacy[role],
    user: { ...userModel(fakeGitHub, user), permissions: rights(role), role_name: name },
    role_name: name,
  });
}
