import { settingsFor } from './git-environment.ts';
import { splitNul, tryGit } from './git.ts';

/** The filters of a checkout: programs that git would start to read a file of the working tree. */
interface Filters {
  readonly names: ReadonlySet<string>;
  /** For git's environment: none of them is started. What they would change then shows as a difference. */
  readonly env: Record<string, string>;
}

export async function filtersOff(root: string): Promise<Filters> {
  const wanted = String.raw`^filter\..*\.(clean|smudge|process|required)$`;
  const { stdout } = await tryGit(root, ['config', '-z', '--name-only', '--get-regexp', wanted]);
  const keys = [...new Set(splitNul(stdout).map(String))];
  const settings = keys.map((key) => [key, key.endsWith('.required') ? 'false' : ''] as const);
  return {
    names: new Set(keys.map((key) => key.replace(/^filter\.|\.[a-z]+$/g, ''))),
    env: settings.length === 0 ? {} : settingsFor(settings),
  };
}
