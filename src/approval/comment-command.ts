import type { Digest } from '../model/digest.ts';
// Not by way of digest.ts: every comment loads this, and cryptography takes its time to load.
import { isDigest } from '../model/is-digest.ts';

/** What a comment approves, and the sources whose steps it leaves undone. */
interface CommentCommand {
  readonly digest: Digest;
  readonly except: readonly string[];
}

/** The command of a comment: it is the whole comment, with a line for each exception, or it is none. */
export function commentCommand(body: string): CommentCommand | null {
  const [first = '', ...lines] = body.trim().split(/\r?\n/);
  const [word, digest = '', ...more] = first.trimEnd().split(' ');
  if (word !== '/publish' || more.length > 0 || !isDigest(digest)) return null;
  const except = lines.map((each) => /^except (\S.*)$/.exec(each.trimEnd())?.[1] ?? null);
  return except.includes(null) ? null : { digest, except: except.filter((each) => each !== null) };
}
