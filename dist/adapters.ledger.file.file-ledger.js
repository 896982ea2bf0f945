import {
  decodeDocument,
  decodeIndex,
  decodeUtf8,
  encodeDocument,
  encodeIndex,
  entryFiles,
  entryFolders,
  entryPath,
  entryReaders,
  namedTexts,
  parseLedgerJson,
  unreadable
} from "./adapters.ledger.entry-files.js";
import "./model.source-cursor.js";
import "./model.plan.js";
import {
  emptyLedger
} from "./model.ledger.js";
import "./model.site-memory.js";
import "./model.evidence.js";
import {
  currentRun,
  isRunning
} from "./adapters.ledger.run.shared.js";
import "./model.image.js";
import "./model.provenance.js";
import "./model.draft.js";
import {
  digestOf
} from "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import {
  errnoOf
} from "./adapters.errno-of.js";
import "./adapters.shape.js";
import {
  isObject
} from "./model.is-object.js";
import "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:fs/promises?src/adapters/ledger/file/file-ledger.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name) => all[name];
var $mkdir = /* @__PURE__ */ one("mkdir");
var $readlink = /* @__PURE__ */ one("readlink");
var $lstat = /* @__PURE__ */ one("lstat");
var $stat = /* @__PURE__ */ one("stat");

// builtin-import:node:path?src/adapters/ledger/file/file-ledger.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $resolve = /* @__PURE__ */ one2("resolve");
var $join = /* @__PURE__ */ one2("join");
var $dirname = /* @__PURE__ */ one2("dirname");

// builtin-import:node:fs/promises?src/adapters/ledger/file/ledger-state.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one3 = (name) => all3[name];
var $mkdir2 = /* @__PURE__ */ one3("mkdir");
var $readdir = /* @__PURE__ */ one3("readdir");
var $unlink = /* @__PURE__ */ one3("unlink");

// builtin-import:node:path?src/adapters/ledger/file/ledger-state.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one4 = (name) => all4[name];
var $join2 = /* @__PURE__ */ one4("join");

// builtin-import:node:crypto?src/adapters/ledger/file/files.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one5 = (name) => all5[name];
var $randomUUID = /* @__PURE__ */ one5("randomUUID");

// builtin-import:node:fs?src/adapters/ledger/file/files.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one6 = (name) => all6[name];
var $constants = /* @__PURE__ */ one6("constants");

// builtin-import:node:fs/promises?src/adapters/ledger/file/files.ts
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one7 = (name) => all7[name];
var $open = /* @__PURE__ */ one7("open");
var $rename = /* @__PURE__ */ one7("rename");
var $readdir2 = /* @__PURE__ */ one7("readdir");
var $stat2 = /* @__PURE__ */ one7("stat");
var $unlink2 = /* @__PURE__ */ one7("unlink");

// builtin-import:node:path?src/adapters/ledger/file/files.ts
var all8 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one8 = (name) => all8[name];
var $join3 = /* @__PURE__ */ one8("join");
var $dirname2 = /* @__PURE__ */ one8("dirname");
var $basename = /* @__PURE__ */ one8("basename");

