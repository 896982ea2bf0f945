import { answerComment } from '../../approval/answer-comment.ts';
import type { Approval, EvidenceReader } from '../../approval/approval.ts';
import { asserted } from '../../approval/asserted.ts';
import { commentReader } from '../../approval/comment.ts';
import { dispatchReader } from '../../approval/dispatch.ts';
import { environmentReader } from '../../approval/environment.ts';
import { requireAccepted, requireApprover } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import { isDigest, type Digest } from '../../model/digest.ts';
import type { Environment } from '../environment.ts';
import { openApprovalForge, runningOf, type OpenApprovalForge } from './github-run.ts';
import type { GitHubEvent } from './github.ts';
import type { OpenEvidence } from './open-evidence.ts';

/** What GitHub, or a Gitea, can tell of an approval. A stranger's comment costs the site no request. */
export const openGitHubEvidence: OpenEvidence = async (environment, context, { digest: given }) => {
  const { event, log } = environment;
  if (event === null) throw new TypeError('there is no event to take an approval from');
  const forge = await openApprovalForge(environment, context.repository);
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
    readonly forge: OpenApprovalForge;
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
  if (mechanism === 'environment' && environment.github.isGitea)
    throw refused(
      'approval-missing',
      'environments of Gitea have no reviewers, and the run was not started with the digest as an input',
      'Start the workflow by hand with the digest of the plan, or write it in a comment on a pull request.',
    );
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

/** The policy asks early and late; the forge is asked once. */
function askedOnce(read: EvidenceReader): EvidenceReader {
  const approvals = new Map<Digest, Promise<Approval>>();
  return async (digest) => {
    const known = approvals.get(digest) ?? read(digest);
    approvals.set(digest, known);
    return known;
  };
}
