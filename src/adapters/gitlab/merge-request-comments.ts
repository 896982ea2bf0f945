import { memoize } from '../../model/memoize.ts';
import type { PullComments } from '../../ports/pull-comments.ts';
import type { RequestCount } from '../../ports/site.ts';
import type { Asked } from '../ci-api/api-fault.ts';
import { partOf, withDefaults } from '../loose-shape.ts';
import { flag, list, nullable, text, whole } from '../shape.ts';
import { openGitLab, type GitLab, type GitLabOptions } from './open-gitlab.ts';

/** The notes on GitLab's merge requests; its connections are to be ended. */
export interface GitLabComments extends PullComments {
  readonly requests: RequestCount;
  close(): Promise<void>;
}

export interface GitLabCommentsOptions extends GitLabOptions {
  /** The project's id, or its path with its groups. */
  readonly project: string;
}

const note = withDefaults(
  { author: null, system: false },
  partOf({
    id: whole(1),
    body: nullable(text),
    author: nullable(partOf({ id: whole(1) })),
    system: flag,
  }),
);
const changedFile = withDefaults(
  { deleted_file: false },
  partOf({ new_path: text, deleted_file: flag }),
);
const commits = list(partOf({ id: text }));
const requestsOfCommit = list(partOf({ iid: whole(1), state: text }));

/** No sane merge request has more, of notes or of files. */
const mostPages = 30;
/** So many files are asked for at most: each takes a request, and each of their commits another. */
const mostFiles = 50;

const needs =
  'GITLAB_COMMENT_TOKEN, or GITLAB_TOKEN, needs the scope `api` and the role Reporter in the project; without it nothing is commented on.';

/** Opens the way to GitLab for the notes on merge requests. Throws `insecure-url`. */
export function openMergeRequestComments(options: GitLabCommentsOptions): GitLabComments {
  const gitlab = openGitLab(options);
  const project = `/projects/${encodeURIComponent(options.project)}`;
  const notesOf = (iid: number) => `${project}/merge_requests/${iid}/notes`;
  const ownId = memoize(async () => {
    const asked = { doing: 'ask whose token it is', needs };
    return (await gitlab.get(asked, '/user', partOf({ id: whole(1) }))).id;
  });
  return {
    kind: 'merge-request',
    async find(iid, start) {
      const asked = { doing: `read the comments of the merge request ${iid}`, needs };
      const path = `${notesOf(iid)}?sort=asc&order_by=created_at`;
      for await (const items of gitlab.pages(asked, path, note, mostPages))
        for (const { id, body, author, system } of items) {
          if (system || author === null || !body?.startsWith(start)) continue;
          // Anyone can write the text that ours begin with, and a maintainer's token could change it.
          if (author.id === (await ownId())) return { id, body };
        }
      return null;
    },
    async write(iid, known, body) {
      const asked = { doing: `comment on the merge request ${iid}`, needs };
      if (known === null) await gitlab.write(asked, 'POST', notesOf(iid), { body });
      else await gitlab.write(asked, 'PUT', `${notesOf(iid)}/${known.id}`, { body });
    },
    async changedFiles(iid) {
      const asked = { doing: `read the files of the merge request ${iid}`, needs };
      const files = new Set<string>();
      const path = `${project}/merge_requests/${iid}/diffs`;
      for await (const items of gitlab.pages(asked, path, changedFile, mostPages))
        for (const { new_path: file, deleted_file: isGone } of items) if (!isGone) files.add(file);
      return files;
    },
    async pullsOfFiles(commit, paths) {
      const found = new Map<string, number>();
      const ofCommit = new Map<string, number | null>();
      for (const path of paths.slice(0, mostFiles)) {
        const last = await lastCommit(gitlab, project, { commit, path });
        if (last === null) continue;
        if (!ofCommit.has(last)) ofCommit.set(last, await mergedWith(gitlab, project, last));
        const iid = ofCommit.get(last);
        if (iid) found.set(path, iid);
      }
      return found;
    },
    get requests() {
      return gitlab.requests;
    },
    close: () => gitlab.close(),
  };
}

const ofPages: Asked = { doing: 'read which merge requests changed the pages', needs };

async function lastCommit(
  gitlab: GitLab,
  project: string,
  { commit, path }: { readonly commit: string; readonly path: string },
): Promise<string | null> {
  const query = `ref_name=${commit}&path=${encodeURIComponent(path)}&per_page=1`;
  const [last] = await gitlab.get(ofPages, `${project}/repository/commits?${query}`, commits);
  return last && /^[\da-f]{40,64}$/.test(last.id) ? last.id : null;
}

async function mergedWith(gitlab: GitLab, project: string, commit: string) {
  const path = `${project}/repository/commits/${commit}/merge_requests`;
  const all = await gitlab.get(ofPages, path, requestsOfCommit);
  return all.find(({ state }) => state === 'merged')?.iid ?? null;
}
