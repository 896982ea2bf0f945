import type * as Core from '@actions/core';

/** What the workflow gave the Action; empty texts are what was not given. */
export interface Inputs {
  readonly config: string;
  readonly digest: string;
  /** The environment, with the tokens under the names that the rest knows. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What must never be shown. */
  readonly secrets: readonly string[];
}

const tokens = {
  'stack-token': 'STACK_ACCESS_TOKEN',
  'stack-api-key': 'STACK_API_KEY',
  'github-token': 'GITHUB_TOKEN',
} as const;

/** Reads the inputs, and tells the runner to hide the tokens. */
export function readInputs(core: typeof Core, environment: NodeJS.ProcessEnv): Inputs {
  const env: Record<string, string | undefined> = { ...environment };
  const secrets: string[] = [];
  for (const [input, name] of Object.entries(tokens)) {
    const value = core.getInput(input) || environment[name];
    if (!value) continue;
    env[name] = value;
    secrets.push(value);
    core.setSecret(value);
  }
  return { config: core.getInput('config'), digest: core.getInput('digest'), env, secrets };
}
