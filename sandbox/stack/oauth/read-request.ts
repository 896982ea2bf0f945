import { applicationOf, type Application } from './applications.ts';
import { redirectWith } from './redirect-with.ts';

/** What an application asks a person for. */
export interface AuthorisationRequest {
  readonly application: Application;
  readonly redirectUri: string;
  readonly scope: readonly string[];
  readonly state: string | null;
  readonly challenge: string | null;
}

/** How a request ends that no person is asked about: a page here, or the browser goes back. */
export type Refused = { readonly page: string } | { readonly redirect: string };

const scopes = ['write_access', 'access_team', 'no_expiry', 'read_inbox', 'private_info'];

/**
 * Reads what an application asks for; `host` is that of the site, as the browser names it. Who asks
 * wrongly is told at its own address, once that is certain. The standard has the names of the errors;
 * when the real site looks at what, and with which words, is not known.
 */
export function readRequest(
  parameters: URLSearchParams,
  host: string,
): AuthorisationRequest | Refused {
  const application = applicationOf(parameters.get('client_id'));
  if (application === null) return { page: 'No application has this client_id.' };
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (URL.parse(redirectUri)?.host !== host)
    return { page: "The redirect_uri is not on the application's domain, which is this site." };
  const state = parameters.get('state');
  const back = (error: string, error_description: string) => ({
    redirect: redirectWith(redirectUri, { error, error_description, state }),
  });
  const scope = (parameters.get('scope') ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const unknown = scope.find((part) => !scopes.includes(part));
  if (unknown !== undefined) return back('invalid_scope', `There is no scope ${unknown}`);
  if (scope.includes('write_access') && !application.writes)
    return back('invalid_scope', 'The application is read-only: it may not have write_access');
  const challenge = parameters.get('code_challenge');
  if (challenge !== null && parameters.get('code_challenge_method') !== 'S256')
    return back('invalid_request', 'The code_challenge_method has to be S256');
  if (challenge !== null && !/^[\w-]{43}$/.test(challenge))
    return back('invalid_request', 'The code_challenge is no SHA-256 in base64url');
  return { application, redirectUri, scope, state, challenge };
}
