import {
  isObject
} from "./model.is-object.js";

// src/adapters/watch-list.ts
var mostItems = 1e5;
var mostPages = 7e3;
var longestMs = 10 * 6e4;
var mostStalePages = 3;
function watchList(clock) {
  const ids = /* @__PURE__ */ new Set();
  const start = clock.now();
  let pages = 0;
  let stale = 0;
  return ({ items, total }) => {
    const before = ids.size;
    for (const item of items) if (isObject(item)) ids.add(item["id"]);
    stale = ids.size > before ? 0 : stale + 1;
    pages += 1;
    if (stale >= mostStalePages) return "its pages repeat";
    if (clock.now() - start > longestMs) return `it took longer than ${longestMs / 6e4} minutes`;
    const many = Math.max(total, ids.size) > mostItems || pages >= mostPages;
    return many ? `it has more than ${mostItems} entries` : null;
  };
}

export {
  watchList
};
