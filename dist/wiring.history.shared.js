import {
  originOf
} from "./wiring.origin.js";
import {
  memoize
} from "./model.memoize.js";

// src/wiring/history.ts
function openHistory(environment, repository) {
  let opened = null;
  const open = memoize(async () => {
    const { gitHistory } = await import("./adapters.git.history.js");
    const addresses = await repository.routes("origin");
    const remote = addresses.length === 0 ? null : await originOf(environment, repository, addresses);
    opened = gitHistory({ root: repository.root, remote });
    return opened;
  });
  return {
    fetch: async (refs) => (await open()).fetch(refs),
    range: async (from, to) => (await open()).range(from, to),
    contains: async (descendant, ancestor) => (await open()).contains(descendant, ancestor),
    [Symbol.asyncDispose]: async () => opened?.[Symbol.asyncDispose]()
  };
}

export {
  openHistory
};
