// src/adapters/forge-lists.ts
function askedPulls(found, { since, anyBase = false }) {
  return [...found].filter(({ intoDefault }) => anyBase || intoDefault).filter(({ mergedAt }) => mergedAt >= since).sort((a, b) => a.number - b.number);
}
function byPublishing(found) {
  return [...found].sort((a, b) => a.publishedAt - b.publishedAt || (a.tag < b.tag ? -1 : 1));
}
async function takeReleases(pages, readOne, { all, tags }) {
  const found = /* @__PURE__ */ new Map();
  const add = (some) => {
    for (const each of some) found.set(each.tag, each);
  };
  for await (const some of pages) {
    add(some);
    if (!all) break;
  }
  for (const tag of new Set(tags))
    if (!found.has(tag)) add((await readOne(tag)).filter((each) => each.tag === tag));
  return byPublishing(found.values());
}

export {
  askedPulls,
  byPublishing,
  takeReleases
};
