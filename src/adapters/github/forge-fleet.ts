import type { FleetRepository, ForgeFleet } from '../../ports/forge-fleet.ts';
import { partOf, withDefaults } from '../loose-shape.ts';
import { flag, list, nullable, text } from '../shape.ts';
import { createFleetPlace } from './fleet-place.ts';
import { isOpen } from './forge-setup.ts';
import { openGitHub, type GitHubOptions } from './open-github.ts';
import { parseRepositoryName } from './repository-name.ts';
import { otherAnswer } from './require-same.ts';
import { planShape } from './setup-shapes.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

/** An organisation to set up; its connections are to be ended. */
export interface GitHubFleet extends ForgeFleet {
  close(): Promise<void>;
}

/** GitHub lists a hundred repositories a page; no organisation that is set up has as many pages. */
const mostPages = 200;

const rights = withDefaults(
  { permissions: null },
  partOf({ permissions: nullable(partOf({ admin: flag })) }),
);
const repositoryShape = withDefaults(
  { visibility: null, topics: [] },
  partOf({
    full_name: text,
    default_branch: text,
    private: flag,
    visibility: nullable(text),
    archived: flag,
    fork: flag,
    topics: list(text),
  }),
);

/** GitHub, as `init --org` sets the repositories of an organisation up. Throws `insecure-url`. */
export function createForgeFleet(
  options: Omit<GitHubOptions, 'repository'>,
  organisation: string,
): GitHubFleet {
  const github = openGitHub({ ...options, repository: { owner: organisation, name: '.github' } });

  /** What the organisation pays for; null where only its owners are told. */
  async function plan(): Promise<string | null> {
    const asked = reading(`the organisation ${organisation}`);
    const data = await github.rest(asked, ({ rest }) => rest.orgs.get({ org: organisation }));
    return shaped(planShape, data, asked);
  }

  async function repositories(): Promise<readonly FleetRepository[]> {
    const asked = reading(`the repositories of ${organisation}`);
    const paid = await plan();
    const found = new Map<string, FleetRepository>();
    for (let page = 1; page <= mostPages; page += 1) {
      const data = await github.rest(asked, ({ rest }) =>
        rest.repos.listForOrg({
          org: organisation,
          type: 'all',
          sort: 'full_name',
          per_page: 100,
          page,
        }),
      );
      const values = shaped(
        list((value: unknown) => value),
        data,
        asked,
      );
      for (const value of values) {
        const each = shaped(repositoryShape, value, asked);
        const name = parseRepositoryName(each.full_name);
        if (name?.owner.toLowerCase() !== organisation.toLowerCase())
          throw otherAnswer(asked, JSON.stringify(each.full_name).slice(0, 100));
        const { permissions } = shaped(rights, value, asked);
        found.set(each.full_name.toLowerCase(), {
          name: each.full_name,
          defaultBranch: each.default_branch,
          mayHaveReviewers:
            isOpen(each, options.apiUrl) || (paid === null ? null : paid === 'enterprise'),
          isArchived: each.archived,
          isFork: each.fork,
          isAdmin: permissions?.admin ?? null,
          topics: each.topics,
        });
      }
      if (values.length < 100) break;
    }
    return [...found.values()];
  }

  return {
    repositories,
    at(full) {
      const name = parseRepositoryName(full);
      if (name === null) throw new TypeError('it is no OWNER/NAME');
      return createFleetPlace(github.at(name), options);
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close(),
  };
}

const reading = (what: string): Asked => ({ doing: `read ${what}`, permissions: 'metadata: read' });
