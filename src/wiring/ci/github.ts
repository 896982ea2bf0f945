import type { CheckedPullRequest } from '../../ports/forge.ts';
import { readJsonFile } from '../../adapters/read-json-file.ts';
import { commentCommand } from '../../approval/comment-command.ts';
import type { CommentEvent } from '../../approval/comment.ts';
import type { Variables } from '../variables.ts';
import { gitHubAddresses, isGiteaApi, type GitHubAddresses } from './github-addresses.ts';

// The one reader of what a GitHub runner says. Every run of the Action loads it, for whatever
// comment: it imports as little as can be.

/** What a runner's variables say. Elsewhere anyone may set them, too. */
export interface GitHubEnvironment extends GitHubAddresses {
  /** Whether this is a run of GitHub Actions. */
  readonly isRunner: boolean;
  /** Whether it is a Gitea or Forgejo, whose runners name themselves as GitHub's do. */
  readonly isGitea: boolean;
  /** As it was given; expected to be OWNER/NAME. Null where it was not given. */
  readonly repository: string | null;
  /** As it was given, and never to be sent so: `gitHubToken` reads it. */
  readonly givenToken: string | null;
  /** A token for the roles of people, on a Gitea; as it was given: `rolesToken` reads it. */
  readonly givenRolesToken: string | null;
  /** The full name of the ref that the run is for. */
  readonly ref: string | null;
  /** Who and what runs, as it was given. */
  readonly run: {
    readonly id: string | undefined;
    readonly attempt: string | undefined;
    readonly actor: string | undefined;
    /** The commit that it is for. */
    readonly commit: string | undefined;
  };
}

/** Reads the variables of a runner. */
export function readGitHub(variables: Variables): GitHubEnvironment {
  const addresses = gitHubAddresses(variables);
  const isGiteaRunner = Boolean(variables['GITEA_ACTIONS'] || variables['FORGEJO_ACTIONS']);
  return {
    isRunner: Boolean(variables['GITHUB_ACTIONS']),
    isGitea: isGiteaRunner || isGiteaApi(addresses.apiUrl),
    repository: variables['GITHUB_REPOSITORY'] ?? null,
    ...addresses,
    givenToken: variables['GITHUB_TOKEN'] || null,
    givenRolesToken: variables['GITEA_ROLES_TOKEN'] || null,
    ref: variables['GITHUB_REF'] ?? null,
    run: {
      id: variables['GITHUB_RUN_ID'],
      attempt: variables['GITHUB_RUN_ATTEMPT'],
      actor: variables['GITHUB_ACTOR'],
      commit: variables['GITHUB_SHA'],
    },
  };
}

/** `owner/name/.github/workflows/w.yml@refs/heads/main` names the file; nothing else of it is taken. */
function workflowIn(ref: string): string | null {
  return /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w.-]+\.ya?ml)@/.exec(ref)?.[1] ?? null;
}

/** Where a step of a workflow runs, and where the runner takes what it has to say. */
export interface GitHubStep {
  readonly workspace: string;
  /** The folder for files that later steps read; null: that of the system. */
  readonly temporaryFolder: string | null;
  readonly hasSummary: boolean;
  readonly debug: boolean;
  /** The path of the workflow's file in the repository; null where it is not told. */
  readonly workflow: string | null;
}

/** Reads what a runner tells a step. */
export function readGitHubStep(variables: Variables): GitHubStep {
  return {
    workspace: variables['GITHUB_WORKSPACE'] ?? '.',
    temporaryFolder: variables['RUNNER_TEMP'] ?? null,
    hasSummary: Boolean(variables['GITHUB_STEP_SUMMARY']),
    debug: variables['RUNNER_DEBUG'] === '1',
    workflow: workflowIn(variables['GITHUB_WORKFLOW_REF'] ?? ''),
  };
}

/** The event that started a run. It is the runner's word, and the texts in it are hostile. */
export interface GitHubEvent {
  readonly name: string;
  /** The comment that asks for something: a new one on a pull request, all of it a command. */
  readonly comment: CommentEvent | null;
  /** The values of the inputs that a person gave when starting the run. */
  readonly inputs: readonly string[];
  /** The default branch, where the event names it. */
  readonly defaultBranch: string | null;
  /** The pull request of a `pull_request` event; null elsewhere. */
  readonly pull: CheckedPullRequest | null;
}

type Members = Readonly<Record<string, unknown>>;

/** Reads the event as the runner left it. Never throws: what cannot be read says nothing. */
export function readGitHubEvent(variables: Variables): GitHubEvent {
  const name = variables['GITHUB_EVENT_NAME'] ?? '';
  const payload = membersOf(readJsonFile(variables['GITHUB_EVENT_PATH'] ?? ''));
  const branch = membersOf(payload['repository'])['default_branch'];
  return {
    name,
    comment: name === 'issue_comment' ? commentOf(payload) : null,
    inputs:
      name === 'workflow_dispatch'
        ? Object.values(membersOf(payload['inputs'])).flatMap((value) =>
            typeof value === 'string' ? [value.trim()] : [],
          )
        : [],
    defaultBranch: typeof branch === 'string' && branch !== '' ? branch : null,
    pull: name === 'pull_request' ? pullOf(payload) : null,
  };
}

/** Also where the fork is gone. */
function isFork(head: unknown, base: unknown): boolean {
  const { repo } = membersOf(head);
  const [from, to] = [membersOf(repo)['full_name'], membersOf(base)['full_name']];
  return repo === null || (typeof from === 'string' && typeof to === 'string' && from !== to);
}

function pullOf(payload: Members): CheckedPullRequest | null {
  const pull = membersOf(payload['pull_request']);
  const { number, title, body, labels, user, html_url: url, state, head } = pull;
  if (!isId(number) || typeof title !== 'string') return null;
  const author = membersOf(user)['login'];
  const names = (Array.isArray(labels) ? labels : []).map((each) => membersOf(each)['name']);
  return {
    kind: 'pull-request',
    number,
    title,
    body: typeof body === 'string' ? body : '',
    labels: names.filter((name) => typeof name === 'string'),
    author: typeof author === 'string' ? author : null,
    url: typeof url === 'string' ? url : '',
    isOpen: state !== 'closed',
    isFork: isFork(head, payload['repository']),
  };
}

function commentOf(payload: Members): CommentEvent | null {
  const issue = membersOf(payload['issue']);
  const isPullRequest = isMembers(issue['pull_request']);
  if (payload['action'] !== 'created' || !isPullRequest) return null;
  const { id, body, user } = membersOf(payload['comment']);
  const author = membersOf(user)['id'];
  const pull = issue['number'];
  const command = typeof body === 'string' ? commentCommand(body) : null;
  if (typeof body !== 'string' || command === null) return null;
  return isId(id) && isId(author) && isId(pull) ? { id, body, author, pull, command } : null;
}

function membersOf(value: unknown): Members {
  return isMembers(value) ? value : {};
}

// Not `model/is-object.ts`, which would be one more file to load for whatever comment.
function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is a whole number from 1. */
export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
