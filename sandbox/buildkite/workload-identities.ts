import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';

/** Who may have a token: jobs with this subject, of this organization, whose token is for this audience. */
export interface WorkloadIdentity {
  readonly client: string;
  readonly audience: string;
  /** `*` stands for anything. */
  readonly subject: string;
  readonly organization: string;
  readonly scopes: readonly string[];
  /** The pipelines that its tokens reach; none until somebody chooses them. */
  readonly pipelines: readonly string[];
}

/** What an agent's token claims. Times are in seconds since 1970 UTC. */
export interface JobClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  readonly organization_slug: string;
  readonly job_id: string;
}

interface ExchangedToken {
  readonly scopes: readonly string[];
  readonly pipelines: readonly string[];
  readonly expires: number;
}

/** An answer of OAuth's. */
export interface OAuthAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const issuer = 'https://agent.buildkite.com';
const lifetimeMs = 3_600_000;

/** The workload identities of an organization, what agents sign, and the tokens that were exchanged. */
export class WorkloadIdentities {
  readonly all: WorkloadIdentity[] = [];
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #tokens = new Map<string, ExchangedToken>();

  /** A token as agents have it signed. */
  sign(claims: Omit<JobClaims, 'iss'> & Partial<JobClaims>): string {
    const parts = [
      { alg: 'ES256', typ: 'JWT' },
      { iss: issuer, ...claims },
    ];
    const text = parts.map((part) => encoded(JSON.stringify(part))).join('.');
    return `${text}.${encoded(sign('sha256', Buffer.from(text), this.#keys.privateKey))}`;
  }

  /** Exchanges what a form has, as RFC 7523 (2.2) says; `now` in milliseconds since 1970 UTC. */
  exchange(form: URLSearchParams, now: number): OAuthAnswer {
    const asked = (name: string) => form.get(name) ?? '';
    if (asked('grant_type') !== 'client_credentials')
      return failed(400, 'unsupported_grant_type', 'This grant type is not supported.');
    if (asked('client_assertion_type') !== assertionType)
      return failed(400, 'invalid_request', 'client_assertion_type is missing or unknown.');
    const identity = this.all.find(({ client }) => client === asked('client_id'));
    const claims = this.#claimsOf(asked('client_assertion'));
    if (!identity || !claims || !fits(identity, claims, now))
      return failed(401, 'invalid_client', 'The OIDC token does not match the workload identity.');
    const scopes = asked('scope') === '' ? identity.scopes : asked('scope').split(' ');
    if (!scopes.every((scope) => identity.scopes.includes(scope)))
      return failed(400, 'invalid_scope', 'The workload identity does not have this scope.');
    const token = `bkwi_${randomBytes(20).toString('hex')}`;
    const { pipelines } = identity;
    this.#tokens.set(token, { scopes, pipelines, expires: now + lifetimeMs });
    return {
      status: 200,
      body: {
        access_token: token,
        token_type: 'Bearer',
        expires_in: lifetimeMs / 1000,
        scope: scopes.join(' '),
      },
    };
  }

  /** What a token may; null: it is none, or has expired. */
  tokenOf(token: string, now: number): Pick<ExchangedToken, 'scopes' | 'pipelines'> | null {
    const found = this.#tokens.get(token);
    return found && found.expires > now ? found : null;
  }

  /** What a token claims, where its signature is right; null: it is none. */
  #claimsOf(token: string): JobClaims | null {
    const [header = '', claims = '', signature = '', ...rest] = token.split('.');
    const signed = Buffer.from(`${header}.${claims}`);
    const isRight =
      rest.length === 0 &&
      verify('sha256', signed, this.#keys.publicKey, Buffer.from(signature, 'base64url'));
    return isRight
      ? (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as JobClaims)
      : null;
  }
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

function fits(identity: WorkloadIdentity, claims: JobClaims, now: number): boolean {
  const subject = identity.subject
    .split('*')
    .map((part) => part.replace(/[^\w:/-]/g, '\\$&'))
    .join('.*');
  return (
    claims.iss === issuer &&
    claims.aud === identity.audience &&
    claims.organization_slug === identity.organization &&
    claims.iat * 1000 <= now &&
    claims.exp * 1000 > now &&
    new RegExp(`^${subject}$`).test(claims.sub)
  );
}

function failed(status: number, error: string, words: string): OAuthAnswer {
  return { status, body: { error, error_description: words } };
}

function encoded(part: string | Buffer): string {
  return Buffer.from(part).toString('base64url');
}
