import {
  decodeIndex,
  entryFiles,
  entryPath,
  entryReaders,
  indexPieces,
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
  createQueue,
  listEntries,
  makeCommit
} from "./adapters.ledger.branch.create-queue.js";
import "./adapters.git.read-blobs.js";
import "./model.image.js";
import "./model.provenance.js";
import "./model.draft.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import {
  pushCommit
} from "./adapters.git.remote.js";
import {
  tryGit
} from "./adapters.git.git.js";
import "./adapters.git.git-environment.js";
import "./adapters.errno-of.js";
import {
  docsAddress
} from "./model.version.js";
import "./adapters.shape.js";
import "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:crypto?src/adapters/ledger/branch/branch-ledger.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $randomUUID = /* @__PURE__ */ one("randomUUID");

// builtin-import:node:timers/promises?src/adapters/ledger/branch/branch-ledger.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var one2 = (name) => all2[name];
var $setTimeout = /* @__PURE__ */ one2("setTimeout");

// src/adapters/ledger/branch/branch-ledger.ts
function branchLedger(remote, attempts = 20) {
  const { root, branch } = remote;
  const name = `${branch} of ${remote.name}`;
  let last = null;
  const read = async () => {
    const commit = await remote.refresh();
    if (last === null || last.commit !== commit) last = await stateAt(root, commit, name);
    return last;
  };
  const update = async (change) => {
    let before = last ?? await read();
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const next = change(before.index);
      const commit = next === null ? null : await commitOf(root, next, before);
      if (commit === null) {
        const now = await read();
        if (now.commit === before.commit) return now;
        before = now;
        continue;
      }
      const answer = await pushCommit(remote, branch, commit, before.commit);
      if (answer.code === 0 || await outcome(remote, before, commit, answer, name) === "done") {
        last = stateOf(root, commit, name, next?.index ?? before.index);
        await remote.pushed(commit);
        return last;
      }
      await $setTimeout(Math.random() * Math.min(2e3, 30 * 2 ** attempt));
      before = await read();
    }
    throw new Fault(
      "ledger",
      "ledger-busy",
      `Cannot write the ledger ${name}: other runs were faster ${attempts} times`,
      { remedy: "Run the command again when the other runs have ended." }
    );
  };
  const inTurn = createQueue();
  return {
    name,
    read: () => inTurn(read),
    update: (change) => inTurn(() => update(change))
  };
}
async function commitOf(root, change, before) {
  const { named, added } = entryFiles(change);
  const paths = [...(await before.entries()).keys()];
  const files = new Map([
    ["index.json", () => indexPieces(change.index)],
    ...added
  ]);
  if (!paths.includes("README.md")) files.set("README.md", readme);
  return makeCommit(root, {
    files,
    removed: paths.filter((path) => ours.test(path) && !named.has(path)),
    parent: before.commit,
    // The id tells two runs apart that write the same within a second: with equal commits, each
    // would take the other's push for its own.
    message: `Update the ledger

[skip ci]
Write: ${$randomUUID()}
`
  });
}
var ours = /^(?:texts|plans)\/[0-9a-f]{64}\.json$/;
async function outcome(remote, before, commit, answer, name) {
  const now = await remote.current().catch(() => void 0);
  if (now === commit) return "done";
  if (now !== void 0 && now !== before.commit) return "again";
  const reason = /^!\t[^\t]*\t(.*)$/m.exec(answer.stdout.toString("utf8"))?.[1] ?? "";
  const words = [reason, answer.stderr].filter((each) => each !== "").join("; ");
  if (now !== void 0 && passing.test(words) && !nameTaken.test(words)) return "again";
  throw new Fault(
    "ledger",
    "ledger-not-writable",
    `Cannot write the ledger ${name}: git push was refused (${words || `exit code ${answer.code}`})`,
    { remedy: "Let the run push to this branch: `contents: write`, and no rule that protects it." }
  );
}
var passing = /\[rejected\]|stale info|cannot lock ref|failed to (?:update|lock) ref|incorrect old value|reference already exists|RPC failed|unexpected disconnect|hung up|early EOF|timed out|HTTP 5\d\d|error: 5\d\d|died of signal/i;
var nameTaken = /exists; cannot create/;
async function stateAt(root, commit, name) {
  if (commit === null) return stateOf(root, null, name, emptyLedger);
  const index = `${commit}:index.json`;
  const { code, stdout, stderr } = await tryGit(root, ["cat-file", "blob", index]);
  if (code === 0) return stateOf(root, commit, name, decodeIndex(stdout, `${name}: index.json`));
  if ((await listEntries(root, commit)).has("index.json"))
    throw unreadable(`${name}: index.json`, stderr);
  throw unreadable(name, "the branch has no index.json, so it is not a ledger");
}
function stateOf(root, commit, name, index) {
  const entries = memoize(
    async () => commit === null ? /* @__PURE__ */ new Map() : listEntries(root, commit)
  );
  return {
    commit,
    index,
    entries,
    ...entryReaders(async (folder, digest) => {
      const path = entryPath(folder, digest);
      const id = (await entries()).get(path);
      if (id === void 0) return null;
      const where = `${name}: ${path}`;
      const { code, stdout, stderr } = await tryGit(root, ["cat-file", "blob", id]);
      if (code !== 0) throw unreadable(where, stderr);
      return { entry: parseLedgerJson(stdout, where), name: where };
    })
  };
}
var readme = `# The ledger of stack-publish

This branch records what stack-publish has published from this repository to Stack Internal: which
source became which post, and the text that was last sent. Every plan and every publishing run reads
it, and publishing runs add to it.

- \`index.json\` has one record a line, sorted by source.
- \`texts/\` holds the composed texts, each named by its SHA-256 digest.
- \`plans/\` holds the plans that wait for an approval.

Do not edit, rebase or delete it: without it, a run cannot tell which posts are its own. It shares no
history with the other branches, and is never merged into one. What stands in it is described at
${docsAddress}/architecture.md#the-ledger
`;
export {
  branchLedger
};
