// src/model/nearest-name.ts
function distance(a, b) {
  let above = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      const swapped = a[i] === b[j - 1] && a[i - 1] === b[j] ? (above[j - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, replaced, swapped));
    }
    [above, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
var plain = (name) => name.toLowerCase().replace(/[-_\s]/g, "");
function nearestName(seen, known) {
  const wanted = plain(seen.slice(0, 100));
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best = null;
  let bestDistance = limit + 1;
  for (const name of known) {
    const candidate = plain(name);
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const edits = distance(wanted, candidate);
    if (edits < bestDistance) [best, bestDistance] = [name, edits];
  }
  return best;
}

export {
  nearestName
};
