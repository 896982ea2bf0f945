import type { FakeGitHub } from '../fake-github.ts';
import { dateText } from './date-text.ts';
import { nodeId } from './node-id.ts';
import { apiAddress, pageAddress } from './repository-model.ts';

/** A commit, as comparing two branches names it; the sandbox tells little of it but its id. */
export function commitModel(github: FakeGitHub, sha: string, user: object | null): object {
  const url = `${apiAddress(github)}/commits/${sha}`;
  const person = { name: 'GitHub', email: 'noreply@example.com', date: dateText(github.born) };
  return {
    url,
    sha,
    node_id: nodeId('C', sha),
    html_url: `${pageAddress(github)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${apiAddress(github)}/git/commits/${sha}`,
      author: person,
      committer: person,
      message: 'Change files',
      comment_count: 0,
      tree: { sha, url: `${apiAddress(github)}/git/trees/${sha}` },
    },
    author: user,
    committer: user,
    parents: [],
  };
}
