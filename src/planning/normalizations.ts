import { normalizations, type Normalization } from '../model/ledger.ts';

type TextNormalization = Exclude<Normalization, 'tag-replaced'>;

/** What each makes equal: both sides are brought to the same spelling before they are compared. */
const spellings: Record<TextNormalization, (text: string) => string> = {
  crlf: (text) => text.replace(/\r\n?/g, '\n'),
  'trailing-space': (text) => text.replace(/[ \t]+(?=\r?\n|$)/g, ''),
  'final-newline': (text) => text.replace(/[\r\n]+$/, ''),
};

/** What a site may do to a text, from the mildest: one that is not needed would hide an edit. */
export const textNormalizations: readonly (readonly TextNormalization[])[] = [
  [],
  ['final-newline'],
  ['crlf'],
  ['crlf', 'final-newline'],
  ['trailing-space'],
  ['trailing-space', 'final-newline'],
  ['crlf', 'trailing-space'],
  ['crlf', 'trailing-space', 'final-newline'],
];

/** However a site spells a text of ours: to find one again of which nothing was learned. */
export const anyNormalization: readonly Normalization[] = normalizations;

/**
 * A text as it reads once the site has normalized it; only for comparing. They are applied in one
 * order, however they are listed: blanks at the end of the last line must go before its line end.
 */
export function normalized(text: string, applied: readonly Normalization[]): string {
  return normalizations.reduce(
    (result, each) =>
      each !== 'tag-replaced' && applied.includes(each) ? spellings[each](result) : result,
    text,
  );
}

/**
 * Brings an edited text of the site back to our own spelling of line ends and of the end, so that a
 * merge sees only what a person changed.
 */
export function denormalized(
  seen: string,
  ours: string,
  applied: readonly Normalization[],
): string {
  let text = seen;
  if (applied.includes('crlf')) {
    const unix = spellings.crlf(text);
    text = ours.includes('\r\n') ? unix.replace(/\n/g, '\r\n') : unix;
  }
  if (applied.includes('final-newline')) {
    text = spellings['final-newline'](text) + (/[\r\n]+$/.exec(ours)?.[0] ?? '');
  }
  return text;
}

/** What the site may do to a text of which less is known, from the mildest. */
export function possibleNormalizations(
  known: readonly Normalization[],
): readonly (readonly Normalization[])[] {
  return textNormalizations.map((more) => [...new Set([...known, ...more])].sort());
}
