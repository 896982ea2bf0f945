import { createHash, randomBytes } from 'node:crypto';

/** What shows that the run which asks for a token is the one that sent the person to the site. */
export interface Proof {
  /** Comes back in the address: an address of somebody else's login does not have it. */
  readonly state: string;
  /** Sent with the code, and nowhere before. */
  readonly verifier: string;
  /** The verifier's SHA-256, which the site sees first (PKCE, method S256). */
  readonly challenge: string;
}

/** Makes a proof for one login. */
export function createProof(): Proof {
  const verifier = secret();
  const challenge = createHash('sha256').update(verifier, 'ascii').digest('base64url');
  return { state: secret(), verifier, challenge };
}

/** 256 random bits in 43 characters, of which no address needs any escaped. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}
