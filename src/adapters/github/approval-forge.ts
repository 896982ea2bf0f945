import type { ApprovalForge } from '../../ports/approval-forge.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Shape } from '../shape.ts';
import {
  branchesShape,
  commentShape,
  editShape,
  environmentShape,
  permissionShape,
  pullShape,
  reviewsShape,
  runShape,
} from './approval-shapes.ts';
import type { Asked } from './to-fault.ts';
import { Fault } from '../../model/error.ts';
import { limitOf } from './limit-of.ts';
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
  const github = openGitHub(options);
  const { owner, name: repo } = options.repository;

  async function ask<T>(asked: Asked, shape: Shape<T>, call: Call): Promise<T> {
    return shaped(shape, (await github.rest(asked, call)).data, asked);
  }
  /** Null where GitHub finds nothing: gone, or not for this token to see. */
  async function askIfThere<T>(
    asked: Asked,
    shape: Shape<T>,
    call: Call,
    isMissing = isNotFound,
  ): Promise<T | null> {
    let missing = false;
    const { data } = await github.rest(asked, async (octokit) => {
      try {
        return await call(octokit);
      } catch (error) {
        if (!isMissing(error)) throw error;
        missing = true;
        return { status: 200, data: null, headers: {} };
      }
    });
    return missing ? null : shaped(shape, data, asked);
  }
  const where = { owner, repo };

  return {
    async workflowRun(id) {
      const asked = { doing: `read the run ${id}`, permissions: 'actions: read' };
      const run = await askIfThere(
        asked,
        runShape,
        ({ rest }) => rest.actions.getWorkflowRun({ ...where, run_id: id }),
        isDenied,
      );
      return (
        run && {
          event: run.event,
          attempt: run.run_attempt,
          actor: run.actor,
          triggeringActor: run.triggering_actor,
          created: run.created_at,
        }
      );
    },
    async reviewsOf(id) {
      const asked = { doing: `read who approved the run ${id}`, permissions: 'actions: read' };
      const reviews = await ask(asked, reviewsShape, ({ rest }) =>
        rest.actions.getReviewsForRun({ ...where, run_id: id }),
      );
      return reviews.map(({ environments, state, user }) => ({
        environments: environments.map(({ name }) => name),
        state,
        user,
      }));
    },
    async environment(name) {
      const asked = { doing: `read the environment ${name}`, permissions: 'actions: read' };
      const found = await askIfThere(asked, environmentShape, ({ rest }) =>
        rest.repos.getEnvironment({ ...where, environment_name: name }),
      );
      if (found === null) return null;
      const counts = found.protection_rules.map((rule) =>
        'reviewers' in rule ? (rule.reviewers as readonly unknown[]).length : 0,
      );
      return {
        reviewers: counts.reduce((sum, count) => sum + count, 0),
        limitsBranches: found.deployment_branch_policy !== null,
        listsBranches: found.deployment_branch_policy?.custom_branch_policies === true,
      };
    },
    async branchesOf(environment) {
      const asked = {
        doing: `read the branches of the environment ${environment}`,
        permissions: 'actions: read',
      };
      const found = await askIfThere(asked, branchesShape, ({ rest }) =>
        rest.repos.listDeploymentBranchPolicies({
          ...where,
          environment_name: environment,
          per_page: 100,
        }),
      );
      return found?.branch_policies.map(({ name }) => name) ?? [];
    },
    async roleOf(login) {
      const asked = { doing: `read the role of ${login}`, permissions: 'metadata: read' };
      const found = await askIfThere(asked, permissionShape, ({ rest }) =>
        rest.repos.getCollaboratorPermissionLevel({ ...where, username: login }),
      );
      if (found === null) return null;
      const { user, role_name: role } = found;
      if (user !== null && user.login.toLowerCase() === login.toLowerCase()) return { user, role };
      throw new Fault(
        'forge',
        'forge-unreachable',
        `Cannot read the role of ${login}: GitHub answers for ${user?.login ?? 'nobody'}.`,
        { remedy: 'Run it again; if it stays, look whether the account was renamed.' },
      );
    },
    async comment(id) {
      const asked = { doing: `read the comment ${id}`, permissions: 'pull-requests: read' };
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
      const asked = {
        doing: `read the author of the pull request ${pull}`,
        permissions: 'pull-requests: read',
      };
      const { user } = await ask(asked, pullShape, ({ rest }) =>
        rest.pulls.get({ ...where, pull_number: pull }),
      );
      return user?.id ?? null;
    },
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

type Answer = {
  readonly status?: unknown;
  readonly message?: unknown;
  readonly response?: unknown;
};

function isNotFound(error: unknown): boolean {
  return (error as Answer).status === 404;
}

/** A denial for good. A spent limit has the status 403 too, and passes. */
function isDenied(error: unknown): boolean {
  const { status, response } = error as Answer;
  if (status !== 403) return isNotFound(error);
  const { headers = {}, data } = response as {
    headers?: Readonly<Record<string, unknown>>;
    data?: unknown;
  };
  return limitOf(status, headers, JSON.stringify(data ?? ''), 0) === null;
}

// REST's `updated_at` moves for other reasons too.
const editQuery = `query CommentEdit($id: ID!) {
  node(id: $id) { ... on IssueComment { fullDatabaseId lastEditedAt } }
}`;
