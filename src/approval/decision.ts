import type { ComposedFrom } from '../model/ledger.ts';
import type { Instant } from '../model/post.ts';
import type { ApprovalForge } from '../ports/approval-forge.ts';
import type { RequestCount } from '../ports/site.ts';
import { commentAddress, unchangedComment, type CommentEvent } from './comment.ts';
import { personOf } from './person-of.ts';
import { requirePerson } from './policy.ts';
import { refused } from './refused.ts';
import { requireRun } from './require-run.ts';
import { runAddress, type Running } from './running.ts';

/** What a decision is about, as this run found it. */
export interface DecisionSubject {
  /** When its post was last touched, by the site's clock; null where it has none. */
  readonly activity: () => Promise<Instant | null>;
  readonly madeFrom: Pick<ComposedFrom, 'provenance' | 'members' | 'dependsOn'>;
}

/** Who decided about a source, and the address where that can be looked at. */
export interface Decider {
  readonly login: string;
  readonly evidence: string;
}

/** A person's word on how a hold ends. What it was opened with ends with it. */
export interface Decision extends AsyncDisposable {
  /** Null: whoever runs the command. */
  readonly by: Decider | null;
  /** Throws `post-moved`, `source-moved` where the person decided about something else than there is. */
  requireCurrent(subject: DecisionSubject): Promise<void>;
  /** Carries it out, and tells its end to whoever asked for it, where they can be told. */
  answered<Done extends { readonly exitCode: number }>(work: () => Promise<Done>): Promise<Done>;
  /** How many requests that took. */
  readonly requests: RequestCount;
}

interface DecisionOptions {
  readonly running: Running;
  /** As `approval.roles` lists them. */
  readonly roles: readonly string[];
}

/** A comment's author decided, at that moment by the forge's clock. */
export async function decidedByComment(
  event: CommentEvent,
  forge: Pick<ApprovalForge, 'name' | 'comment' | 'roleOf'>,
  { running, roles }: DecisionOptions,
): Promise<Decider & { readonly at: Instant }> {
  requireFirst(running.attempt);
  const { comment, author } = await unchangedComment(event, forge);
  requirePerson(author, roles);
  return { login: author.login, evidence: commentAddress(running, event), at: comment.created };
}

/** Who started this run by hand decided. */
export async function decidedByDispatch(
  forge: Pick<ApprovalForge, 'name' | 'workflowRun' | 'roleOf'>,
  { running, roles }: DecisionOptions,
): Promise<Decider> {
  requireFirst(running.attempt);
  const run = requireRun(await forge.workflowRun(running.id), forge, 'workflow_dispatch');
  requireFirst(run.attempt);
  const person = await personOf(run.actor, forge, 'started the run', 'Start a new run by hand.');
  requirePerson(person, roles);
  return { login: person.login, evidence: runAddress(running) };
}

/** Whoever starts a run again may be somebody else, and what was decided about may be gone. */
function requireFirst(attempt: number): void {
  if (attempt > 1)
    throw refused(
      'attempt-not-approved',
      'this is a later attempt of a run, and a decision holds for what there was when it was made',
      'Decide again, in a new comment or run.',
    );
}

/** Dates come in whole seconds: by so much two clocks may seem to differ that do not, in milliseconds. */
const grain = 2_000;

/**
 * Whether a post is as it was when a person decided about it. `decided` is by the forge's clock, which is
 * `ahead` of the site's by so many milliseconds. Throws `post-moved`, also where the two are of one second.
 */
export function requireQuietPost(activity: Instant, decided: Instant, ahead: number): void {
  const bySite = decided - (Math.abs(ahead) <= grain ? 0 : ahead);
  if (activity < bySite) return;
  throw refused(
    'post-moved',
    'its post was touched on the site after the comment was written',
    'Look at the post, and decide again in a new comment.',
  );
}

/** Whether the texts of a source are those of that moment. Throws `source-moved`. */
export function requireQuietSource(
  { edits, blobs }: { readonly edits: readonly Instant[]; readonly blobs: readonly BlobPair[] },
  decided: Instant,
): void {
  const moved = blobs.some(({ was, now }) => was !== now);
  if (!moved && edits.every((at) => at < decided)) return;
  throw refused(
    'source-moved',
    'what the source says was changed after the comment was written',
    'Plan again, and decide about that in a new comment.',
  );
}

/** The git blobs of a file at two moments; null: there was none. */
interface BlobPair {
  readonly was: string | null;
  readonly now: string | null;
}
