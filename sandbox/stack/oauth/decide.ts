import type { FakeStack } from '../fake-stack.ts';
import { people } from '../people.ts';
import type { AuthorisationRequest } from './read-request.ts';
import { redirectWith } from './redirect-with.ts';

/** The people who can sign in. */
export const deciders = ['account', 'colleague', 'admin'] as const;

/** Carries out what a person decided on the page, and returns where the browser goes. */
export function decide(
  stack: FakeStack,
  { application, redirectUri, scope, state, challenge }: AuthorisationRequest,
  form: URLSearchParams,
): string {
  if (form.get('decision') !== 'allow') {
    const error_description = 'The user denied the request';
    return redirectWith(redirectUri, { error: 'access_denied', error_description, state });
  }
  const name = deciders.find((known) => known === form.get('person')) ?? 'account';
  const chosen = stack.teams.find((known) => known === form.get('team')) ?? stack.teams[0] ?? null;
  const code = stack.grants.allow({
    application,
    person: people[name],
    scope,
    team: scope.includes('access_team') ? chosen : null,
    redirectUri,
    challenge,
  });
  return redirectWith(redirectUri, { code, state });
}
