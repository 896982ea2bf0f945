import * as z from 'zod/mini';
import {
  compareCommits,
  findObject,
  listTree,
  putBranch,
  writeCommit,
  writeTree,
} from '../git/git-files.ts';
import { apiAddress, pageAddress } from '../models/repository-model.ts';
import { nodeId } from '../models/node-id.ts';
import { dateText } from '../models/date-text.ts';
import { userOrNull } from '../models/user-model.ts';
import { commitModel } from '../models/commit-model.ts';
import { GitHubProblem, notFound } from '../problem.ts';
import { ok, type RestAnswer, type RestCall, type Route } from './rest-call.ts';

const write = (path: string, run: Route['run']): Route => ({
  method: 'POST',
  path: `repos/*/*/git/${path}`,
  needs: ['contents'],
  level: 'write',
  role: 'write',
  run,
});

/** What writes files without a clone, and tells two branches apart. */
export const gitRoutes: readonly Route[] = [
  write('trees', createTree),
  write('commits', createCommit),
  write('refs', createRef),
  { method: 'GET', path: 'repos/*/*/compare/*', needs: ['contents'], level: 'read', run: compare },
];

const treeSchema = z.object({
  base_tree: z.optional(z.string()),
  tree: z.array(
    z.object({
      path: z.string().check(z.regex(/^[^/].*$/)),
      mode: z.enum(['100644', '100755']),
      type: z.optional(z.literal('blob')),
      content: z.string(),
    }),
  ),
});

async function createTree(call: RestCall): Promise<RestAnswer> {
  const { github, input } = call;
  await requireCommits(call);
  const { base_tree: base, tree } = parsed(treeSchema, input);
  const found = base === undefined ? null : await findObject(github.git, `${base}^{tree}`);
  if (base !== undefined && found === null)
    throw new GitHubProblem(422, 'base_tree is not a valid tree oid.');
  const entries = tree.map(({ path, mode, content }) => ({ path, mode, text: content }));
  const sha = await writeTree(github.git, found?.oid ?? null, entries);
  const items = (await listTree(github.git, sha)).map(({ name, mode, type, oid }) => ({
    path: name,
    mode,
    type,
    sha: oid,
    url: `${apiAddress(github)}/git/${type}s/${oid}`,
  }));
  const url = `${apiAddress(github)}/git/trees/${sha}`;
  return { status: 201, body: { sha, url, tree: items, truncated: false }, wrote: true };
}

const commitSchema = z.object({
  message: z.string().check(z.minLength(1)),
  tree: z.string(),
  parents: z.optional(z.array(z.string())),
});

async function createCommit(call: RestCall): Promise<RestAnswer> {
  const { github, input } = call;
  await requireCommits(call);
  const { message, tree, parents = [] } = parsed(commitSchema, input);
  if ((await findObject(github.git, tree))?.type !== 'tree')
    throw new GitHubProblem(422, 'Tree SHA does not exist');
  for (const parent of parents)
    if ((await findObject(github.git, parent))?.type !== 'commit')
      throw new GitHubProblem(422, 'Parent SHA does not exist or is not a commit object');
  const at = github.clock.now();
  const sha = await writeCommit(github.git, { tree, parents, message, at });
  const api = `${apiAddress(github)}/git`;
  const person = { name: 'GitHub', email: 'noreply@example.com', date: dateText(at) };
  const body = {
    sha,
    node_id: nodeId('C', sha),
    url: `${api}/commits/${sha}`,
    html_url: `${pageAddress(github)}/commit/${sha}`,
    author: person,
    committer: person,
    message,
    tree: { sha: tree, url: `${api}/trees/${tree}` },
    parents: parents.map((each) => ({
      sha: each,
      url: `${api}/commits/${each}`,
      html_url: `${pageAddress(github)}/commit/${each}`,
    })),
    verification: {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
  return { status: 201, body, wrote: true };
}

const refSchema = z.object({ ref: z.string(), sha: z.string() });

async function createRef(call: RestCall): Promise<RestAnswer> {
  const { github, input } = call;
  await requireCommits(call);
  const { ref, sha } = parsed(refSchema, input);
  const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? [];
  if (branch === undefined) throw new GitHubProblem(422, 'Reference name must start with refs/');
  if ((await findObject(github.git, sha))?.type !== 'commit')
    throw new GitHubProblem(422, 'Object does not exist');
  if ((await github.git.resolve(ref)) !== null)
    throw new GitHubProblem(422, 'Reference already exists');
  await putBranch(github.git, branch, sha);
  const api = `${apiAddress(github)}/git`;
  const body = {
    ref,
    node_id: nodeId('REF', ref),
    url: `${api}/${ref}`,
    object: { type: 'commit', sha, url: `${api}/commits/${sha}` },
  };
  return { status: 201, body, wrote: true };
}

/** Two branches or commits of this repository. */
async function compare(call: RestCall): Promise<RestAnswer> {
  const { github, caller, parts } = call;
  const [from = '', to = ''] = (parts[0] ?? '').split('...');
  const find = async (name: string) =>
    (await github.git.resolve(`refs/heads/${name}`)) ??
    (await github.git.resolve(`${name}^{commit}`));
  const [base, head] = await Promise.all([find(from), find(to)]);
  if (base === null || head === null) throw notFound();
  const { ahead, behind, files } = await compareCommits(github.git, base, head).catch(() => {
    throw new GitHubProblem(404, `No common ancestor between ${from} and ${to}.`);
  });
  const page = `${pageAddress(github)}/compare/${from}...${to}`;
  const state =
    ahead === 0 ? (behind === 0 ? 'identical' : 'behind') : behind === 0 ? 'ahead' : 'diverged';
  const commit = commitModel(github, base, userOrNull(github, caller.user));
  return ok({
    url: `${apiAddress(github)}/compare/${from}...${to}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: commit,
    merge_base_commit: commit,
    status: state,
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: [],
    files: files.map(({ status, path, oid }) => ({
      sha: oid,
      filename: path,
      status,
      additions: 1,
      deletions: 0,
      changes: 1,
      blob_url: `${pageAddress(github)}/blob/${head}/${path}`,
      raw_url: `${pageAddress(github)}/raw/${head}/${path}`,
      contents_url: `${apiAddress(github)}/contents/${path}?ref=${head}`,
    })),
  });
}

/** Nothing can be written there before a first commit. */
async function requireCommits({ github }: RestCall): Promise<void> {
  if ((await github.git.resolve(`refs/heads/${github.defaultBranch}`)) === null)
    throw new GitHubProblem(409, 'Git Repository is empty.');
}

function parsed<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const { success, data } = z.safeParse(schema, input);
  if (!success) throw new GitHubProblem(422, 'Invalid request.');
  return data;
}
