import { effectiveRole } from '../access.ts';
import { fullTeamModel, organizationModel } from '../models/team-model.ts';
import { ownUserModel } from '../models/user-model.ts';
import { notAccessible, notFound } from '../problem.ts';
import { teams } from '../users.ts';
import { ok, type RestCall, type Route } from './rest-call.ts';

/** Accounts, the organisation of the repository, and its teams. */
export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'users/*',
    needs: [],
    level: 'none',
    run: ({ github, parts: [login = ''] }) => {
      const user = github.users.find(login);
      if (user === null) throw notFound();
      return ok(ownUserModel(github, user));
    },
  },
  {
    method: 'GET',
    path: 'orgs/*',
    needs: [],
    level: 'none',
    run: (call) => {
      requireOwner(call);
      const { github, caller } = call;
      const owns = !caller.installation && effectiveRole(github, caller) === 'admin';
      return ok(organizationModel(github, owns));
    },
  },
  {
    method: 'GET',
    path: 'orgs/*/teams/*',
    needs: [],
    level: 'none',
    run: (call) => {
      requireOwner(call);
      const { github, caller, parts } = call;
      if (caller.installation) throw notAccessible();
      // Nobody else is a member.
      const isMember = caller.user !== null && github.users.role(caller.user) !== 'none';
      const team = teams.find(({ slug }) => slug === parts[1]?.toLowerCase());
      if (!isMember || team === undefined) throw notFound();
      return ok(fullTeamModel(github, team));
    },
  },
];

function requireOwner({ github, parts: [name = ''] }: RestCall): void {
  if (name.toLowerCase() !== github.owner.toLowerCase()) throw notFound();
}
