import { matchesGlob } from 'node:path';
import { isSharedConfig, placeInConfig } from '../../config/config-places.ts';
import type { SourcesConfig } from '../source-kind.ts';
import { quoted } from '../../markdown/quoted.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Finding } from '../../model/finding.ts';
import type { RepositoryFile } from '../../ports/repository.ts';
import { findingsOf, type Problem } from '../reading.ts';

/** Comparing names takes time by their number. */
const mostNames = 5000;
const special = /[*?[{(\\]/;
const usual = 'docs/**/*.md';

/** The files that the configuration names, sorted by path, and a warning for what names none. */
export function docFiles(
  files: readonly RepositoryFile[],
  config: SourcesConfig,
): { readonly named: readonly RepositoryFile[]; readonly findings: readonly Finding[] } {
  const { docs, 'pull-requests': pullRequests } = config.sources;
  if (docs === false) return { named: [], findings: [] };
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const findings: Finding[] = [];
  const pathsOf = (key: 'include' | 'exclude') =>
    docs[key].map((pattern, at) => {
      const matches = matcher(pattern, folders);
      const paths = new Set(files.flatMap(({ path }) => (matches(path) ? [path] : [])));
      // Who has pull requests only need not say so: the default may well name nothing.
      const isDefault = key === 'include' && docs.include.length === 1 && pattern === usual;
      // A shared configuration is for many repositories, of which not each has all.
      const isShared = isSharedConfig(config, ['sources', 'docs', key, at]);
      if (paths.size === 0 && !isShared && !(isDefault && pullRequests !== false))
        findings.push(
          ...findingsOf(
            [namesNothing(pattern, `sources.docs.${key}`, files, folders)],
            `sources.docs.${key}`,
            { kind: 'file', path: `sources.docs.${key}` },
            () => placeInConfig(config, ['sources', 'docs', key, at]),
          ),
        );
      return paths;
    });
  const [included, excluded] = [pathsOf('include'), pathsOf('exclude')];
  const named = files.filter(
    ({ path }) =>
      included.some((paths) => paths.has(path)) && !excluded.some((paths) => paths.has(path)),
  );
  return { named, findings };
}

/**
 * Whether a pattern names a path: by itself or by a folder above it. A folder is what ends in a slash
 * or in a plain name: the `*` of `docs/*` stands for files only.
 */
function matcher(pattern: string, folders: ReadonlySet<string>): (path: string) => boolean {
  const name = pattern.replace(/\/+$/, '');
  const isNamed = (path: string) => path === name || path.startsWith(`${name}/`);
  if (name === '.') return () => true;
  if (!special.test(name)) return isNamed;
  const isFolder = name !== pattern || !special.test(name.slice(name.lastIndexOf('/') + 1));
  const named = new Set(
    isFolder ? [...folders].filter((folder) => matchesGlob(folder, name)) : undefined,
  );
  return (path) =>
    isNamed(path) ||
    (name === pattern && matchesGlob(path, name)) ||
    (named.size > 0 && foldersOf(path).some((folder) => named.has(folder)));
}

function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

function namesNothing(
  pattern: string,
  key: string,
  files: readonly RepositoryFile[],
  folders: ReadonlySet<string>,
): Problem {
  const paths = files.map(({ path }) => path);
  const near = candidates(pattern.replace(/\/+$/, ''), paths, folders).find(
    (other) => other !== pattern && paths.some(matcher(other, folders)),
  );
  return {
    rule: 'pattern-without-file',
    severity: 'warning',
    offset: 0,
    message: `${quoted(pattern)} in \`${key}\` matches no file, expected a pattern that does.`,
    remedy:
      near === undefined
        ? 'Correct the pattern, or remove it.'
        : `Write ${JSON.stringify(near)}, or remove the pattern.`,
  };
}

/** What may have been meant, the most likely first. */
function candidates(
  name: string,
  paths: readonly string[],
  folders: ReadonlySet<string>,
): readonly string[] {
  const parts = name.split('/');
  const first = parts.findIndex((part) => special.test(part));
  const base = first === -1 ? name : parts.slice(0, first).join('/');
  const rest = name.slice(base.length);
  const known = first === -1 ? [...folders, ...paths] : [...folders];
  const deeper = known.find((path) => base !== '' && path.endsWith(`/${base}`));
  const near = base === '' ? null : nearestName(base, known.slice(0, mostNames));
  const inside = paths.filter((path) => base === '' || path.startsWith(`${base}/`));
  const endings = new Set(inside.flatMap((path) => /\.[^./]+$/.exec(path)?.[0] ?? []));
  const ending = /\.[^./]+$/.exec(rest)?.[0] ?? null;
  const other = ending && (nearestName(ending, [...endings]) ?? [...endings][0]);
  return [
    ...(deeper === undefined ? [] : [deeper + rest]),
    ...(rest === '' ? [] : [name.replace(/(^|\/)\*(?=[^*/]*$)/, '$1**/*'), `${name}/**`]),
    ...(near === null ? [] : [near + rest]),
    ...(ending && other ? [name.slice(0, -ending.length) + other] : []),
  ];
}
