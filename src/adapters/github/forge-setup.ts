import { Fault } from '../../model/error.ts';
import type { ForgeSetup } from '../../ports/forge-setup.ts';
import { isLoopback, parseBase } from '../http/pinned-origin.ts';
import type { Shape } from '../shape.ts';
import { approvalForgeOver } from './approval-forge.ts';
import { readLabels } from './labels.ts';
import { requireSame } from './require-same.ts';
import { openGitHub, type GitHub, type GitHubOptions } from './open-github.ts';
import {
  foundEnvironmentShape,
  idShape,
  planShape,
  repositoryShape,
  secretsShape,
  settingsBody,
} from './setup-shapes.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

/** A forge to set up; its connections are to be ended. */
export interface GitHubSetup extends ForgeSetup {
  close(): Promise<void>;
}

type Call = Parameters<GitHub['rest']>[1];

/** GitHub, as `init` sets a repository up there. Throws `insecure-url`. */
export function createForgeSetup(options: GitHubOptions): GitHubSetup {
  return forgeSetupOver(openGitHub(options), options);
}

/** The same over a way that is open. */
export function forgeSetupOver(
  github: GitHub,
  options: Pick<GitHubOptions, 'apiUrl'>,
): GitHubSetup {
  const approvals = approvalForgeOver(github);
  const { owner, name: repo } = github.repository;
  const where = { owner, repo };

  const ask = async <T>(asked: Asked, shape: Shape<T>, call: Call): Promise<T> =>
    shaped(shape, await github.rest(asked, call), asked);

  /** Null where GitHub refuses, for whatever reason. */
  const askIfAllowed = async <T>(asked: Asked, shape: Shape<T>, call: Call): Promise<T | null> =>
    ask(asked, shape, call).catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'forge-refused') return null;
      throw error;
    });

  /** Null where there is nothing of that name. */
  const askIfThere = async <T>(asked: Asked, shape: Shape<T>, call: Call): Promise<T | null> => {
    const data = await github.rest(asked, (octokit) =>
      call(octokit).catch((error: unknown) => {
        if ((error as { readonly status?: unknown }).status === 404)
          return { data: missing, headers: {} };
        throw error;
      }),
    );
    return data === missing ? null : shaped(shape, data, asked);
  };

  const planOf = (organisation: string): Promise<string | null> =>
    askIfAllowed(reading(`what ${organisation} pays for`), planShape, ({ rest }) =>
      rest.orgs.get({ org: organisation }),
    );

  return {
    async repository() {
      const asked = reading('the repository');
      const found = await ask(asked, repositoryShape, ({ rest }) => rest.repos.get(where));
      requireSame(asked, found.full_name, `${owner}/${repo}`);
      const open = isOpen(found, options.apiUrl);
      const isTeam = found.owner.type === 'Organization';
      const plan = open || !isTeam ? null : await planOf(found.owner.login);
      return {
        defaultBranch: found.default_branch,
        mayHaveReviewers: open || (isTeam && (plan === null ? null : plan === 'enterprise')),
      };
    },
    labelsAmong: (names) => readLabels(github, names),
    async createLabel(label) {
      const asked = writing(`create the label ${label.name}`, 'issues: write');
      await github.rest(asked, ({ rest }) => rest.issues.createLabel({ ...where, ...label }));
    },
    async environment(name) {
      const asked = reading(`the environment ${name}`, 'actions: read');
      const found = await askIfThere(asked, foundEnvironmentShape, ({ rest }) =>
        rest.repos.getEnvironment({ ...where, environment_name: name }),
      );
      if (found !== null) requireSame(asked, found.name, name);
      return found;
    },
    branchesOf: (name) => approvals.branchesOf(name),
    async putEnvironment(name, settings) {
      const asked = writing(`set up the environment ${name}`, 'administration: write');
      const found = await ask(asked, foundEnvironmentShape, ({ rest }) =>
        rest.repos.createOrUpdateEnvironment({
          ...where,
          environment_name: name,
          ...settingsBody(settings),
        }),
      );
      requireSame(asked, found.name, name);
      return found;
    },
    async addBranch(environment, branch) {
      const asked = writing(
        `limit the environment ${environment} to ${branch}`,
        'administration: write',
      );
      await github.rest(asked, async ({ rest }) => {
        const { status, ...answer } = await rest.repos.createDeploymentBranchPolicy({
          ...where,
          environment_name: environment,
          name: branch,
          type: 'branch',
        });
        // It leads to the one that is there already, and is not followed.
        return { ...answer, status: (status as number) === 303 ? 200 : status };
      });
    },
    async secretsOf(environment) {
      const found = await askIfAllowed(
        reading(`the names of the secrets of ${environment}`, 'environments: read'),
        secretsShape,
        ({ rest }) =>
          rest.actions.listEnvironmentSecrets({
            ...where,
            environment_name: environment,
            per_page: 100,
          }),
      );
      return found && found.secrets.map(({ name }) => name);
    },
    async reviewer(name) {
      const [organisation = '', team] = name.split('/');
      const asked = reading(`who ${name} is`, 'members: read');
      const found =
        team === undefined
          ? await askIfThere(asked, idShape, ({ rest }) =>
              rest.users.getByUsername({ username: name }),
            )
          : await askIfThere(asked, idShape, ({ rest }) =>
              rest.teams.getByName({ org: organisation, team_slug: team }),
            );
      return found && { type: team === undefined ? 'User' : 'Team', id: found.id };
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close(),
  };
}

/** Whether environments may have reviewers whatever is paid for. */
export function isOpen(
  found: { readonly private: boolean; readonly visibility: string | null },
  apiUrl: string,
): boolean {
  const { host, hostname } = parseBase(apiUrl);
  // A company's own GitHub is an Enterprise; a local one stands for github.com.
  const isOwn = host !== 'api.github.com' && !isLoopback(hostname);
  return !found.private || found.visibility === 'internal' || isOwn;
}

/** Stands for an answer that says that there is nothing. */
const missing = Symbol('missing');

const reading = (what: string, permissions = 'metadata: read'): Asked => ({
  doing: `read ${what}`,
  permissions,
});

const writing = (doing: string, permissions: string): Asked => ({ doing, permissions });
