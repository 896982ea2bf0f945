import {
  createApprovalForge,
  type GitHubApprovalForge,
} from '../../adapters/github/approval-forge.ts';
import { parseRepositoryName } from '../../adapters/github/repository-name.ts';
import { answerComment } from '../../approval/answer-comment.ts';
import type { Approval, EvidenceReader } from '../../approval/approval.ts';
import { asserted } from '../../approval/asserted.ts';
import { commentReader } from '../../approval/comment.ts';
import { dispatchReader } from '../../approval/dispatch.ts';
import { environmentReader } from '../../approval/environment.ts';
import { requireAccepted, requireApprover } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import type { Running } from '../../approval/running.ts';
import { isDigest, type Digest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import type { Environment } from '../environment.ts';
import { gitHubOptions, gitHubToken } from '../forge.ts';
import { isId, type GitHubEvent } from './github.ts';
import type { OpenEvidence } from './open-evidence.ts';

/** What GitHub can tell of an approval. A stranger's comment costs the site no request. */
export const openGitHubEvidence: OpenEvidence = async (environment, context, { digest: given }) => {
  const { event, log } = environment;
  if (event === null) throw new TypeError('there is no event to take an approval from');
  const forge = openApprovalForge(environment);
  try {
    const readerOf = (digest: Digest) =>
      evidenceReader(digest, { event, forge, environment, context });
    const digest = given !== null && isDigest(given) ? given : null;
    const reader = digest && readerOf(digest);
    if (reader) requireApprover(await reader(digest), context.config.approval);
    const comment = reader && event.comment;
    return {
      read: async (approved) => (reader ?? readerOf(approved))(approved),
      digest: null,
      authorsOf: (pulls) => Promise.all(pulls.map((pull) => forge.authorOf(pull))),
      get requests() {
        return forge.requests;
      },
      answered: (work) => (comment ? answerComment(comment.id, forge, log, work) : work()),
      [Symbol.asyncDispose]: () => forge.close(),
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
};

/** Opens the way to GitHub for the questions about an approval. Throws `usage`, `token-missing`. */
function openApprovalForge(environment: Environment): GitHubApprovalForge {
  const named = parseRepositoryName(environment.github.repository);
  if (!named)
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_REPOSITORY does not name a repository.',
      { remedy: 'Run it in GitHub Actions, whose runner sets it.' },
    );
  const token = gitHubToken(environment);
  if (token === null)
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot look for the approval in ${named.owner}/${named.name}: there is no token for GitHub.`,
      { remedy: 'Leave the input `github-token` at its default.' },
    );
  return createApprovalForge(gitHubOptions(environment, named, token));
}

/**
 * The one way in which this run can hold a yes: a comment's run by that comment, a run that was
 * started with the digest by that start, every other by the environment it waited for. No other way
 * is tried, so that nobody approves by accident what somebody else chose.
 * @throws Fault `mechanism-not-accepted`, before anything is asked for.
 */
function evidenceReader(
  digest: Digest,
  options: {
    readonly event: GitHubEvent;
    readonly forge: GitHubApprovalForge;
    readonly environment: Environment;
    readonly context: Parameters<OpenEvidence>[1];
  },
): EvidenceReader {
  const { event, forge, environment, context } = options;
  const { comment, inputs } = event;
  const { approval } = context.config;
  const running = runningOf(environment);
  if (event.name === 'issue_comment') {
    requireAccepted('comment', approval.accept);
    if (!comment)
      throw refused(
        'approval-missing',
        'the comment is no command',
        'Write a new comment with the command alone.',
      );
    return askedOnce(commentReader({ forge, running, event: comment }));
  }
  const mechanism = inputs.includes(digest) ? 'dispatch' : 'environment';
  // Whoever lets the digest alone be a yes has said so in the configuration.
  if (!approval.accept.includes(mechanism) && approval.accept.includes('asserted'))
    return async (given) => asserted(given, running.actor, context.site.now());
  requireAccepted(mechanism, approval.accept);
  return askedOnce(
    mechanism === 'dispatch'
      ? dispatchReader({ forge, running, inputs })
      : environmentReader({
          forge,
          running,
          environment: approval.environment,
          defaultBranch: event.defaultBranch,
        }),
  );
}

/** The policy asks early and late; GitHub is asked once. */
function askedOnce(read: EvidenceReader): EvidenceReader {
  const approvals = new Map<Digest, Promise<Approval>>();
  return async (digest) => {
    const known = approvals.get(digest) ?? read(digest);
    approvals.set(digest, known);
    return known;
  };
}

/** Throws `usage` where the runner's own variables are not there. */
function runningOf({ github }: Environment): Running {
  const { run, serverUrl, repository } = github;
  const id = Number(run.id);
  const attempt = Number(run.attempt);
  const actor = run.actor ?? '';
  if (!isId(id) || !isId(attempt) || actor === '')
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT or GITHUB_ACTOR is missing.',
      { remedy: 'Run it in GitHub Actions, whose runner sets them.' },
    );
  return {
    id,
    attempt,
    actor,
    repositoryUrl: `${serverUrl}/${repository ?? ''}`,
  };
}
