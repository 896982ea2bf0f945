import type { FormRule } from '../model/ledger.ts';

type TextRule = Exclude<FormRule, 'tag-replaced'>;

/** What each rule makes equal: both sides are brought to the same spelling before they are compared. */
const spellings: Record<TextRule, (text: string) => string> = {
  crlf: (text) => text.replace(/\r\n?/g, '\n'),
  'trailing-space': (text) => text.replace(/[ \t]+(?=\r?\n|$)/g, ''),
  'final-newline': (text) => text.replace(/[\r\n]+$/, ''),
};

/** What a site may do to a text, from the mildest: a rule that is not needed would hide an edit. */
export const textForms: readonly (readonly TextRule[])[] = [
  [],
  ['final-newline'],
  ['crlf'],
  ['crlf', 'final-newline'],
  ['trailing-space'],
  ['trailing-space', 'final-newline'],
  ['crlf', 'trailing-space'],
  ['crlf', 'trailing-space', 'final-newline'],
];

/** A text as it reads once the rules are applied; only for comparing. */
export function inForm(text: string, form: readonly FormRule[]): string {
  return form.reduce(
    (result, rule) => (rule === 'tag-replaced' ? result : spellings[rule](result)),
    text,
  );
}

/**
 * Brings an edited text of the site back to our own spelling of line ends and of the end, so that a
 * merge sees only what a person changed.
 */
export function outOfForm(seen: string, ours: string, form: readonly FormRule[]): string {
  let text = seen;
  if (form.includes('crlf')) {
    const unix = spellings.crlf(text);
    text = ours.includes('\r\n') ? unix.replace(/\n/g, '\r\n') : unix;
  }
  if (form.includes('final-newline')) {
    text = spellings['final-newline'](text) + (/[\r\n]+$/.exec(ours)?.[0] ?? '');
  }
  return text;
}
