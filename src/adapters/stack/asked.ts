import type { ErrorCode } from '../../model/error.ts';

/** What was asked of the site, for the message of a fault. */
export interface Asked {
  /** With a verb: `read article 12`. */
  readonly doing: string;
  readonly effect: 'read' | 'write';
  /** The host, for people. */
  readonly host: string;
  /** Takes the token out of a text. */
  readonly mask: (text: string) => string;
  /** For Business, where a wrong team is answered as a wrong token is. */
  readonly team: string | null;
  /** What to do where the account may not do this; where left out, a hint at its role. */
  readonly forbidden?: { readonly code: SiteCode; readonly remedy: string };
}

export type SiteCode = Extract<
  ErrorCode,
  | `token-${'refused' | 'expired' | 'read-only'}`
  | `site-${string}`
  | 'throttled'
  | 'outcome-unknown'
  | 'response-differs'
>;
