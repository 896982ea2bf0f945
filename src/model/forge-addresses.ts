import type { Provenance } from './provenance.ts';

/** What stands at a path of a repository. */
export type PathKind = 'file' | 'folder' | 'missing';

/** The pages of a repository on its forge, as everyone who may read it opens them. */
export interface ForgeAddresses {
  /** The forge itself, without a `/` at its end. */
  readonly server: string;
  /** The repository, without a `/` at its end. */
  readonly repository: string;
  /**
   * What stands between the repository's address and a path of the default branch, by what is there;
   * for `history`, the page that lists who changed it.
   */
  readonly ways: Readonly<Record<'file' | 'folder' | 'history', string>> & {
    /** Null where a file itself has no such address. */
    readonly raw: string | null;
  };
  /** The same for the number of an issue or a pull request, and for a commit id. */
  readonly issue: string;
  /** The same for a merge request, where these are counted apart and written with `!`. */
  readonly mergeRequest?: string;
  readonly commit: string;
  readonly release: string;
}

/** The pages of a repository on GitHub. `name` is `owner/name`. */
export function gitHubPages(server: string, name: string): ForgeAddresses {
  const base = server.replace(/\/+$/, '');
  return {
    server: base,
    repository: `${base}/${name}`,
    ways: {
      file: '/blob/HEAD/',
      folder: '/tree/HEAD/',
      raw: '/raw/HEAD/',
      history: '/commits/HEAD/',
    },
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
    ways: {
      file: '/-/blob/HEAD/',
      folder: '/-/tree/HEAD/',
      raw: '/-/raw/HEAD/',
      history: '/-/commits/HEAD/',
    },
    issue: '/-/issues/',
    mergeRequest: '/-/merge_requests/',
    commit: '/-/commit/',
    release: '/-/releases/',
  };
}

/** The same on Gitea and Forgejo, where `HEAD` as a branch is the default one. */
export function giteaPages(server: string, name: string): ForgeAddresses {
  return {
    server,
    repository: `${server}/${name}`,
    ways: {
      file: '/src/branch/HEAD/',
      folder: '/src/branch/HEAD/',
      raw: '/raw/branch/HEAD/',
      history: '/commits/branch/HEAD/',
    },
    issue: '/issues/',
    commit: '/commit/',
    release: '/releases/tag/',
  };
}

/** The same on Bitbucket Cloud. */
export function bitbucketPages(server: string, name: string): ForgeAddresses {
  return {
    server,
    repository: `${server}/${name}`,
    ways: {
      file: '/src/HEAD/',
      folder: '/src/HEAD/',
      raw: '/raw/HEAD/',
      history: '/history-node/HEAD/',
    },
    issue: '/issues/',
    commit: '/commits/',
    release: '/src/',
  };
}

/** The same on Bitbucket Data Center. A page without a commit is that of the default branch. */
export function bitbucketServerPages(
  server: string,
  { project, name }: { readonly project: string; readonly name: string },
): ForgeAddresses {
  const owner = project.startsWith('~') ? `users/${project.slice(1)}` : `projects/${project}`;
  return {
    server,
    repository: `${server}/${owner}/repos/${name}`,
    ways: { file: '/browse/', folder: '/browse/', raw: '/raw/', history: '/history/' },
    issue: '/pull-requests/',
    commit: '/commits/',
    release: '/browse?at=refs%2Ftags%2F',
  };
}

/** The same on Azure DevOps. `server` is the organisation's address, and a page has its path in the query. */
export function azurePages(
  server: string,
  { project, name }: { readonly project: string; readonly name: string },
): ForgeAddresses {
  const file = '?path=/';
  return {
    server,
    repository: `${server}/${project}/_git/${name}`,
    ways: { file, folder: file, raw: null, history: '?_a=history&path=/' },
    issue: '/pullrequest/',
    commit: '/commit/',
    release: '?version=GT',
  };
}

/**
 * The address of a path on the default branch; `suffix` (a query, an anchor) comes behind it, where the
 * path is no query itself. Nothing in it ends a link in Markdown or in HTML.
 */
export function pageOf(
  { repository, ways }: ForgeAddresses,
  path: string,
  kind: PathKind | 'raw' | 'history',
  suffix = '',
): string {
  if (path === '') return `${repository}${inLink(suffix)}`;
  const way = ways[kind === 'missing' ? 'file' : kind] ?? ways.file;
  const behind = way.includes('?') ? '' : inLink(suffix);
  return `${repository}${way}${inLink(path.toWellFormed().split('/').map(encodeURIComponent).join('/'))}${behind}`;
}

/**
 * The same pages as a commit has them, not the default branch as it is when somebody looks; where a
 * forge names no branch in their addresses, they stay those of the default branch.
 */
export function pagesAt(pages: ForgeAddresses, commit: string): ForgeAddresses {
  const { file, folder, raw, history } = pages.ways;
  const at = (way: string) =>
    way.replace('/branch/HEAD/', `/commit/${commit}/`).replace('HEAD', commit);
  const ways = { file: at(file), folder: at(folder), raw: raw && at(raw), history: at(history) };
  return { ...pages, ways };
}

/** The page that lists who changed a file; null for what is none. */
export function historyPage(pages: ForgeAddresses, provenance: Provenance): string | null {
  return provenance.kind === 'file' ? pageOf(pages, provenance.path, 'history') : null;
}

/** The address of what a source comes from. */
export function originPage(pages: ForgeAddresses, provenance: Provenance): string {
  const { repository, issue, release } = pages;
  switch (provenance.kind) {
    case 'file':
      return pageOf(pages, provenance.path, 'file');
    case 'pull-request':
      return `${repository}${issue}${provenance.number}`;
    case 'merge-request':
      return `${repository}/-/merge_requests/${provenance.number}`;
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
