import type { FakeGitHub } from '../fake-github.ts';
import { blobId, otherRepository } from '../other-files.ts';
import { notFound, unserved } from '../problem.ts';
import type { Caller } from '../tokens.ts';
import { ok, type RestAnswer } from './rest-call.ts';

/** Answers for a file of another repository; null: the request is for something else. */
export function serveContents(
  github: FakeGitHub,
  caller: Caller,
  method: string,
  segments: readonly string[],
  query: URLSearchParams,
): RestAnswer | null {
  const [root, owner = '', name = '', what, ...parts] = segments;
  if (root !== 'repos' || what !== 'contents' || !/^(?:GET|HEAD)$/.test(method)) return null;
  const path = parts.join('/');
  if (github.isNamed(owner, name) && !github.others.has(`${owner}/${name}`.toLowerCase()))
    throw unserved('files of its repository over REST');
  const repository = otherRepository(github, caller, owner, name);
  const ref = query.get('ref');
  const text = repository.files.get(`${ref ?? 'HEAD'}:${path}`);
  if (text === undefined) throw notFound();
  const sha = blobId(text);
  const at = `${github.origin}/repos/${repository.owner}/${repository.name}`;
  const self = `${at}/contents/${path}?ref=${ref ?? 'main'}`;
  const git = `${at}/git/blobs/${sha}`;
  const html = `${github.origin}/${repository.owner}/${repository.name}/blob/${ref ?? 'main'}/${path}`;
  const encoded = Buffer.from(text).toString('base64');
  return ok({
    name: parts.at(-1) ?? '',
    path,
    sha,
    size: Buffer.byteLength(text),
    url: self,
    html_url: html,
    git_url: git,
    download_url: html.replace('/blob/', '/raw/'),
    type: 'file',
    // In lines, as the real one.
    content: encoded.replace(/.{60}/g, '$&\n'),
    encoding: 'base64',
    _links: { self, git, html },
  });
}
