import {
  createApprovalForge,
  type GitHubApprovalForge,
} from '../adapters/github/approval-forge.ts';
import { gitHubOptions, repositoryNamed } from '../adapters/github/find-github.ts';
import { asserted } from '../approval/asserted.ts';
import type { Claim, EvidenceReader } from '../approval/claim.ts';
import { commentReader } from '../approval/comment.ts';
import { dispatchReader } from '../approval/dispatch.ts';
import { environmentReader } from '../approval/environment.ts';
import { requireAccepted } from '../approval/policy.ts';
import { refused } from '../approval/refused.ts';
import { runAddress, type Running } from '../approval/running.ts';
import type { Config } from '../config/schema.ts';
import type { Digest } from '../model/digest.ts';
import { Fault } from '../model/error.ts';
import type { Instant } from '../model/post.ts';
import type { Clock } from '../ports/clock.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Log } from '../ports/log.ts';
import { commentOf, inputsOf, senderOf, type RunEvent } from './run-event.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Opens the way to GitHub for the questions about an approval. Throws `usage`, `token-missing`. */
export function openApprovals(env: Env, log: Log, clock: Clock): GitHubApprovalForge {
  const named = repositoryNamed(env['GITHUB_REPOSITORY']);
  const token = env['GITHUB_TOKEN'];
  if (!named)
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_REPOSITORY does not name a repository.',
      { remedy: 'Run it in GitHub Actions, whose runner sets it.' },
    );
  if (!token)
    throw new Fault(
      'usage',
      'token-missing',
      `Cannot look for the approval in ${named.owner}/${named.name}: there is no token for GitHub.`,
      { remedy: 'Leave the input `github-token` at its default.' },
    );
  return createApprovalForge(gitHubOptions({ env, log, clock }, named, token));
}

/**
 * The one way in which this run can hold a yes: a comment's run by that comment, a run that was
 * started with the digest by that start, every other by the environment it waited for. No other way
 * is tried, so that nobody approves by accident what somebody else chose.
 * @throws Fault `mechanism-not-accepted`, before anything is asked for.
 */
export function evidenceReader(options: {
  readonly event: RunEvent;
  readonly digest: Digest;
  readonly env: Env;
  readonly approval: Config['approval'];
  readonly forge: GitHubApprovalForge;
  readonly ledger: Pick<LedgerStore, 'read'>;
  readonly now: () => Instant;
}): EvidenceReader {
  const { event, digest, env, forge, ledger, approval, now } = options;
  const running = runningOf(env, senderOf(event));
  const comment = commentOf(event);
  if (event.name === 'issue_comment') {
    requireAccepted('comment', approval.accept);
    if (!comment)
      throw refused(
        'approval-missing',
        'the comment is no command',
        'Write a new comment with the command alone.',
      );
    return once(commentReader({ forge, running, event: comment }));
  }
  const inputs = inputsOf(event);
  const mechanism = inputs.includes(digest) ? 'dispatch' : 'environment';
  // Whoever lets the digest alone be a yes has said so in the configuration.
  if (!approval.accept.includes(mechanism) && approval.accept.includes('asserted'))
    return async (given) => asserted(given, running.actor, now());
  requireAccepted(mechanism, approval.accept);
  return once(
    mechanism === 'dispatch'
      ? dispatchReader({ forge, running, inputs, now, begun: begunIn(ledger, running) })
      : environmentReader({ forge, running, environment: approval.environment }),
  );
}

/** The policy asks early and late; GitHub is asked once. */
function once(read: EvidenceReader): EvidenceReader {
  const claims = new Map<Digest, Promise<Claim>>();
  return async (digest) => {
    const known = claims.get(digest) ?? read(digest);
    claims.set(digest, known);
    return known;
  };
}

/** When a run recorded its yes to a digest; null where the ledger has none of this run. */
function begunIn(ledger: Pick<LedgerStore, 'read'>, running: Running) {
  return async (digest: Digest): Promise<Instant | null> => {
    const { approvals } = (await ledger.read()).index;
    const known = Object.hasOwn(approvals, digest) ? approvals[digest] : undefined;
    return known?.evidence === runAddress(running) ? known.at : null;
  };
}

/** Throws `usage` where the runner's own variables are not there. */
function runningOf(env: Env, sender: number | null): Running {
  const id = Number(env['GITHUB_RUN_ID']);
  const attempt = Number(env['GITHUB_RUN_ATTEMPT']);
  const actor = env['GITHUB_ACTOR'] ?? '';
  const whole = (number: number) => Number.isSafeInteger(number) && number > 0;
  if (!whole(id) || !whole(attempt) || actor === '')
    throw new Fault(
      'usage',
      'usage',
      'Cannot look for the approval: GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT or GITHUB_ACTOR is missing.',
      { remedy: 'Run it in GitHub Actions, whose runner sets them.' },
    );
  const server = (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/, '');
  return {
    id,
    attempt,
    actor,
    triggeringActor: env['GITHUB_TRIGGERING_ACTOR'] || null,
    sender,
    repositoryUrl: `${server}/${env['GITHUB_REPOSITORY'] ?? ''}`,
  };
}
