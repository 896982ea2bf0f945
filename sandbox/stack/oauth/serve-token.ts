import type { Exchange } from '../../exchange/exchange.ts';
import { jsonReply, type Reply } from '../../exchange/reply.ts';
import type { FakeStack } from '../fake-stack.ts';
import { applicationOf } from './applications.ts';
import { CodeRefused } from './grants.ts';

/** Answers a program that brings a code for a token, in a form or in the query. */
export async function serveToken(
  stack: FakeStack,
  exchange: Exchange,
  body: Buffer,
): Promise<void> {
  const form = new URLSearchParams(body.toString('utf8'));
  const given = (name: string) => form.get(name) ?? exchange.url.searchParams.get(name) ?? '';
  exchange.answer({ ...tokenReply(stack, given), headers: { 'Cache-Control': 'no-store' } });
}

function tokenReply({ grants }: FakeStack, given: (name: string) => string): Reply {
  const application = applicationOf(given('client_id'));
  if (application === null) return refused('No application has this client_id');
  try {
    const { token, expires } = grants.redeem({
      application,
      code: given('code'),
      redirectUri: given('redirect_uri'),
      verifier: given('code_verifier'),
      secret: given('client_secret'),
    });
    return jsonReply(200, { access_token: token, ...(expires !== null && { expires }) });
  } catch (error) {
    if (error instanceof CodeRefused) return refused(error.message);
    throw error;
  }
}

/** The member is that of the real site; with which status it comes is not known. */
function refused(error_message: string): Reply {
  return jsonReply(400, { error_message });
}
