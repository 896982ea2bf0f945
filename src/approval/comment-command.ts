import type { Digest } from '../model/digest.ts';
// Not by way of digest.ts: every comment loads this, and cryptography takes its time to load.
import { isDigest } from '../model/is-digest.ts';
import { resolutionNames, type ResolutionName } from '../model/resolution.ts';
import { readSourceWord } from '../model/source-word.ts';

/** A plan to publish, and the sources whose steps are left undone. */
interface PublishCommand {
  readonly kind: 'publish';
  readonly digest: Digest;
  readonly except: readonly string[];
}

/** A person's decision about one source. */
export type DecisionCommand =
  | { readonly kind: 'resolve'; readonly source: string; readonly resolution: ResolutionName }
  | { readonly kind: 'adopt'; readonly source: string; readonly url: string };

export type CommentCommand = PublishCommand | DecisionCommand;

/** The command of a comment: it is the whole comment, or it is none. */
export function commentCommand(body: string): CommentCommand | null {
  const text = body.trim();
  return publishCommand(text) ?? decisionCommand(text);
}

/** With a line for each source that is left out. */
function publishCommand(text: string): PublishCommand | null {
  const [first = '', ...lines] = text.split(/\r?\n/);
  const [word, digest = '', ...more] = first.trimEnd().split(' ');
  if (word !== '/publish' || more.length > 0 || !isDigest(digest)) return null;
  const except = lines.map((each) => /^except (\S.*)$/.exec(each.trimEnd())?.[1] ?? null);
  if (except.includes(null)) return null;
  return { kind: 'publish', digest, except: except.filter((each) => each !== null) };
}

/** One line. The source is what stands between the first and the last word. */
function decisionCommand(text: string): DecisionCommand | null {
  const first = text.indexOf(' ');
  const last = text.lastIndexOf(' ');
  if (first === last || /[\n\r\u2028\u2029]/.test(text)) return null;
  const source = readSourceWord(text.slice(first, last));
  const end = text.slice(last + 1);
  if (source === null) return null;
  switch (text.slice(0, first)) {
    case '/resolve': {
      const resolution = resolutionNames.find((name) => name === end);
      return resolution ? { kind: 'resolve', source, resolution } : null;
    }
    case '/adopt':
      return /^https?:\/\/\S+$/i.test(end) ? { kind: 'adopt', source, url: end } : null;
    default:
      return null;
  }
}
