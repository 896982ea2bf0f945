import { chore, type Chore } from '../steps.ts';
import type { MissingSecret } from './row.ts';

/** The variables of a shell that the loops take the values from. */
const variables: Readonly<Record<string, readonly [read: string, write: string]>> = {
  STACK_TOKEN: ['READ_TOKEN', 'WRITE_TOKEN'],
  STACK_API_KEY: ['API_KEY', 'API_KEY'],
};

/**
 * A loop for each secret that repositories lack, to run where GitHub's own tool is. The value comes from
 * a variable, by stdin, so that no list of processes has it; this program never sees it.
 */
export function secretLoops(
  host: string,
  missing: readonly (readonly [repository: string, secrets: readonly MissingSecret[]])[],
  writes: (environment: string) => boolean,
): Chore[] {
  const groups = new Map<string, { readonly of: MissingSecret; readonly names: string[] }>();
  for (const [repository, secrets] of missing)
    for (const of of secrets) {
      const key = `${of.environment} ${of.secret}`;
      const group = groups.get(key) ?? { of, names: [] };
      group.names.push(host === 'github.com' ? repository : `${host}/${repository}`);
      groups.set(key, group);
    }
  return [...groups.values()].map(({ of: { environment, secret }, names }) => {
    const isWriting = writes(environment);
    const variable = variables[secret]?.[isWriting ? 1 : 0] ?? secret;
    const what =
      secret === 'STACK_TOKEN'
        ? `a token of Stack Internal that ${isWriting ? 'writes, of the same account' : 'only reads'}`
        : 'the key of an application on the site';
    const isPlain = [environment, ...names].every((text) => /^[\w.:/-]+$/.test(text));
    const set = `printf %s "$${variable}" | gh secret set ${secret} --env ${environment} --repo "$repo"`;
    return chore(
      `Add the secret ${secret} to the environment \`${environment}\` of ${names.length === 1 ? 'one repository' : `${names.length} repositories`}: ${what}. Read it into a variable first: \`read -rs ${variable}\`.`,
      null,
      isPlain ? `for repo in ${names.join(' ')}; do ${set}; done` : null,
    );
  });
}
