import type { Config } from '../../config/schema.ts';
import type { ForgeSetup } from '../../ports/forge-setup.ts';
import { secretChore } from './chores.ts';
import type { GitHubPlace } from './init-context.ts';
import type { Chore } from './steps.ts';
import { readEnvironment, secretsIn } from './workflow-text.ts';

/** The secrets that workflows read and the environments lack, as far as that is told. */
export async function missingSecrets(
  setup: Pick<ForgeSetup, 'secretsOf'> | null,
  { approval: { environment } }: Config,
  workflows: string,
): Promise<readonly { readonly environment: string; readonly secret: string }[]> {
  const names = secretsIn(workflows);
  const missing: { readonly environment: string; readonly secret: string }[] = [];
  for (const name of [readEnvironment(environment), environment]) {
    // Where nobody tells, they are named all the same.
    const found = (await setup?.secretsOf(name).catch(() => null)) ?? [];
    for (const secret of names)
      if (!found.includes(secret)) missing.push({ environment: name, secret });
  }
  return missing;
}

/** The same as chores of one repository. */
export async function secretsLeft(
  github: GitHubPlace,
  config: Config,
  workflows: string,
  pages: Readonly<Record<string, string>>,
): Promise<Chore[]> {
  const missing = await missingSecrets(github.setup, config, workflows);
  return missing.map(({ environment, secret }) =>
    secretChore(github, {
      environment,
      secret,
      writes: environment === config.approval.environment,
      page: pages[environment] ?? '',
    }),
  );
}
