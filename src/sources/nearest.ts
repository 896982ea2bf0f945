/** Returns the candidate that is most like a word, or null where none is within two typing errors. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 40) return null;
  let best: string | null = null;
  let least = 3;
  for (const candidate of candidates) {
    const errors = typingErrors(word.toLowerCase(), candidate);
    if (errors < least && errors < candidate.length) {
      best = candidate;
      least = errors;
    }
  }
  return best;
}

/** How many letters must be put in, left out or replaced to make one word of the other. */
function typingErrors(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
