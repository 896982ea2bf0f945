// src/rendering/acting-words.ts
var acting = /@[\w-]|[#!&]\d|G[HL]-\d|:\/\/|www\.|(?:mailto|xmpp):|(?<![\da-z])[\da-f]{7,64}(?![\da-z])/i;
function actingWords(text) {
  const pieces = [];
  let plain = "";
  for (const part of text.split(/(\s+)/)) {
    if (!acting.test(part)) {
      plain += part;
      continue;
    }
    const start = /^[("'[{]*/.exec(part)?.[0].length ?? 0;
    const end = part.length - (/[.,;:!?)"'\]}]{0,9}$/.exec(part)?.[0].length ?? 0);
    pieces.push({ text: plain + part.slice(0, start), acts: false });
    pieces.push({ text: part.slice(start, end), acts: true });
    plain = part.slice(end);
  }
  return [...pieces, { text: plain, acts: false }].filter((piece) => piece.text !== "");
}

export {
  actingWords
};
