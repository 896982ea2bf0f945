/** Where in the repository something was seen. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/**
 * What kind of fault it is, which decides the exit code:
 * - `usage`: the command line, the configuration, the checkout or a missing token (exit 2);
 * - `policy`: somebody has to say yes first (exit 3);
 * - `site`, `forge`, `ledger`, `repository`: what we depend on did not do what we asked (exit 1);
 * - `internal`: our own bug (exit 1).
 */
type FaultKind = 'usage' | 'policy' | 'site' | 'forge' | 'ledger' | 'repository' | 'internal';

/** Every error code that a user can meet. `docs/troubleshooting.md` has an entry for each. */
export const errorCodes = {
  usage: [
    'usage',
    'config-not-found',
    'config-unreadable',
    'config-invalid',
    'extends-unreadable',
    'no-git-repository',
    'no-commit',
    'token-missing',
    'api-key-missing',
    'insecure-url',
    'index-unreadable',
    'file-unwritable',
    'source-unknown',
    'adopt-refused',
    'nothing-to-resolve',
    'resolution-unfit',
    'not-default-branch',
    'account-differs',
    'node-too-old',
  ],
  policy: [
    'no-approval',
    'mechanism-not-accepted',
    'unknown-digest',
    'not-a-digest',
    'declined',
    'approval-expired',
    'approval-missing',
    'approval-changed',
    'approval-used',
    'approver-unknown',
    'approver-not-a-person',
    'approver-not-allowed',
    'self-approval',
    'environment-unprotected',
    'environment-differs',
    'job-not-manual',
    'attempt-not-approved',
    'post-moved',
    'source-moved',
    'other-target',
    'workflow-unfit',
  ],
  site: [
    'token-refused',
    'token-elsewhere',
    'token-expired',
    'token-revoked',
    'token-read-only',
    'login-denied',
    'login-state',
    'login-code-missing',
    'login-code-expired',
    'login-code-unknown',
    'login-read-only',
    'login-no-expiry',
    'login-refused',
    'api-key-refused',
    'site-forbidden',
    'site-not-found',
    'site-rejected',
    'duplicate-post',
    'post-locked',
    'post-gone',
    'quality-refused',
    'tag-refused',
    'article-edit-unavailable',
    'site-not-json',
    'site-unavailable',
    'site-unreachable',
    'site-redirected',
    'throttled',
    'list-endless',
    'clock-wrong',
    'stopped',
    'outcome-unknown',
    'response-differs',
  ],
  forge: [
    'forge-refused',
    'forge-unreachable',
    'forge-endless',
    'label-missing',
    'permission-missing',
  ],
  ledger: [
    'ledger-unreadable',
    'ledger-newer',
    'ledger-other-destination',
    'ledger-not-writable',
    'ledger-busy',
    'ledger-rewound',
  ],
  repository: ['git-failed', 'git-missing'],
  internal: ['internal'],
} as const satisfies Record<FaultKind, readonly string[]>;

export type ErrorCode = (typeof errorCodes)[FaultKind][number];

export interface FaultOptions {
  /** The next step, one sentence in the imperative. */
  readonly remedy: string;
  /** A sentence to add to the message where only the team of the private site reads it. */
  readonly forTeam?: string | null;
  readonly place?: Place | null;
  readonly cause?: unknown;
  /**
   * For a write: whether the site may have carried it out although no answer says so; `begun`: surely
   * not, but other writes of the same step; `stale`: it was not sent, as what it rests on became old.
   */
  readonly outcome?: 'rejected' | 'unknown' | 'begun' | 'stale';
}

/**
 * An error that a user is meant to read. The message says what could not be done and what was seen
 * ("Cannot read the ledger: expected JSON, got …"); the remedy says what to do next. Both are for
 * everyone: words of the site's stand in `forTeam` alone.
 */
export class Fault<Kind extends FaultKind = FaultKind> extends Error {
  override readonly name = 'Fault';
  readonly kind: Kind;
  readonly code: (typeof errorCodes)[Kind][number];
  readonly remedy: string;
  readonly forTeam: string | null;
  readonly place: Place | null;
  readonly outcome: 'rejected' | 'unknown' | 'begun' | 'stale';

  constructor(
    kind: Kind,
    code: (typeof errorCodes)[Kind][number],
    message: string,
    options: FaultOptions,
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.remedy = options.remedy;
    this.forTeam = options.forTeam ?? null;
    this.place = options.place ?? null;
    this.outcome = options.outcome ?? 'rejected';
  }
}

/**
 * The fault of an error that nobody expected. Its own words may quote anything, also the site: for
 * everyone there is only where in the code it happened.
 */
export function bugFault(error: unknown): Fault<'internal'> {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const at = stack.lastIndexOf(message);
  const frames = at < 0 ? '' : stack.slice(at + message.length);
  return new Fault('internal', 'internal', `This is a bug in stack-publish: ${name}${frames}`, {
    remedy: 'Report it with this text.',
    forTeam: message,
    cause: error,
  });
}

/** The exit code that tells a script what kind of fault ended the run. */
export function exitCodeOf(kind: FaultKind): 1 | 2 | 3 {
  if (kind === 'usage') return 2;
  return kind === 'policy' ? 3 : 1;
}

/** What is told of an error where it ends nothing, whoever reads it. */
export function passingText(error: unknown): string {
  const { message, remedy } = error instanceof Fault ? error : bugFault(error);
  return `${message} ${remedy}`;
}
