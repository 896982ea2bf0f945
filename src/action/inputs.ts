import type * as Core from '@actions/core';
import { secretVariables, type Variables } from '../wiring/variables.ts';
import type { InputName } from './surface.ts';

/** What the workflow gave the Action; empty texts are what was not given. */
export interface Inputs {
  readonly config: string;
  readonly digest: string;
  readonly except: string;
  readonly source: string;
  readonly url: string;
  readonly resolution: string;
  /** The environment, with the tokens under the names that the rest knows. */
  readonly variables: Variables;
  /** What must never be shown. */
  readonly secrets: readonly string[];
}

const tokens = {
  'stack-token': secretVariables.stackToken,
  'stack-api-key': secretVariables.stackApiKey,
  'github-token': secretVariables.gitHubToken,
} as const satisfies Partial<Record<InputName, string>>;

/** Reads the inputs, and tells the runner to hide the tokens. */
export function readInputs(core: typeof Core, environment: Variables): Inputs {
  const get = (input: InputName) => core.getInput(input);
  const variables: Record<string, string | undefined> = { ...environment };
  const secrets: string[] = [];
  const hide = (secret: string) => {
    secrets.push(secret);
    if (secret.trim() !== '') core.setSecret(secret.trim());
  };
  for (const input of Object.keys(tokens) as (keyof typeof tokens)[]) {
    const name = tokens[input];
    // Not trimmed: a blank one is a mistake to be told, as it is in the variable.
    const value = core.getInput(input, { trimWhitespace: false }) || environment[name];
    if (!value) continue;
    variables[name] = value;
    hide(value);
  }
  const rolesToken = environment[secretVariables.giteaRolesToken];
  if (rolesToken) hide(rolesToken);
  return {
    config: get('config'),
    digest: get('digest'),
    except: get('except'),
    source: get('source'),
    url: get('url'),
    resolution: get('resolution'),
    variables,
    secrets,
  };
}
