import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';
import { inProse } from '../texts.ts';

/** Not in an e-mail address or a path, and not the scope of a package. */
const pattern = /(?<![\w.@/`+-])@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\w/-]|\.\w)/g;

export const mention: Rule = {
  id: 'mention',
  severity: 'warning',
  about: 'A text names nobody with `@` outside code and comments, who would get a message.',
  check(draft, context) {
    // In a note they become code.
    if (draft.provenance.kind !== 'file') return null;
    return inProse(context.prose(draft), pattern).map(({ match, at }) => ({
      at,
      message: `The text mentions ${quoted(match[0])}, which may send a message to somebody on the site.`,
      remedy: 'Write the name without `@`, or as code in backticks.',
    }));
  },
};
