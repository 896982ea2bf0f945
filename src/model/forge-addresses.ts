import type { Provenance } from './provenance.ts';

/** What stands at a path of a repository. */
export type PathKind = 'file' | 'folder' | 'missing';

/** The pages of a repository on its forge, as everyone who may read it opens them. */
export interface ForgeAddresses {
  /** The forge itself, without a `/` at its end. */
  readonly server: string;
  /** The repository, without a `/` at its end. */
  readonly repository: string;
  /** What stands between the repository's address and a path of the default branch, by what is there. */
  readonly ways: Readonly<Record<'file' | 'folder' | 'raw', string>>;
  /** The same for the number of an issue or a pull request, and for a commit id. */
  readonly issue: string;
  readonly commit: string;
  readonly release: string;
}

/** The pages of a repository on GitHub. `name` is `owner/name`. */
export function gitHubPages(server: string, name: string): ForgeAddresses {
  const base = server.replace(/\/+$/, '');
  return {
    server: base,
    repository: `${base}/${name}`,
    ways: { file: '/blob/HEAD/', folder: '/tree/HEAD/', raw: '/raw/HEAD/' },
    issue: '/issues/',
    commit: '/commit/',
    release: '/releases/tag/',
  };
}

/** The same on GitLab. `name` is the project's path, with its groups. */
export function gitLabPages(server: string, name: string): ForgeAddresses {
  return {
    server,
    repository: `${server}/${name}`,
    ways: { file: '/-/blob/HEAD/', folder: '/-/tree/HEAD/', raw: '/-/raw/HEAD/' },
    issue: '/-/issues/',
    commit: '/-/commit/',
    release: '/-/releases/',
  };
}

/**
 * The address of a path on the default branch; `suffix` (a query, an anchor) comes behind it. Nothing in
 * it ends a link in Markdown or in HTML.
 */
export function pageOf(
  { repository, ways }: ForgeAddresses,
  path: string,
  kind: PathKind | 'raw',
  suffix = '',
): string {
  if (path === '') return `${repository}${inLink(suffix)}`;
  const way = ways[kind === 'missing' ? 'file' : kind];
  return `${repository}${way}${inLink(path.toWellFormed().split('/').map(encodeURIComponent).join('/'))}${inLink(suffix)}`;
}

/** The same pages as a commit has them, not the default branch as it is when somebody looks. */
export function pagesAt(pages: ForgeAddresses, commit: string): ForgeAddresses {
  const { file, folder, raw } = pages.ways;
  const at = (way: string) => way.replace('HEAD', commit);
  return { ...pages, ways: { file: at(file), folder: at(folder), raw: at(raw) } };
}

/** The page that lists who changed a file; null for what is none. */
export function historyPage(pages: ForgeAddresses, provenance: Provenance): string | null {
  if (provenance.kind !== 'file') return null;
  const file = pages.ways.file.replace('/blob/', '/commits/');
  return pageOf({ ...pages, ways: { ...pages.ways, file } }, provenance.path, 'file');
}

/** The address of what a source comes from. */
export function originPage(pages: ForgeAddresses, provenance: Provenance): string {
  const { repository, issue, release } = pages;
  switch (provenance.kind) {
    case 'file':
      return pageOf(pages, provenance.path, 'file');
    case 'pull-request':
      return `${repository}${issue}${provenance.number}`;
    case 'release':
      return `${repository}${release}${inLink(encodeURIComponent(provenance.tag))}`;
  }
}

/** An address with what the site, or Markdown, would not take in one written as escapes. */
export function inLink(address: string): string {
  return address
    .toWellFormed()
    .replace(
      /[\s\p{Cc}'"()<>[\]{}`\\^|*]/gu,
      (char) =>
        `%${[...new TextEncoder().encode(char)]
          .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
          .join('%')}`,
    );
}
