import type { GitRequest, GitServer } from '../github/git/git-server.ts';
import type { Exchange } from './exchange.ts';
import { pathSegments } from './path-segments.ts';
import { textReply, type Reply } from './reply.ts';

const pattern = /^\/(.+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** The decoded path; empty where it is none. */
function pathOf({ pathname }: URL): string {
  return `/${pathSegments(pathname)?.join('/') ?? ''}`;
}

/** A service that has repositories, and who may do what with them. */
export interface GitService {
  readonly git: GitServer;
  /**
   * Who asks, as the log has it, and as whom they push; null: not at all. `repository` is the path
   * without `.git`. Throws what `refusal` knows.
   */
  readonly admit: (
    repository: string,
    authorization: string | undefined,
    writes: boolean,
  ) => { readonly name: string; readonly pushesAs: string | null };
  /** The answer to what `admit` threw; null where it is no refusal. */
  readonly refusal: (error: unknown) => Reply | null;
}

/** Answers a request that git makes; false: it is none of git's. */
export async function serveGitOf(
  { git, admit, refusal }: GitService,
  exchange: Exchange,
): Promise<boolean> {
  const { request, response, url, entry } = exchange;
  const [, repository = '', path] = pattern.exec(pathOf(url)) ?? [];
  if (path === undefined) return false;
  const refuse = (reply: Reply) => {
    exchange.answer(reply);
    request.resume();
    return true;
  };
  const service = path === '/info/refs' ? url.searchParams.get('service') : path.slice(1);
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack')
    return refuse(textReply(403, 'Please upgrade your git client.\n'));
  const writes = service === 'git-receive-pack';
  try {
    const { name, pushesAs } = admit(repository, request.headers.authorization, writes);
    entry.token = name;
    entry.wrote = path === '/git-receive-pack';
    entry.status = await git.serve(
      {
        path: path as GitRequest['path'],
        query: url.search.slice(1),
        user: writes ? pushesAs : null,
      },
      request,
      response,
    );
    return true;
  } catch (error) {
    const reply = refusal(error);
    if (reply === null) throw error;
    return refuse(reply);
  }
}
