import type { Command, CommandOptions } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { plainOptions, sharedOptions } from './shared-options.ts';

const plain = Object.keys(plainOptions).map((name) => `--${name}`);
const shared = [...optionLines(sharedOptions), `  ${plain.join(', ')}`].join('\n');

/** The variables that a command line reads. */
const variables = [
  ['STACK_ACCESS_TOKEN', 'the token of Stack Internal; check, login, sandbox and demo need none'],
  ['STACK_TOKEN_EXPIRES', 'when it ends, as login says: doctor tells a week before'],
  ['STACK_API_KEY', 'the key of an application on an Enterprise site: for API v2.3 alone'],
  ['GITHUB_TOKEN', 'the token for GitHub: pull requests, and a ledger in a branch there'],
  ['GITHUB_REPOSITORY', 'OWNER/NAME, where the remote `origin` does not tell it'],
  ['GITHUB_SERVER_URL', 'a GitHub of your own, as https://github.acme.example'],
  ['GITHUB_API_URL', 'its API, and GITHUB_GRAPHQL_URL; else told from the server'],
  ['GITHUB_ACTIONS', 'in a workflow: then GITHUB_REF tells what the run is for'],
  ['GITLAB_TOKEN', "a project's token for GitLab: merge requests, and a ledger in a branch there"],
  ['GITLAB_COMMENT_TOKEN', 'another that comments on merge requests, with the scope `api`'],
  ['GITEA_ACTIONS', 'or FORGEJO_ACTIONS, in a workflow of these'],
  [
    'GITLAB_CI',
    'in a job of GitLab: CI_JOB_TOKEN asks at CI_API_V4_URL who approved; CI_JOB_MANUAL',
  ],
  [
    'CI_MERGE_REQUEST_IID',
    'the merge request of its pipeline; CI_MERGE_REQUEST_PROJECT_ID, CI_JOB_ID',
  ],
  ['BUILDKITE', 'in a job of Buildkite: BUILDKITE_API_TOKEN asks who unblocked its block step'],
  [
    'BUILDKITE_OIDC_TOKEN',
    "the job's own token, and BUILDKITE_CLIENT_ID: exchanged for one that asks",
  ],
  [
    'BUILDKITE_JOB_ID',
    'that job; BUILDKITE_BUILD_NUMBER and BUILDKITE_PIPELINE_SLUG name its build,',
  ],
  [
    'BUILDKITE_API_URL',
    'BUILDKITE_ORGANIZATION_SLUG whose; this: an API on this machine, for a test',
  ],
  ['TF_BUILD', 'in a job of Azure Pipelines: SYSTEM_ACCESSTOKEN asks who approved its stage'],
  [
    'SYSTEM_JOBID',
    'that job; BUILD_BUILDID, SYSTEM_TEAMPROJECTID and SYSTEM_COLLECTIONURI its run',
  ],
  ['CI_PROJECT_PATH', 'or CI_PROJECT_ID, and CI_DEFAULT_BRANCH: where `origin` does not tell them'],
  ['HTTPS_PROXY', 'a proxy, and NO_PROXY: the hosts that are reached without it'],
  ['NODE_EXTRA_CA_CERTS', "a file with your company's certificate authority"],
  ['USER', 'or USERNAME: who approved by hand, as a note'],
  ['CI', 'never ask, and draw no progress'],
  ['NO_COLOR', 'no colours; TERM=dumb does the same'],
] as const;

/** The text of `--help`, for all commands or for one. */
export function helpText(command: Command | null): string {
  if (command === null)
    return `stack-publish publishes curated docs from a repository to Stack Internal,
only after somebody approved exactly what will be posted.

Usage: stack-publish <command> [flags]

${commands.map((each) => `  ${each.name.padEnd(9)} ${summaryOf(each)}`).join('\n')}

Flags of all commands:
${shared}

\`stack-publish help <command>\` tells more of one.

Environment:
${variables.map(([name, about]) => `  ${name.padEnd(20)} ${about}`).join('\n')}
`;
  const parts = [
    `stack-publish ${command.name}: ${summaryOf(command)}`,
    optionLines(command.options).join('\n'),
    command.notes,
    `Flags of all commands:\n${shared}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What a command does, with the words that it takes. */
function summaryOf({ name, summary, operands }: Command): string {
  return operands.length === 0 ? summary : `${summary}: ${[name, ...operands].join(' ')}`;
}

function optionLines(options: CommandOptions): string[] {
  const flags = Object.entries(options).map(([name, { value, multiple, about }]) => {
    const taken = value === undefined ? '' : ` ${value}${multiple ? '…' : ''}`;
    return { flag: `--${name}${taken}`, about };
  });
  const width = Math.max(17, ...flags.map(({ flag }) => flag.length));
  return flags.map(({ flag, about }) => `  ${flag.padEnd(width)}  ${about}`);
}
