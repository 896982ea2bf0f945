import { callerThere, seesRepository } from '../access.ts';
import { repositoryModel } from '../models/repository-model.ts';
import { notFound } from '../problem.ts';
import { paged } from './paged.ts';
import type { RestCall, Route } from './rest-call.ts';

/** The repositories of the organisation, as far as the caller sees them. */
export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'orgs/*/repos',
    needs: [],
    level: 'none',
    run: (call: RestCall) => {
      const { github, caller, parts } = call;
      if (parts[0]?.toLowerCase() !== github.owner.toLowerCase()) throw notFound();
      const shown = [github, ...github.siblings.values()].filter((each) =>
        seesRepository(each, callerThere(each, caller)),
      );
      const items = shown
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map((each) => repositoryModel(each, callerThere(each, caller)));
      return paged(call, `../orgs/${github.owner}/repos`, items);
    },
  },
];
