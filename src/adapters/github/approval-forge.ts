import type { ApprovalForge, BranchPolicy } from '../../ports/approval-forge.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Shape } from '../shape.ts';
import {
  branchesShape,
  commentShape,
  editShape,
  environmentShape,
  permissionShape,
  pullShape,
  repositoryShape,
  reviewsShape,
  runShape,
} from './approval-shapes.ts';
import type { Asked } from './to-fault.ts';
import { readLastEdits } from './last-edits.ts';
import { limitOf } from './limit-of.ts';
import { otherAnswer, requireSame } from './require-same.ts';
import { openGitHub, type GitHub, type GitHubOptions } from './open-github.ts';
import { shaped } from './shaped.ts';

/** What GitHub can tell of an approval; its connections are to be ended. */
export interface GitHubApprovalForge extends ApprovalForge {
  readonly requests: RequestCount;
  close(): Promise<void>;
}

type Call = Parameters<GitHub['rest']>[1];

/** Opens the way to GitHub for the questions about an approval. Throws `insecure-url`. */
export function createApprovalForge(options: GitHubOptions): GitHubApprovalForge {
  return approvalForgeOver(openGitHub(options));
}

/** The same over a way that is open. */
export function approvalForgeOver(github: GitHub): GitHubApprovalForge {
  const { owner, name: repo } = github.repository;
  const where = { owner, repo };

  async function ask<T>(asked: Asked, shape: Shape<T>, call: Call): Promise<T> {
    return shaped(shape, await github.rest(asked, call), asked);
  }

  /** Null where GitHub finds nothing: gone, or not for this token to see. */
  async function askIfThere<T>(
    asked: Asked,
    shape: Shape<T>,
    call: Call,
    isMissing = isNotFound,
  ): Promise<T | null> {
    const data = await github.rest(asked, (octokit) =>
      call(octokit).catch((error: unknown) => {
        if (isMissing(error)) return { data: missing, headers: {} };
        throw error;
      }),
    );
    return data === missing ? null : shaped(shape, data, asked);
  }

  return {
    name: 'GitHub',
    async defaultBranch() {
      const asked = reading('the default branch', 'metadata: read');
      const found = await ask(asked, repositoryShape, ({ rest }) => rest.repos.get(where));
      requireSame(asked, found.full_name, `${owner}/${repo}`);
      return found.default_branch;
    },
    async workflowRun(id, attempt) {
      const asked = reading(`the run ${id}`, 'actions: read');
      const run = await askIfThere(
        asked,
        runShape,
        ({ rest }) =>
          attempt === undefined
            ? rest.actions.getWorkflowRun({ ...where, run_id: id })
            : rest.actions.getWorkflowRunAttempt({ ...where, run_id: id, attempt_number: attempt }),
        isDenied,
      );
      if (run === null) return null;
      requireSame(asked, run.id, id);
      requireSame(asked, run.run_attempt, attempt ?? run.run_attempt);
      return {
        event: run.event,
        attempt: run.run_attempt,
        actor: run.actor,
        triggeringActor: run.triggering_actor,
        created: run.created_at,
      };
    },
    async reviewsOf(id) {
      const asked = reading(`who approved the run ${id}`, 'actions: read');
      const reviews = await ask(asked, reviewsShape, async ({ rest }) => {
        const answer = await rest.actions.getReviewsForRun({ ...where, run_id: id });
        // GitHub describes no pages here: what is left out might be a no.
        if (hasMore(answer.headers)) throw otherAnswer(asked, 'a part of the list');
        return answer;
      });
      return reviews.map(({ environments, ...review }) => ({
        ...review,
        environments: environments.map(({ name }) => name),
      }));
    },
    async environment(name) {
      const asked = reading(`the environment ${name}`, 'actions: read');
      const found = await askIfThere(asked, environmentShape, ({ rest }) =>
        rest.repos.getEnvironment({ ...where, environment_name: name }),
      );
      if (found === null) return null;
      requireSame(asked, found.name, name);
      const policy = found.deployment_branch_policy;
      return {
        reviewers: found.protection_rules.flatMap(({ reviewers }) => reviewers).length,
        branches: policy === null ? 'all' : policy.protected_branches ? 'protected' : 'listed',
      };
    },
    async branchesOf(environment) {
      const asked = reading(`the branches of the environment ${environment}`, 'actions: read');
      const policies: BranchPolicy[] = [];
      let more = false;
      for (let page = 1; page <= mostPages; page += 1) {
        const found = await askIfThere(asked, branchesShape, async ({ rest }) => {
          const answer = await rest.repos.listDeploymentBranchPolicies({
            ...where,
            environment_name: environment,
            per_page: 100,
            page,
          });
          more = hasMore(answer.headers);
          return answer;
        });
        if (found === null) return null;
        policies.push(...found.branch_policies);
        if (policies.length === found.total_count && !more) return policies;
        // What does not add up was not read whole.
        if (found.branch_policies.length === 0 || policies.length >= found.total_count) break;
      }
      return null;
    },
    async roleOf(login) {
      const asked = reading(`the role of ${login}`, 'metadata: read');
      const found = await askIfThere(asked, permissionShape, ({ rest }) =>
        rest.repos.getCollaboratorPermissionLevel({ ...where, username: login }),
      );
      if (found === null) return null;
      const { user, role_name: role } = found;
      if (user === null) throw otherAnswer(asked, 'nobody');
      requireSame(asked, user.login, login);
      return { user, role };
    },
    async comment(id) {
      const asked = reading(`the comment ${id}`, 'pull-requests: read');
      const comment = await askIfThere(asked, commentShape, ({ rest }) =>
        rest.issues.getComment({ ...where, comment_id: id }),
      );
      if (comment === null) return null;
      const answer = await github.graphql(asked, editQuery, { id: comment.node_id });
      const { node } = shaped(editShape, answer, asked);
      return {
        id: comment.id,
        author: comment.user,
        body: comment.body,
        created: comment.created_at,
        thread: comment.issue_url,
        // What is not surely the same comment is not surely unchanged.
        edited: node.lastEditedAt !== null || node.fullDatabaseId !== String(comment.id),
        viaApp: comment.performed_via_github_app !== null,
      };
    },
    async authorOf(pull) {
      const asked = reading(`the author of the pull request ${pull}`, 'pull-requests: read');
      const { number, user } = await ask(asked, pullShape, ({ rest }) =>
        rest.pulls.get({ ...where, pull_number: pull }),
      );
      requireSame(asked, number, pull);
      return user?.id ?? null;
    },
    lastEdits: (of) => readLastEdits(github, of),
    now: () => github.now(),
    async react(comment, content) {
      const asked = { doing: `react to the comment ${comment}`, permissions: 'issues: write' };
      await github.rest(asked, ({ rest }) =>
        rest.reactions.createForIssueComment({ ...where, comment_id: comment, content }),
      );
    },
    get requests() {
      return github.requests;
    },
    close: () => github.close(),
  };
}

/** GitHub's pages of an environment's branches that are read; no sane one has as many. */
const mostPages = 10;

function hasMore(headers: { readonly link?: string | undefined }): boolean {
  return /\brel="?next\b/.test(headers.link ?? '');
}

/** Stands for an answer that says that there is nothing. */
const missing = Symbol('missing');

function reading(what: string, permissions: string): Asked {
  return { doing: `read ${what}`, permissions };
}

interface Denial {
  readonly status?: unknown;
  readonly response?: { readonly headers?: object; readonly data?: unknown };
}

function isNotFound(error: unknown): boolean {
  return (error as Denial).status === 404;
}

/** A denial for good. A spent limit has the status 403 too, and passes. */
function isDenied(error: unknown): boolean {
  const { status, response } = error as Denial;
  if (status !== 403) return isNotFound(error);
  return (
    limitOf(status, { ...response?.headers }, JSON.stringify(response?.data ?? ''), 0) === null
  );
}

// REST's `updated_at` moves for other reasons too.
const editQuery = `query CommentEdit($id: ID!) {
  node(id: $id) { ... on IssueComment { fullDatabaseId lastEditedAt } }
}`;
