import {
  azurePages,
  bitbucketPages,
  bitbucketServerPages,
  giteaPages,
  gitLabPages,
  type ForgeAddresses,
} from '../model/forge-addresses.ts';

/** `https://host/path`, `ssh://git@host:22/path`, `git@host:path`; a port of the web is a part of the host. */
const address =
  /^(?:https:\/\/(?:[^/@]*@)?(?<web>[\w.-]+(?::\d+)?)\/|ssh:\/\/git@(?<ssh>[\w.-]+)(?::\d+)?\/|git@(?<scp>[\w.-]+):)(?<path>[\w./~%-]+?)(?:\.git)?\/?$/;

/** Forges by their host and what its repositories' paths look like; the first that fits counts. */
const forges: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly pages: (host: string, found: RegExpExecArray) => ForgeAddresses;
}[] = [
  {
    host: /^bitbucket\.org$/,
    path: /^[^/]+\/[^/]+$/,
    pages: (host, [name]) => bitbucketPages(`https://${host}`, name),
  },
  {
    host: /^(?:ssh\.)?dev\.azure\.com$/,
    path: /^(?:v3\/)?([^/]+)\/([^/]+)\/(?:_git\/)?([^/]+)$/,
    pages: (_, [, organisation = '', project = '', name = '']) =>
      azurePages(`https://dev.azure.com/${organisation}`, { project, name }),
  },
  {
    host: /\.visualstudio\.com$/,
    path: /^(?:DefaultCollection\/)?([^/]+)\/_git\/([^/]+)$/,
    pages: (host, [, project = '', name = '']) => azurePages(`https://${host}`, { project, name }),
  },
  {
    host: /gitlab/,
    path: /^[^/]+(?:\/[^/]+)+$/,
    pages: (host, [name]) => gitLabPages(`https://${host}`, name),
  },
  {
    host: /gitea|forgejo|^codeberg\.org$/,
    path: /^[^/]+\/[^/]+$/,
    pages: (host, [name]) => giteaPages(`https://${host}`, name),
  },
  {
    // No other forge has its repositories there.
    host: /./,
    path: /^scm\/([^/]+)\/([^/]+)$/,
    pages: (host, [, project = '', name = '']) =>
      bitbucketServerPages(`https://${host}`, { project, name }),
  },
];

/**
 * The pages of the repository that a remote's address names, where its host or its path tells which
 * forge that is; else null.
 */
export function remotePages(remote: string | null): ForgeAddresses | null {
  const { web, ssh, scp, path = '' } = address.exec(remote ?? '')?.groups ?? {};
  const host = (web ?? ssh ?? scp)?.toLowerCase();
  if (host === undefined) return null;
  for (const forge of forges) {
    const found = forge.host.test(host) ? forge.path.exec(path) : null;
    if (found) return forge.pages(host, found);
  }
  return null;
}
