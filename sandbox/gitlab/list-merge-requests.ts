import type { FakeGitLab } from './fake-gitlab.ts';
import { GitLabProblem, type GitLabMergeRequest } from './records.ts';

/** The merge requests that a query asks for, in its order. What it does not know it refuses. */
export function listMergeRequests(
  { mergeRequests }: FakeGitLab,
  query: URLSearchParams,
): GitLabMergeRequest[] {
  const known =
    /^(?:state|labels|target_branch|updated_after|updated_before|iids\[\]|order_by|sort|page|per_page)$/;
  for (const name of query.keys())
    if (!known.test(name)) throw new GitLabProblem(400, `${name} is not served here`);
  const state = query.get('state') ?? 'all';
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const target = query.get('target_branch');
  const from = timeOf(query.get('updated_after'), -Infinity);
  const until = timeOf(query.get('updated_before'), Infinity);
  const iids = query.getAll('iids[]');
  const found = [...mergeRequests.values()].filter(
    (each) =>
      (state === 'all' || each.state === state) &&
      labels.every((name) => each.labels.includes(name)) &&
      (target === null || each.target === target) &&
      each.updated >= from &&
      each.updated <= until &&
      (iids.length === 0 || iids.includes(String(each.iid))),
  );
  const by = query.get('order_by') === 'updated_at' ? 'updated' : 'created';
  const sign = query.get('sort') === 'asc' ? 1 : -1;
  return found.toSorted((a, b) => sign * (a[by] - b[by] || a.iid - b.iid));
}

function timeOf(text: string | null, usual: number): number {
  const at = text === null ? usual : Date.parse(text);
  if (Number.isNaN(at)) throw new GitLabProblem(400, 'updated_after is invalid');
  return at;
}
