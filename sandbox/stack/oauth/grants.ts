import { createHash, randomBytes } from 'node:crypto';
import type { SandboxClock } from '../../exchange/sandbox-clock.ts';
import type { Person } from '../people.ts';
import type { Token } from '../tokens.ts';
import type { Application } from './applications.ts';

/** What a person allowed an application. */
export interface Grant {
  readonly application: Application;
  readonly person: Person;
  readonly scope: readonly string[];
  /** The private team that was chosen; null: the main site. */
  readonly team: string | null;
  readonly redirectUri: string;
  /** The SHA-256 of what comes with the code, in base64url; null: the client secret has to come. */
  readonly challenge: string | null;
}

/** What comes with a code. */
export interface Redemption {
  readonly application: Application;
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
  readonly secret: string;
}

/** A refusal of the token's address, in the words of the site. */
export class CodeRefused extends Error {}

/** How long a code is good, in seconds. How long it is on the real site is not known. */
const codeSeconds = 300;

/** How long a token is good without `no_expiry`, in seconds. */
const tokenSeconds = 86_400;

/** The codes and tokens that people gave out, by the site's clock. */
export class Grants {
  readonly #clock: SandboxClock;
  readonly #codes = new Map<string, Grant & { readonly until: number }>();
  readonly #tokens = new Map<string, Grant & { readonly name: string; readonly until: number }>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Gives out a code for what a person allowed. */
  allow(grant: Grant): string {
    const code = unguessable();
    this.#codes.set(code, { ...grant, until: this.#clock.now() + codeSeconds * 1000 });
    return code;
  }

  /** Gives a token for a code, once, and its seconds; null: it does not end. Throws `CodeRefused`. */
  redeem(given: Redemption): { readonly token: string; readonly expires: number | null } {
    const grant = this.#codes.get(given.code);
    if (grant?.application !== given.application)
      throw new CodeRefused('No authorization code found');
    if (this.#clock.now() >= grant.until) throw new CodeRefused('Authorization code has expired');
    if (grant.redirectUri !== given.redirectUri)
      throw new CodeRefused('The redirect_uri is not the one of the authorization');
    if (grant.challenge === null && given.secret !== given.application.secret)
      throw new CodeRefused('The client_secret is wrong, and no code_challenge was given');
    if (grant.challenge !== null && hashOf(given.verifier) !== grant.challenge)
      throw new CodeRefused('The code_verifier does not match the code_challenge');
    this.#codes.delete(given.code);
    const token = unguessable();
    const expires = grant.scope.includes('no_expiry') ? null : tokenSeconds;
    const until = this.#clock.now() + (expires ?? Infinity) * 1000;
    this.#tokens.set(token, { ...grant, name: `oauth ${this.#tokens.size + 1}`, until });
    return { token, expires };
  }

  /** What a token stands for at a team or the main site (null); null where none was given out so. */
  find(text: string, team: string | null): Token | null {
    const found = this.#tokens.get(text);
    if (found === undefined) return null;
    const { name, person, scope, until } = found;
    const here = found.team?.toLowerCase() === team?.toLowerCase();
    const state = !here ? 'elsewhere' : this.#clock.now() >= until ? 'expired' : 'valid';
    return { name, person, writes: scope.includes('write_access'), state };
  }

  clear(): void {
    this.#codes.clear();
    this.#tokens.clear();
  }
}

/** Real ones end so, too: it has to be percent-encoded, and quoted in shells. */
function unguessable(): string {
  return `${randomBytes(16).toString('base64url')}))`;
}

function hashOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
