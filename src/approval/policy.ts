import type { Evidence, Mechanism } from '../model/evidence.ts';
import type { Instant } from '../model/post.ts';
import type { Approval, Person } from './approval.ts';
import { refused } from './refused.ts';

/** Whose yes counts. */
export interface ApprovalPolicy {
  readonly accept: readonly Mechanism[];
  /** How old an approval may be, in milliseconds. */
  readonly 'max-age': number;
  /** The roles in the repository that may approve by dispatch or comment. */
  readonly roles: readonly string[];
  /** Whether the author of an approved pull request may approve it. */
  readonly self: boolean;
}

/** What the approval is held against. */
interface Circumstances {
  readonly now: Instant;
  /** The approvals that were used, by the digest of their plan. */
  readonly used: Readonly<Record<string, Evidence>>;
  /** The ids of the approved pull requests' authors, null for an account that is gone; null: not known. */
  readonly authors: readonly (number | null)[] | null;
}

/**
 * Decides whether what was found is a yes under the policy. Pure; every doubt means no.
 * @throws Fault of kind `policy` that says which rule was not met and how to meet it.
 */
export function requireApproval(
  approval: Approval,
  policy: ApprovalPolicy,
  circumstances: Circumstances,
): void {
  const { evidence } = approval;
  requireApprover(approval, policy);
  // Written so that a time which is no number is refused too.
  if (!(circumstances.now - evidence.at <= policy['max-age']))
    throw refused(
      'approval-expired',
      `the approval was given ${timeText(evidence.at)}, longer ago than approval.max-age allows`,
      'Plan again and approve the new plan.',
    );
  if (!policy.self) requireOtherThanAuthors(approval, circumstances.authors);
  requireUnused(evidence, circumstances.used);
  // Needed and never enough: whoever can push can write a record too.
  if (approval.attempt > 1) requireBegun(evidence, circumstances.used);
}

/** The part of the decision that needs nothing but the approval: who said yes, and in which way. */
export function requireApprover(approval: Approval, policy: ApprovalPolicy): void {
  requireAccepted(approval.evidence.mechanism, policy.accept);
  for (const person of approval.people) requirePerson(person, policy.roles);
  // Whoever is not named cannot have been checked.
  if (approval.evidence.verified && approval.people.length === 0)
    throw refused('approver-unknown', 'nobody is known to have approved', plain);
  if (approval.attempt > 1 && approval.evidence.mechanism === 'environment')
    throw refused(
      'attempt-not-approved',
      "this is a later attempt of a run, and an environment's approval does not tell what it was given for",
      'Start a new run by hand, and approve that one: its plan has what is left.',
    );
}

/** Whether this way to say yes is one that the configuration lists. */
export function requireAccepted(mechanism: Mechanism, accept: readonly Mechanism[]): void {
  if (accept.includes(mechanism)) return;
  throw refused(
    'mechanism-not-accepted',
    `the approval is \`${mechanism}\`, and approval.accept lists ${accept.join(', ')}`,
    mechanism === 'asserted'
      ? 'Approve in one of these ways, or add `asserted` to approval.accept where anyone who can run this command may also approve.'
      : `Approve in one of these ways, or add \`${mechanism}\` to approval.accept.`,
  );
}

/** One piece of evidence is a yes to one digest: it cannot be used for another. */
export function requireUnused(evidence: Evidence, used: Circumstances['used']): void {
  if (evidence.evidence === null) return;
  for (const [digest, other] of Object.entries(used))
    if (digest !== evidence.digest && isSame(other, evidence))
      throw refused(
        'approval-used',
        `this approval was used already, for ${digest}`,
        'Plan again and approve the new plan in a new comment or run.',
      );
}

/** A later attempt only ends what the first one recorded as approved. */
function requireBegun(evidence: Evidence, used: Circumstances['used']): void {
  const known = Object.hasOwn(used, evidence.digest) ? used[evidence.digest] : undefined;
  if (known && isSame(known, evidence)) return;
  throw refused(
    'attempt-not-approved',
    'this is a later attempt of a run whose first attempt recorded no approval of this digest',
    'Plan again, and approve the new plan in a new comment or run.',
  );
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.mechanism === b.mechanism && a.evidence === b.evidence;
}

/** Whether this is a person whose yes counts. */
export function requirePerson({ login, type, role }: Person, roles: readonly string[]): void {
  if (type !== 'User')
    throw refused(
      'approver-not-a-person',
      `${quoted(login)} is of the type ${quoted(type)}, expected User`,
      'Let a person do it: programs cannot.',
    );
  if (role !== null && !roles.includes(role))
    throw refused(
      'approver-not-allowed',
      `${quoted(login)} has the role ${quoted(role || 'none')} in this repository, and approval.roles lists ${roles.join(', ')}`,
      'Let somebody with one of these roles do it.',
    );
}

function requireOtherThanAuthors(
  { evidence, people }: Approval,
  authors: Circumstances['authors'],
): void {
  if (authors?.length === 0) return;
  const id = evidence.by?.id ?? null;
  if (id === null || authors === null)
    throw refused(
      'self-approval',
      'nothing proves that the approver is not the author of an approved pull request, which approval.self: false asks for',
      'Approve in a way that names the approver: environment, dispatch or comment.',
    );
  const author = [{ id, login: evidence.by?.login ?? '' }, ...people].find((each) =>
    authors.includes(each.id),
  );
  if (author)
    throw refused(
      'self-approval',
      `${quoted(author.login)} is the author of an approved pull request, and approval.self is false`,
      'Let somebody else approve.',
    );
}

const plain = 'Plan again and approve the new plan.';

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}

function timeText(at: Instant): string {
  return Number.isFinite(at) ? new Date(at).toISOString() : 'at an unknown time';
}
