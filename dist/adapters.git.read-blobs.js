import {
  gitFault,
  readable,
  spawnFault,
  spawnGit
} from "./adapters.git.git.js";
import {
  Fault
} from "./model.error.js";

// src/adapters/git/read-blobs.ts
var objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function* readBlobs(root, ids) {
  if (ids.length === 0) return;
  for (const id of ids) {
    if (!objectId.test(id)) throw gitFault(["cat-file"], `"${readable(id)}" is not an object id`);
  }
  const args = ["cat-file", "--batch", "--buffer"];
  const child = spawnGit(root, args);
  const failed = new Promise((_, reject) => {
    child.once("error", (error) => reject(spawnFault(error)));
  });
  failed.catch(() => {
  });
  let words = "";
  child.stderr.on("data", (chunk) => {
    if (words.length < 1e4) words += chunk.toString("utf8");
  });
  child.stdin.end(ids.join("\n") + "\n");
  const source = new ByteReader(child.stdout);
  try {
    for (const id of ids) {
      const header = await Promise.race([source.line(), failed]);
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header ?? "")?.[1];
      const bytes = size === void 0 ? null : await source.take(Number(size) + 1);
      if (bytes === null) {
        throw gitFault(args, readable(words) || `blob ${id}: ${header ?? "git ended early"}`);
      }
      yield bytes.subarray(0, -1);
    }
  } finally {
    child.stdout.destroy();
    child.kill();
  }
}
var ByteReader = class {
  chunks;
  rest = Buffer.alloc(0);
  constructor(stream) {
    this.chunks = stream[Symbol.asyncIterator]();
  }
  /** The next line without its end, or null at the end of the stream. */
  async line() {
    for (; ; ) {
      const end = this.rest.indexOf(10);
      if (end !== -1) {
        const line = this.rest.toString("latin1", 0, end);
        this.rest = this.rest.subarray(end + 1);
        return line;
      }
      if (this.rest.length > 1e3) {
        const message = "Cannot read blobs: git cat-file answered with something else than a header line";
        throw new Fault("repository", "git-failed", message, {
          remedy: "Check that the `git` on the PATH is git itself."
        });
      }
      const next = await this.chunks.next();
      if (next.done === true) return null;
      this.rest = Buffer.concat([this.rest, next.value]);
    }
  }
  /** The next `count` bytes, or null where the stream ends before. */
  async take(count) {
    const parts = [this.rest];
    let length = this.rest.length;
    while (length < count) {
      const next = await this.chunks.next();
      if (next.done === true) return null;
      parts.push(next.value);
      length += next.value.length;
    }
    const all = parts.length === 1 ? this.rest : Buffer.concat(parts, length);
    this.rest = all.subarray(count);
    return all.subarray(0, count);
  }
};

export {
  objectId,
  readBlobs
};
