import { blobId } from '../../model/blob-id.ts';
import type { FleetPlace, FoundPull } from '../../ports/forge-fleet.ts';
import { partOf } from '../loose-shape.ts';
import { list, text, whole } from '../shape.ts';
import { forgeSetupOver } from './forge-setup.ts';
import { lookAtPlace } from './look-at-place.ts';
import type { GitHub, GitHubOptions } from './open-github.ts';
import { shaped } from './shaped.ts';
import type { Asked } from './to-fault.ts';

const shaShape = partOf({ sha: text });
const pullShape = partOf({ number: whole(1), html_url: text });
const compareShape = partOf({
  ahead_by: whole(0),
  files: list(partOf({ filename: text, status: text, sha: text })),
});

/** One repository of those that are set up. */
export function createFleetPlace(
  github: GitHub,
  options: Pick<GitHubOptions, 'apiUrl'>,
): FleetPlace {
  const { owner, name: repo } = github.repository;
  const where = { owner, repo };
  return {
    setup: forgeSetupOver(github, options),
    look: (wanted) => lookAtPlace(github, wanted),
    async holdsOnly(branch, base, files) {
      const asked: Asked = {
        doing: `compare ${branch} with ${base}`,
        permissions: 'contents: read',
      };
      const data = await github.rest(asked, ({ rest }) =>
        rest.repos.compareCommitsWithBasehead({ ...where, basehead: `${base}...${branch}` }),
      );
      const found = shaped(compareShape, data, asked);
      const seen = new Map(found.files.map((each) => [each.filename, each]));
      return (
        found.ahead_by === 1 &&
        seen.size === files.length &&
        files.every((each) => {
          const there = seen.get(each.path);
          return there?.status === 'added' && there.sha === blobId(each.text);
        })
      );
    },
    async createBranch(branch, { commit, files, message }) {
      // A tree and a commit that no branch has are nobody's: until the last call nothing is there.
      const asked = writing(`make the branch ${branch}`);
      const tree = await github.rest(asked, ({ rest }) =>
        rest.git.createTree({
          ...where,
          base_tree: commit,
          tree: files.map(({ path, text: content }) => ({
            path,
            mode: '100644' as const,
            type: 'blob' as const,
            content,
          })),
        }),
      );
      const made = await github.rest(asked, ({ rest }) =>
        rest.git.createCommit({
          ...where,
          message,
          tree: shaped(shaShape, tree, asked).sha,
          parents: [commit],
        }),
      );
      const { sha } = shaped(shaShape, made, asked);
      await github.rest(asked, ({ rest }) =>
        rest.git.createRef({ ...where, ref: `refs/heads/${branch}`, sha }),
      );
    },
    async openPull({ branch, base, title, body }): Promise<FoundPull> {
      const asked: Asked = {
        doing: `open the pull request of ${branch}`,
        permissions: 'pull-requests: write',
      };
      const data = await github.rest(asked, ({ rest }) =>
        rest.pulls.create({ ...where, head: branch, base, title, body }),
      );
      const { number, html_url: url } = shaped(pullShape, data, asked);
      return { number, url, state: 'open' };
    },
  };
}

/** GitHub takes workflows from no token without its own right to them. */
const writing = (doing: string): Asked => ({
  doing,
  permissions: 'contents: write, workflows: write',
});
