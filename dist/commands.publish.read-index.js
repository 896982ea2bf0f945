import {
  actions
} from "./model.plan.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import {
  isDigest
} from "./model.is-digest.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/publish/read-index.ts
async function readIndex(session, name) {
  try {
    const index = JSON.parse(await session.readFile(name));
    if (isPlanIndex(index)) return index;
    const { schema } = membersOf(index);
    if (typeof schema === "number" && schema > 1)
      throw new RangeError(`its schema is ${schema}, and this version reads 1`);
    throw new SyntaxError("expected the index of a plan");
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw new Fault("usage", "index-unreadable", `Cannot read the index ${name}: ${seen}.`, {
      remedy: error instanceof RangeError ? "Publish with the version that planned, or plan again with this one." : "Give the file that `stack-publish plan --index FILE` wrote.",
      place: { file: name, line: null, column: null },
      cause: error
    });
  }
}
function isPlanIndex(value) {
  const { schema, tier, site, team, api, account, steps } = membersOf(value);
  return schema === 1 && [tier, site, api].every((each) => typeof each === "string") && (team === null || typeof team === "string") && Number.isSafeInteger(account) && Array.isArray(steps) && steps.map(membersOf).every(
    ({ source, action, digest }) => typeof source === "string" && actions.some((each) => each === action) && typeof digest === "string" && isDigest(digest)
  );
}
function membersOf(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
export {
  readIndex
};