// src/adapters/ledger/file/files.ts
async function readText(path) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await $open(path, $constants.O_RDONLY | $constants.O_NONBLOCK), true);
      if (!(await handle.stat()).isFile()) throw unreadable(path, "it is not a regular file");
      return decodeUtf8(await handle.readFile(), path);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    if (errnoOf(error) === "ENOENT") return null;
    throw unreadable(path, `the system says ${errnoOf(error) || String(error)}`, null, error);
  }
}
async function replaceFile(path, content, last = async () => {
}) {
  const temporary = `${path}.${$randomUUID()}.tmp`;
  const mode = ((await $stat2(path).catch(() => null))?.mode ?? 420) & 511;
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await $open(temporary, "wx", mode), true);
      await handle.writeFile(content);
      await handle.sync();
      await last();
      await $rename(temporary, path);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    await $unlink2(temporary).catch(() => {
    });
    throw error;
  }
  await syncFolder($dirname2(path));
}
async function removeLeftovers(path) {
  const prefix = `${$basename(path)}.`;
  for (const name of await $readdir2($dirname2(path))) {
    if (!name.startsWith(prefix) || !temporaryName.test(name)) continue;
    const found = $join3($dirname2(path), name);
    const since = (await $stat2(found).catch(() => null))?.mtimeMs ?? Infinity;
    if (Date.now() - since > 6e4) await $unlink2(found).catch(() => {
    });
  }
}
var temporaryName = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;
async function syncFolder(folder) {
  try {
    var _stack = [];
    try {
      const handle = __using(_stack, await $open(folder, "r"), true);
      await handle.sync();
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch {
  }
}

// src/adapters/ledger/file/ledger-state.ts
async function readSingleFile(path) {
  const json = await readText(path);
  const empty = { index: emptyLedger, texts: {}, plans: {} };
  return fileState(path, json, json === null ? empty : decodeDocument(json, path));
}
function fileState(path, json, document) {
  return {
    index: document.index,
    ...entryReaders(async (place, digest) => {
      const entry = document[place][digest];
      return entry === void 0 ? null : { entry, name: path };
    }),
    async save({ index, texts = [], plans = [] }, confirm) {
      const next = {
        index,
        texts: keep(document.texts, texts, namedTexts(index)),
        plans: keep(document.plans, plans, new Set(Object.keys(index.plans)))
      };
      const written = encodeDocument(next);
      if (written !== json) {
        await removeLeftovers(path);
        await replaceFile(path, written, confirm);
      }
      return fileState(path, written, next);
    }
  };
}
function keep(old, added, named) {
  const all12 = [
    ...Object.entries(old),
    ...added.map((entry) => [digestOf(entry), entry])
  ];
  return Object.fromEntries(all12.filter(([digest]) => named.has(digest)));
}
async function readFolder(folder) {
  const path = $join2(folder, "index.json");
  const json = await readText(path);
  return folderState(folder, json, json === null ? emptyLedger : decodeIndex(json, path));
}
function folderState(folder, json, index) {
  return {
    index,
    ...entryReaders(async (place, digest) => {
      const path = $join2(folder, entryPath(place, digest));
      const found = await readText(path);
      return found === null ? null : { entry: parseLedgerJson(found, path), name: path };
    }),
    async save(change, confirm) {
      const path = $join2(folder, "index.json");
      const written = encodeIndex(change.index);
      const { named, added } = entryFiles(change);
      for (const place of entryFolders) await $mkdir2($join2(folder, place), { recursive: true });
      for (const [entry, content] of added) await replaceFile($join2(folder, entry), content);
      if (written !== json) {
        await removeLeftovers(path);
        await replaceFile(path, written, confirm);
      }
      await prune(folder, named);
      return folderState(folder, written, change.index);
    }
  };
}
async function prune(folder, named) {
  for (const place of entryFolders) {
    for (const name of await $readdir($join2(folder, place))) {
      const ours = /^[0-9a-f]{64}\.json(?:\.[0-9a-f-]{36}\.tmp)?$/.test(name);
      if (ours && !named.has(`${place}/${name}`)) await $unlink($join2(folder, place, name));
    }
  }
}

// builtin-import:node:crypto?src/adapters/ledger/file/lock.ts
var all9 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one9 = (name) => all9[name];
var $randomUUID2 = /* @__PURE__ */ one9("randomUUID");

// builtin-import:node:fs/promises?src/adapters/ledger/file/lock.ts
var all10 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one10 = (name) => all10[name];
var $rename2 = /* @__PURE__ */ one10("rename");
var $stat3 = /* @__PURE__ */ one10("stat");
var $link = /* @__PURE__ */ one10("link");
var $unlink3 = /* @__PURE__ */ one10("unlink");
var $writeFile = /* @__PURE__ */ one10("writeFile");
var $readFile = /* @__PURE__ */ one10("readFile");

// builtin-import:node:timers/promises?src/adapters/ledger/file/lock.ts
var all11 = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var one11 = (name) => all11[name];
var $setTimeout = /* @__PURE__ */ one11("setTimeout");

// src/adapters/ledger/file/lock.ts
var abandonedAfterMs = { otherHost: 3e4, illegible: 2e3 };
function takeLock(path, patienceMs) {
  return take(path, Date.now() + patienceMs, 0);
}
async function take(path, deadline, depth) {
  const { host, pid, started } = currentRun();
  const content = JSON.stringify({ host, pid, started, nonce: $randomUUID2() });
  const own = `${path}.${$randomUUID2()}.tmp`;
  await $writeFile(own, content, { flag: "wx" });
  try {
    for (; ; ) {
      if (await create(own, path, content)) break;
      const seen = await $readFile(path, "utf8").catch(absent);
      if (seen === null) continue;
      if (await isDead(seen, path, own)) {
        if (await takeOver(path, seen, own, deadline, depth)) break;
      } else if (Date.now() >= deadline) {
        throw busy(path, seen);
      } else {
        await $setTimeout(2 + Math.random() * 20);
      }
    }
  } finally {
    await $unlink3(own).catch(absent);
  }
  const isOurs = async () => await $readFile(path, "utf8").catch(absent) === content;
  return {
    async confirm() {
      if (!await isOurs()) throw busy(path, content);
    },
    async release() {
      if (await isOurs()) await $unlink3(path).catch(absent);
    }
  };
}
async function create(own, path, content) {
  try {
    await $link(own, path).catch((error) => {
      if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(errnoOf(error))) throw error;
      return $writeFile(path, content, { flag: "wx" });
    });
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}
async function isDead(seen, path, own) {
  const holder = parseHolder(seen);
  const running = holder === null ? null : isRunning(holder);
  if (running !== null) return !running;
  const limitMs = holder === null ? abandonedAfterMs.illegible : abandonedAfterMs.otherHost;
  await $writeFile(own, await $readFile(own));
  const [lock, mine] = await Promise.all([$stat3(path).catch(absent), $stat3(own).catch(absent)]);
  if (lock === null || mine === null) return false;
  return mine.mtimeMs - lock.mtimeMs > limitMs;
}
async function takeOver(path, dead, own, deadline, depth) {
  if (depth > 4) throw busy(path, dead);
  const second = await take(`${path}.takeover`, deadline, depth + 1);
  try {
    if (await $readFile(path, "utf8").catch(absent) !== dead) return false;
    await $rename2(own, path);
    return true;
  } finally {
    await second.release();
  }
}
function parseHolder(content) {
  try {
    const value = JSON.parse(content);
    if (!isObject(value)) return null;
    const { host, pid, started } = value;
    if (typeof host !== "string" || typeof pid !== "number") return null;
    return { host, pid, started: typeof started === "string" ? started : "" };
  } catch {
    return null;
  }
}
function busy(path, seen) {
  const holder = parseHolder(seen);
  const where = holder?.host === currentRun().host ? "here" : "on another host";
  const who = holder === null ? "somebody" : `process ${holder.pid} ${where}`;
  return new Fault("ledger", "ledger-busy", `Cannot write the ledger: ${who} holds ${path}`, {
    remedy: "Run the command again when the other run has ended."
  });
}
function absent(error) {
  if (errnoOf(error) === "ENOENT") return null;
  throw error;
}

// src/adapters/ledger/file/file-ledger.ts
function fileLedger(path, patienceMs = 1e4) {
  const place = $resolve(path);
  const wantsFolder = /[/\\]$/.test(path);
  const locate = async () => {
    const target = await followLinks(place);
    const isFolder = wantsFolder || (await $stat(target).catch(() => null))?.isDirectory() === true;
    return isFolder ? { folder: target, lock: $join(target, "index.json.lock"), read: () => readFolder(target) } : { folder: $dirname(target), lock: `${target}.lock`, read: () => readSingleFile(target) };
  };
  return {
    name: path,
    read: async () => (await locate()).read(),
    async update(change) {
      const location = await locate();
      const lock = await writing(path, async () => {
        await $mkdir(location.folder, { recursive: true });
        return takeLock(location.lock, patienceMs);
      });
      try {
        const before = await location.read();
        const next = change(before.index);
        if (next === null) return before;
        return await writing(path, () => before.save(next, () => lock.confirm()));
      } finally {
        await lock.release().catch(() => {
        });
      }
    }
  };
}
async function followLinks(path) {
  let place = path;
  for (let hops = 0; hops < 40; hops += 1) {
    const found = await $lstat(place).catch(() => null);
    if (found?.isSymbolicLink() !== true) break;
    place = $resolve($dirname(place), await $readlink(place));
  }
  return place;
}
async function writing(path, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault || errnoOf(error) === "") throw error;
    const message = `Cannot write the ledger ${path}: the system says ${errnoOf(error)}`;
    throw new Fault("ledger", "ledger-not-writable", message, {
      remedy: "Name a ledger in a folder that this user may write to.",
      cause: error
    });
  }
}
export {
  fileLedger
};
