import { Fault } from '../../model/error.ts';
import type { Instant } from '../../model/post.ts';
import type { ApprovalForge, WorkflowRun } from '../../ports/approval-forge.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import {
  commentShape,
  permissionShape,
  pullShape,
  repositoryShape,
  runShape,
} from './approval-shapes.ts';
import { openGitea, otherAnswer, pathOf, requireSame, type GiteaOptions } from './open-gitea.ts';

/** What a Gitea can tell of an approval; its connections are to be ended. */
export interface GiteaApprovalForge extends ApprovalForge {
  readonly requests: RequestCount;
  close(): Promise<void>;
}

export interface GiteaApprovalOptions extends GiteaOptions {
  /** What may read roles, which a job's own token may not; null: there is none. */
  readonly rolesToken: string | null;
}

/** Gitea, over its REST interface. Nothing is sent before the first question. Throws `insecure-url`. */
export function createGiteaApprovalForge(options: GiteaApprovalOptions): GiteaApprovalForge {
  const { repository, rolesToken } = options;
  const gitea = openGitea(options);
  const roles = rolesToken === null ? gitea : openGitea({ ...options, token: rolesToken });
  const here = pathOf(repository);
  const fullName = `${repository.owner}/${repository.name}`;

  const runOf = async (asked: Asked, id: number, attempt?: number) => {
    const path = `${here}/actions/runs/${id}${attempt === undefined ? '' : `/attempts/${attempt}`}`;
    const run = await gitea.find(asked, path, runShape);
    if (run === null) return null;
    requireSame(asked, run.id, id);
    requireSame(asked, run.repository.full_name, fullName);
    if (attempt !== undefined) requireSame(asked, run.run_attempt, attempt);
    return run;
  };

  const pullOf = async (asked: Asked, pull: number) => {
    const found = await gitea.get(asked, `${here}/pulls/${pull}`, pullShape);
    requireSame(asked, found.number, pull);
    return found;
  };

  return {
    name: 'Gitea',
    async defaultBranch() {
      const asked = reading('the default branch', 'code: read');
      const found = await gitea.get(asked, here, repositoryShape);
      requireSame(asked, found.full_name, fullName);
      return found.default_branch;
    },
    async workflowRun(id, attempt) {
      const asked = reading(`the run ${id}`, 'actions: read');
      const latest = await runOf(asked, id);
      if (latest === null) return null;
      // Before Gitea 1.27, and on Forgejo, nothing tells who started a run again.
      if (latest.run_attempt === 0)
        return (attempt ?? 1) > 1 ? null : runFrom(latest, latest.started_at);
      const isOther = attempt !== undefined && attempt !== latest.run_attempt;
      const run = isOther ? await runOf(asked, id, attempt) : latest;
      if (run === null) return null;
      // What is told of a later attempt is when that one began.
      const first = run.run_attempt > 1 ? await runOf(asked, id, 1) : run;
      return first && runFrom(run, first.started_at);
    },
    // Environments have no reviewers, and no address in the API.
    reviewsOf: async () => [],
    environment: async () => null,
    branchesOf: async () => null,
    async roleOf(login) {
      const asked = {
        doing: `read the role of ${login}`,
        needs:
          "Gitea tells roles to administrators of a repository alone, and never to a job's own token: set GITEA_ROLES_TOKEN to the token of one, with the scope read:repository.",
      };
      const path = `${here}/collaborators/${encodeURIComponent(login)}/permission`;
      const found = await roles.find(asked, path, permissionShape, [404]);
      if (found === null) return null;
      if (found.user === null) throw otherAnswer(asked, 'nobody');
      requireSame(asked, found.user.login, login);
      // The owner of a repository, and of its organization, is what an administrator is on GitHub.
      const { user, permission } = found;
      return { user, role: permission === 'owner' ? 'admin' : permission };
    },
    async comment(id) {
      const asked = reading(`the comment ${id}`, 'pull-requests: read');
      const path = `${here}/issues/comments/${id}`;
      const comment = await gitea.find(asked, path, commentShape);
      if (comment === null) return null;
      requireSame(asked, comment.id, id);
      return {
        id: comment.id,
        // What was brought over from elsewhere may name anybody.
        author: comment.original_author === '' ? comment.user : null,
        body: comment.body,
        created: comment.created_at,
        thread: comment.pull_request_url ?? 0,
        edited: comment.updated_at !== comment.created_at,
        viaApp: false,
      };
    },
    async authorOf(pull) {
      const asked = reading(`the author of the pull request ${pull}`, 'pull-requests: read');
      return (await pullOf(asked, pull)).user?.id ?? null;
    },
    async lastEdits({ pulls, release }) {
      if (release !== null)
        throw new Fault(
          'forge',
          'forge-refused',
          'Cannot read when a release was edited: Gitea does not tell it.',
          {
            remedy: 'Decide by starting the workflow by hand.',
          },
        );
      const asked = reading('when a pull request was edited', 'pull-requests: read');
      // It moves for more than edits, and for each of them.
      const found = await Promise.all(pulls.map((pull) => pullOf(asked, pull)));
      return found.map(({ updated_at: at }) => at ?? Infinity);
    },
    now: () => gitea.now(),
    async react(comment, content) {
      const asked = { doing: `react to the comment ${comment}`, needs: needs('issues: write') };
      await gitea.write(asked, 'POST', `${here}/issues/comments/${comment}/reactions`, { content });
    },
    get requests() {
      const [own, other] = [gitea.requests, roles.requests];
      if (roles === gitea) return own;
      return { total: own.total + other.total, writes: own.writes + other.writes };
    },
    async close() {
      await gitea.close();
      if (roles !== gitea) await roles.close();
    },
  };
}

function runFrom(run: ReturnType<typeof runShape>, created: Instant): WorkflowRun {
  const { event, run_attempt: attempt, actor, trigger_actor: triggeringActor } = run;
  return { event, attempt: Math.max(1, attempt), actor, triggeringActor, created };
}

function reading(what: string, permissions: string): Asked {
  return { doing: `read ${what}`, needs: needs(permissions) };
}

function needs(permissions: string): string {
  return `Give the job \`permissions: { ${permissions} }\`, and check that the repository lets jobs have them.`;
}
