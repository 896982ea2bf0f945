import type { Instant } from '../model/post.ts';

/** An access token that a site gave out. */
export interface GrantedToken {
  readonly token: string;
  /** How long it works, in milliseconds, and until when, by the local clock; null: it does not end. */
  readonly life: { readonly milliseconds: number; readonly until: Instant } | null;
}

/** A person's way to an access token, by way of a browser. */
export interface SignIn {
  /** The page where the person says yes. */
  readonly address: string;
  /**
   * Gets the token for what the person brings back: the address that the browser ended on, or the
   * code in it. Throws a `Fault` of kind `site`.
   */
  redeem(pasted: string): Promise<GrantedToken>;
}
