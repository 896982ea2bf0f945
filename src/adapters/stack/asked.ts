import type { Destination } from '../../model/destination.ts';

/** What was asked of the site, for the message of a fault. */
export interface Asked {
  /** With a verb: `read article 12`. */
  readonly doing: string;
  readonly effect: 'read' | 'write';
  /** The host, for people. */
  readonly host: string;
  /** By the local clock. */
  readonly now: () => number;
  /** Takes the token out of a text. */
  readonly mask: (text: string) => string;
  readonly tier: Destination['tier'];
  /** The team, which is named where a wrong one is answered as a wrong token is; null: the main site. */
  readonly team: string | null;
  /** Whether the token was seen to write. */
  readonly hasWritten: () => boolean;
  /** It changes a post, which may be gone by now. */
  readonly changesPost?: boolean;
  /** What to do where the account may not do this; where left out, a hint at the token's role. */
  readonly forbidden?: string;
}
