// src/report/summary/fit-page.ts
function extra(rank, make, isCounted = false) {
  return { rank, make, isCounted };
}
var least = 100;
function fitPage(parts, room) {
  const isExtra = (part) => typeof part !== "string";
  const sizeOf = (text2) => Buffer.byteLength(text2);
  let free = parts.reduce((sum, part) => isExtra(part) ? sum : sum - sizeOf(part), room);
  let left = 0;
  const taken = /* @__PURE__ */ new Map();
  for (const extra2 of parts.filter(isExtra).toSorted((a, b) => a.rank - b.rank)) {
    const text2 = free < least ? null : extra2.make();
    if (text2 !== null && sizeOf(text2) <= free) {
      taken.set(extra2, text2);
      free -= sizeOf(text2);
    } else if (extra2.isCounted) left += 1;
  }
  const text = parts.map((part) => isExtra(part) ? taken.get(part) ?? "" : part).join("");
  return { text, left };
}

export {
  extra,
  fitPage
};
