import { runGit, splitNul } from './git.ts';

/**
 * Asks for attributes of files, as `.gitattributes` and the like give them. The answer tells the value
 * of one; null where it has none or is only set or unset. Throws `git-failed`.
 */
export async function attributesOf(
  root: string,
  paths: readonly (Buffer | string)[],
  names: readonly string[],
): Promise<(path: string, name: string) => string | null> {
  if (paths.length === 0) return () => null;
  const input = Buffer.concat(paths.flatMap((path) => [Buffer.from(path), Buffer.of(0)]));
  const args = ['check-attr', '-z', '--stdin', ...names];
  // "<path>", "<name>", "<value>"
  const parts = splitNul(await runGit(root, args, { input })).map(String);
  const values = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = '', name = '', value = ''] = parts.slice(at, at + 3);
    if (!/^(?:unspecified|unset|set|)$/.test(value)) values.set(`${name} ${path}`, value);
  }
  return (path, name) => values.get(`${name} ${path}`) ?? null;
}
