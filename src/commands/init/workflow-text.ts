import { dailyTime } from '../../model/daily-time.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** What of a shipped workflow is another repository's. */
export interface WorkflowPlace {
  readonly branch: string;
  /** OWNER/NAME, by which its schedule has a minute of its own; null where it is not known. */
  readonly repository: string | null;
  /** The protected environment; that of the plan is named after it. */
  readonly environment: string;
  /** Whether the API asks for a key beside the token. */
  readonly withKey: boolean;
}

/** The name of the environment with the token that only reads. */
export const readEnvironment = (environment: string) => `${environment}-read`;

/** Words of the shipped workflows, which their tests hold. */
const shipped = { branch: 'main', environment: 'stack-internal' };

/** A shipped workflow for a place: what must be another is replaced, and every other byte stays. */
export function workflowText(text: string, place: WorkflowPlace): string {
  const { branch, repository, environment, withKey } = place;
  let result = text;
  if (repository !== null) {
    const { hour, minute } = dailyTime(repository);
    result = result.replace(/^( *- cron: ')\d+ \d+ /m, `$1${minute} ${hour} `);
  }
  if (branch !== shipped.branch)
    result = result.replace(
      new RegExp(String.raw`^( *branches: )\[${shipped.branch}\]`, 'gm'),
      (_, start: string) => `${start}[${yamlScalar(asPattern(branch))}]`,
    );
  if (environment !== shipped.environment) result = renamed(result, environment);
  if (withKey)
    result = result.replace(
      /^( *)stack-token: .*$/gm,
      (line, indent: string) => `${line}\n${indent}stack-api-key: \${{ secrets.STACK_API_KEY }}`,
    );
  return result;
}

/** The environments by another name: where jobs name them, and in what is said of them. */
function renamed(text: string, environment: string): string {
  const name = (read: string | undefined) => (read ? readEnvironment(environment) : environment);
  const named = new RegExp(
    String.raw`(\b(?:environment|name): )${shipped.environment}(-read)?(?![\w./-])`,
    'g',
  );
  const told = new RegExp(`\`${shipped.environment}(-read)?\``, 'g');
  return text
    .replace(named, (_, start: string, read?: string) => `${start}${yamlScalar(name(read))}`)
    .replace(told, (_, read?: string) => `\`${name(read)}\``);
}

/** A branch's name, as a pattern that only it fits. */
function asPattern(branch: string): string {
  return branch.replace(/[*?+[\]!\\]/g, String.raw`\$&`);
}

/** The names of the secrets that a workflow reads, but for the runner's own token. */
export function secretsIn(text: string): string[] {
  const names = [...text.matchAll(/\bsecrets\.([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'GITHUB_TOKEN');
}

/** Whether a workflow names no version of the Action that could be run. */
export const isUnpinned = (text: string) => /@0{40}\b/.test(text);
