import type { ProxySettings } from '../adapters/http/open-dispatcher.ts';

/** The variables of a process, by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that hold secrets; their values must never be shown. */
export const secretVariables = {
  stackToken: 'STACK_ACCESS_TOKEN',
  stackApiKey: 'STACK_API_KEY',
  gitHubToken: 'GITHUB_TOKEN',
} as const;

/** What every environment may say, whatever CI it is of. */
export interface CommonVariables {
  readonly stackToken: string | undefined;
  readonly proxy: ProxySettings;
  /** Who the process says that it runs for: a note, and no proof. */
  readonly operator: string | null;
}

/** Reads what is said whatever CI it is. */
export function readCommonVariables(variables: Variables): CommonVariables {
  return {
    stackToken: variables[secretVariables.stackToken],
    proxy: {
      https: variables['HTTPS_PROXY'] ?? variables['https_proxy'],
      exclude: variables['NO_PROXY'] ?? variables['no_proxy'],
    },
    operator: variables['USER'] ?? variables['USERNAME'] ?? null,
  };
}
