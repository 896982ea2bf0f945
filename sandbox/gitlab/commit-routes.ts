import { byId } from './by-id.ts';
import { mergeRequestModel } from './models.ts';
import { paged } from './paged.ts';
import { GitLabProblem } from './records.ts';
import type { Route } from './route.ts';

/** Commits, the merge requests that brought them, and the files that these change. */
export const commitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: 'repository/commits',
    jobs: false,
    async run({ gitlab, query }) {
      const from = await gitlab.git.resolve(query.get('ref_name') ?? gitlab.defaultBranch);
      if (from === null) throw new GitLabProblem(404, '404 Commit Not Found');
      const ids = await gitlab.git.history(from, query.get('path'));
      return paged(ids, query, (id) => ({ id, short_id: id.slice(0, 8) }));
    },
  },
  {
    method: 'GET',
    path: 'repository/commits/*/merge_requests',
    jobs: true,
    async run({ gitlab, query, parts: [commit = ''] }) {
      const known = await gitlab.git.resolve(commit);
      if (known === null) throw new GitLabProblem(404, '404 Commit Not Found');
      const found = [];
      for (const merge of gitlab.mergeRequests.values()) {
        const { mergeCommit } = merge;
        if (mergeCommit === null) continue;
        const isOwn = mergeCommit === known || (await gitlab.git.brings(mergeCommit, known));
        if (isOwn) found.push(merge);
      }
      return paged(found, query, (merge) => mergeRequestModel(gitlab, merge));
    },
  },
  {
    method: 'GET',
    path: 'merge_requests/*/diffs',
    jobs: false,
    async run({ gitlab, query, parts: [iid] }) {
      const { source, target } = byId(gitlab.mergeRequests, iid);
      const [from, to] = [await gitlab.git.resolve(target), await gitlab.git.resolve(source)];
      const changes = from && to ? await gitlab.git.changes(from, to) : [];
      return paged(changes, query, ([status, path]) => ({
        old_path: path,
        new_path: path,
        a_mode: '100644',
        b_mode: '100644',
        diff: '',
        new_file: status === 'A',
        renamed_file: false,
        deleted_file: status === 'D',
        generated_file: false,
      }));
    },
  },
];
