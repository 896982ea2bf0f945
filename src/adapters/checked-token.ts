import { Fault } from '../model/error.ts';

/**
 * A token or key as it is sent: without what stands around it, such as the line end of a file. Throws where
 * the rest is none, before anybody is asked.
 */
export function checkedToken(
  variable:
    | 'STACK_ACCESS_TOKEN'
    | 'STACK_API_KEY'
    | 'GITHUB_TOKEN'
    | 'GITEA_ROLES_TOKEN'
    | 'GITLAB_TOKEN'
    | 'GITLAB_COMMENT_TOKEN'
    | 'CI_JOB_TOKEN'
    | 'BUILDKITE_API_TOKEN'
    | 'BUILDKITE_OIDC_TOKEN'
    | 'SYSTEM_ACCESSTOKEN',
  given: string,
): string {
  // U+FEFF is a blank to it, too.
  const token = given.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const seen = token === '' ? 'it is blank' : 'it holds characters that no token has';
  const what = variable === 'STACK_API_KEY' ? 'key' : 'token';
  const message = `Cannot use the ${what} in ${variable}: ${seen}.`;
  const remedy = `Store the ${what} itself in ${variable}, without quotes, blanks and line breaks.`;
  if (!variable.startsWith('STACK_'))
    throw new Fault('forge', 'forge-refused', message, { remedy });
  const code = variable === 'STACK_API_KEY' ? 'api-key-refused' : 'token-refused';
  throw new Fault('site', code, message, { remedy });
}
