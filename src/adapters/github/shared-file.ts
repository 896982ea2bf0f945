import { Fault } from '../../model/error.ts';
import type { RequestCount } from '../../ports/site.ts';
import { createHttp } from '../http/create-http.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { parseBase } from '../http/pinned-origin.ts';
import { partOf } from '../loose-shape.ts';
import { anyObject, flag, nullable, text } from '../shape.ts';
import { githubPolicy } from './github-policy.ts';
import { openGitHub, type GitHubOptions } from './open-github.ts';
import { shaped } from './shaped.ts';
import { toFault, unexpectedAnswer, type Asked } from './to-fault.ts';

/** A file of a repository. Its text is hostile. */
export interface FoundFile {
  readonly path: string;
  readonly text: string;
  /** The git blob id. */
  readonly revision: string;
}

interface SharedFileOptions extends Omit<GitHubOptions, 'token'> {
  /** Null: what everyone may read. */
  readonly token: string | null;
  /** The first of them that is there is read. */
  readonly paths: readonly string[];
  /** A branch, a tag or a commit; null: the default branch. */
  readonly ref: string | null;
}

interface SharedFileAnswer {
  /** Null where GitHub finds none of the paths, or does not show the repository. */
  readonly file: FoundFile | null;
  /** Whether the repository is there for who asks; null where GitHub does not tell. */
  readonly isSeen: boolean | null;
  readonly requests: RequestCount;
}

/**
 * Reads a file of a repository that need not be the one of the run: with a token by one request, else
 * by one for each path. Throws a `Fault` of kind `forge`; `insecure-url`.
 */
export async function readSharedFile(options: SharedFileOptions): Promise<SharedFileAnswer> {
  const { token } = options;
  return token === null ? readAsAnyone(options) : readByQuery({ ...options, token });
}

const asking = ({ owner, name }: GitHubOptions['repository']): Asked => ({
  doing: `read ${owner}/${name}`,
  permissions: 'contents: read',
});

const blob = nullable(partOf({ kind: text, oid: text }));
const blobText = partOf({ isTruncated: flag, text: nullable(text) });
const name = partOf({ nameWithOwner: text });

async function readByQuery(
  options: SharedFileOptions & { readonly token: string },
): Promise<SharedFileAnswer> {
  const { repository, paths, ref } = options;
  const asked = asking(repository);
  const github = openGitHub(options);
  const fields = paths.map(
    (_, at) =>
      `f${at}: object(expression: $f${at}) { kind: __typename oid ... on Blob { isTruncated text } }`,
  );
  const query = `query SharedConfiguration($owner: String!, $name: String!, ${paths.map((_, at) => `$f${at}: String!`).join(', ')}) {
  repository(owner: $owner, name: $name) { nameWithOwner ${fields.join(' ')} }
}`;
  const expressions = paths.map((path, at) => [`f${at}`, `${ref ?? 'HEAD'}:${path}`] as const);
  try {
    const variables = { ...repository, ...Object.fromEntries(expressions) };
    const isRepository = (path: readonly unknown[]) => path.length === 1;
    const data = await github.graphql(asked, query, variables, isRepository);
    const found = shaped(nullable(anyObject), shaped(anyObject, data, asked)['repository'], asked);
    const { requests } = github;
    if (found === null) return { file: null, isSeen: false, requests };
    requireName(shaped(name, found, asked).nameWithOwner, repository, asked);
    for (const [at, path] of paths.entries()) {
      const value = found[`f${at}`] ?? null;
      const object = shaped(blob, value, asked);
      if (object?.kind !== 'Blob') continue;
      const { isTruncated, text: content } = shaped(blobText, value, asked);
      if (content === null || isTruncated) throw noText(asked, path);
      return { file: { path, text: content, revision: object.oid }, isSeen: true, requests };
    }
    return { file: null, isSeen: true, requests };
  } finally {
    await github.close();
  }
}

/** GitHub leads from a former name to the present one, and the former one is free for anybody. */
function requireName(
  seen: string,
  { owner, name: wanted }: GitHubOptions['repository'],
  { doing }: Asked,
): void {
  if (seen.toLowerCase() === `${owner}/${wanted}`.toLowerCase()) return;
  throw new Fault('forge', 'forge-refused', `Cannot ${doing}: it is named ${seen} now.`, {
    remedy: 'Write the present name, after a look at who owns it.',
  });
}

function noText({ doing }: Asked, path: string): Fault<'forge'> {
  return new Fault('forge', 'forge-refused', `Cannot ${doing}: ${path} is no short text.`, {
    remedy: 'Name a YAML file of less than 256 KB.',
  });
}

const content = partOf({ type: text, encoding: text, content: text, sha: text });

async function readAsAnyone(options: SharedFileOptions): Promise<SharedFileAnswer> {
  const { repository, paths, ref, apiUrl, ...connection } = options;
  const asked = asking(repository);
  const api = parseBase(apiUrl);
  const http = createHttp({ ...connection, base: api.href, policy: githubPolicy('/graphql') });
  try {
    for (const path of paths) {
      const parts = [repository.owner, repository.name, 'contents', ...path.split('/')];
      const query = ref === null ? '' : `?ref=${encodeURIComponent(ref)}`;
      const answer = await http.send({
        method: 'GET',
        path: `/repos/${parts.map(encodeURIComponent).join('/')}${query}`,
        headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
      });
      if (answer.status === 404) continue;
      const { status, headers, body } = answer;
      if (status !== 200) throw toFault({ status, response: { headers } }, asked, at());
      const { type, encoding, ...found } = shaped(content, parsed(body), asked);
      if (type !== 'file' || encoding !== 'base64') throw noText(asked, path);
      const bytes = Buffer.from(found.content, 'base64');
      const file = { path, text: bytes.toString('utf8'), revision: found.sha };
      return { file, isSeen: true, requests: http.requests };
    }
    return { file: null, isSeen: null, requests: http.requests };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    throw toFault(error, asked, at());
  } finally {
    await http.close();
  }

  function at() {
    return { host: api.host, now: options.clock.now() };
  }

  function parsed(body: Buffer): unknown {
    try {
      return JSON.parse(body.toString('utf8'));
    } catch {
      throw unexpectedAnswer(asked, api);
    }
  }
}
