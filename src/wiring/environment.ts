import type { ProxySettings } from '../adapters/http/open-dispatcher.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { readAzure, type AzureEnvironment } from './ci/azure.ts';
import { readBuildkite, type BuildkiteEnvironment } from './ci/buildkite.ts';
import { readGitHub, type GitHubEnvironment, type GitHubEvent } from './ci/github.ts';
import { readGitLab, type GitLabEnvironment } from './ci/gitlab.ts';
import { secretVariables, type Variables } from './variables.ts';

/** What an edge was told, and what it has at hand. */
interface EdgeOptions {
  /** The checkout, or a folder in it. */
  readonly cwd: string;
  /** An absolute path, or null for the usual names. */
  readonly configFile: string | null;
  readonly log: Log;
  readonly clock: Clock;
  /** Aborted once nothing more may be begun; left out where nobody can stop the run so. */
  readonly stop?: AbortSignal;
}

/** Where a run is: what the edge was told, and what the variables say. */
export interface Environment extends EdgeOptions {
  readonly stackToken: string | undefined;
  /** When it ends, as whoever stored it says. */
  readonly stackTokenExpires: string | undefined;
  readonly stackApiKey: string | undefined;
  readonly proxy: ProxySettings;
  /** Who the process says that it runs for: a note, and no proof. */
  readonly operator: string | null;
  readonly github: GitHubEnvironment;
  readonly gitlab: GitLabEnvironment;
  readonly buildkite: BuildkiteEnvironment;
  readonly azure: AzureEnvironment;
  /**
   * The event that started the run, where it is a run of the Action. Only the Action takes GitHub's
   * word for who approved: a command line in some step of a workflow does not.
   */
  readonly event: GitHubEvent | null;
}

/** The secrets of a run, which nothing that is shown may hold. */
export function secretsOf(environment: Environment): readonly string[] {
  const { stackToken, stackApiKey, github, gitlab, buildkite, azure } = environment;
  const { givenToken, jobToken, givenCommentToken } = gitlab;
  const forges = [
    github.givenToken,
    github.givenRolesToken,
    givenToken,
    jobToken,
    givenCommentToken,
  ];
  const cis = [buildkite.givenToken, buildkite.oidcToken, azure.givenToken];
  return [stackToken, stackApiKey, ...forges, ...cis].flatMap((secret) => secret ?? []);
}

/** Reads the variables, once for the whole run. */
export function readEnvironment(
  edge: EdgeOptions,
  variables: Variables,
  event: GitHubEvent | null,
): Environment {
  return {
    ...edge,
    stackToken: variables[secretVariables.stackToken],
    stackTokenExpires: variables['STACK_TOKEN_EXPIRES'],
    stackApiKey: variables[secretVariables.stackApiKey],
    proxy: {
      https: variables['HTTPS_PROXY'] ?? variables['https_proxy'],
      exclude: variables['NO_PROXY'] ?? variables['no_proxy'],
    },
    operator: variables['USER'] ?? variables['USERNAME'] ?? null,
    github: readGitHub(variables),
    gitlab: readGitLab(variables),
    buildkite: readBuildkite(variables),
    azure: readAzure(variables),
    event,
  };
}
