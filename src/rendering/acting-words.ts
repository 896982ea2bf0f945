/** A text in pieces; what a forge would act upon is a piece of its own. */
interface Piece {
  readonly text: string;
  readonly acts: boolean;
}

/**
 * In a word: a mention or a mail address, the number of an issue, of a merge request or an epic, an
 * address, a commit id. A closing keyword does nothing without one of them.
 */
const acting =
  /@[\w-]|[#!&]\d|G[HL]-\d|:\/\/|www\.|(?:mailto|xmpp):|(?<![\da-z])[\da-f]{7,64}(?![\da-z])/i;

/**
 * Parts a text into pieces. Where a forge reads it, a word that acts has to be code: there it means
 * nothing, and everyone sees what it is.
 */
export function actingWords(text: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  for (const part of text.split(/(\s+)/)) {
    if (!acting.test(part)) {
      plain += part;
      continue;
    }
    // Brackets and points around a word are none of it.
    const start = /^[("'[{]*/.exec(part)?.[0].length ?? 0;
    const end = part.length - (/[.,;:!?)"'\]}]{0,9}$/.exec(part)?.[0].length ?? 0);
    pieces.push({ text: plain + part.slice(0, start), acts: false });
    pieces.push({ text: part.slice(start, end), acts: true });
    plain = part.slice(end);
  }
  return [...pieces, { text: plain, acts: false }].filter((piece) => piece.text !== '');
}
