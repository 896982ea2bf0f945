import type { SignIn } from '../../../ports/sign-in.ts';
import { createHttp, type HttpOptions } from '../../http/create-http.ts';
import type { HttpAnswer } from '../../http/exchange.ts';
import { HttpFailure } from '../../http/http-failure.ts';
import { maskSecrets } from '../../log/mask-secrets.ts';
import { v3Policy } from '../throttle/v3-policy.ts';
import type { Asked } from '../asked.ts';
import { failureToFault } from '../to-fault.ts';
import { authoriseAddress, redirectOf, tokenPath, type Wish } from './addresses.ts';
import { createProof } from './proof.ts';
import { codeOf } from './read-pasted.ts';
import { readReply } from './read-reply.ts';

type Connection = Required<Pick<HttpOptions, 'userAgent' | 'proxy' | 'clock' | 'log'>>;

export interface OpenSignInOptions extends Connection, Wish {
  /** The Enterprise site. */
  readonly site: string;
}

/** The longest answer to take, in bytes: it holds a token and little else. */
const maxBytes = 100_000;

/**
 * Begins a login by OAuth with PKCE. Nothing is sent before a code is redeemed, and that goes to the
 * site alone. Throws `insecure-url`, and `usage` for a proxy that is no address.
 */
export function openSignIn({
  site,
  clientId,
  scope,
  ...connection
}: OpenSignInOptions): SignIn & AsyncDisposable {
  const http = createHttp({ ...connection, base: site, policy: v3Policy(), maxBytes });
  const { base } = http;
  const proof = createProof();

  /** A code can be used once: after a lost answer it is not sent again. */
  async function send(code: string, asked: Asked): Promise<HttpAnswer> {
    const form = new URLSearchParams({
      client_id: clientId,
      code,
      redirect_uri: redirectOf(base),
      code_verifier: proof.verifier,
    });
    try {
      return await http.send({
        method: 'POST',
        path: tokenPath,
        effect: 'write',
        body: { type: 'application/x-www-form-urlencoded', content: form.toString() },
      });
    } catch (error) {
      if (error instanceof HttpFailure) throw failureToFault(error, asked);
      throw error;
    }
  }

  return {
    address: authoriseAddress(base, { clientId, scope }, proof),
    async redeem(pasted) {
      const writes = scope.includes('write_access');
      const code = codeOf(pasted, { state: proof.state, writes });
      const asked: Asked = {
        doing: 'log in',
        // Nothing of the site's can be in doubt: who gets no answer logs in again.
        effect: 'read',
        host: new URL(base).host,
        now: () => connection.clock.now(),
        mask: maskSecrets([code, proof.verifier, proof.state]),
        tier: 'enterprise',
        team: null,
        hasWritten: () => false,
      };
      return readReply(await send(code, asked), asked, scope);
    },
    [Symbol.asyncDispose]: () => http.close(),
  };
}
