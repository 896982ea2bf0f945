import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/publish/read-index.ts
async function readIndex(session, name) {
  try {
    const index = JSON.parse(await session.readFile(name));
    if (index?.schema === 1 && Array.isArray(index.steps)) return index;
    throw new SyntaxError("expected the index of a plan");
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw new Fault("usage", "index-unreadable", `Cannot read the index ${name}: ${seen}.`, {
      remedy: "Give the file that `stack-publish plan --index FILE` wrote.",
      place: { file: name, line: null, column: null },
      cause: error
    });
  }
}
export {
  readIndex
};
