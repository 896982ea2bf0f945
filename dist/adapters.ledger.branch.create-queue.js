import {
  objectId
} from "./adapters.git.read-blobs.js";
import {
  gitFault,
  gitLine,
  runGit,
  splitNul,
  tryGit
} from "./adapters.git.git.js";

// src/adapters/ledger/branch/create-queue.ts
function createQueue() {
  let last = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

// builtin-import:node:fs/promises?src/adapters/ledger/branch/ledger-commit.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name2) => all[name2];
var $rm = /* @__PURE__ */ one("rm");
var $mkdtemp = /* @__PURE__ */ one("mkdtemp");

// builtin-import:node:os?src/adapters/ledger/branch/ledger-commit.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one2 = (name2) => all2[name2];
var $tmpdir = /* @__PURE__ */ one2("tmpdir");

// builtin-import:node:path?src/adapters/ledger/branch/ledger-commit.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one3 = (name2) => all3[name2];
var $join = /* @__PURE__ */ one3("join");

// src/adapters/ledger/branch/ledger-commit.ts
async function listEntries(root, commit) {
  const listing = await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  return new Map(
    splitNul(listing).map((entry) => {
      const tab = entry.indexOf(9);
      const id = entry.toString("latin1", 0, tab).split(" ")[2] ?? "";
      return [entry.toString("utf8", tab + 1), id];
    })
  );
}
async function makeCommit(root, options) {
  const blobs = await writeBlobs(root, [...options.files.values()]);
  const folder = await $mkdtemp($join($tmpdir(), "stack-publish-"));
  try {
    const tree = await writeTree(root, $join(folder, "index"), options, blobs);
    if (options.parent !== null) {
      const before = await gitLine(root, ["rev-parse", `${options.parent}^{tree}`]);
      if (before === tree) return null;
    }
    return await commitOf(root, tree, options);
  } finally {
    await $rm(folder, { recursive: true, force: true });
  }
}
async function parentsOf(root, commit) {
  const { code, stdout } = await tryGit(root, ["cat-file", "commit", commit]);
  if (code !== 0) return null;
  const [header = ""] = stdout.toString("utf8").split("\n\n", 1);
  return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = ""]) => id);
}
async function writeBlobs(root, contents) {
  const whole = contents.filter((content) => typeof content === "string");
  const [small, large] = await Promise.all([
    whole.length === 0 ? [] : importBlobs(root, whole),
    Promise.all(
      contents.filter((content) => typeof content === "function").map((input) => gitLine(root, ["hash-object", "-w", "--stdin"], { input }))
    )
  ]);
  return contents.map((content) => (typeof content === "string" ? small : large).shift() ?? "");
}
async function importBlobs(root, contents) {
  const commands = contents.flatMap((content, index) => {
    const bytes = Buffer.from(content, "utf8");
    const head = `blob
mark :${index + 1}
data ${bytes.length}
`;
    return [Buffer.from(head), bytes, Buffer.from(`
get-mark :${index + 1}
`)];
  });
  const args = ["fast-import", "--quiet", "--done"];
  const input = Buffer.concat([...commands, Buffer.from("done\n")]);
  const ids = (await runGit(root, args, { input })).toString("latin1").trim().split("\n");
  if (ids.length !== contents.length || !ids.every((id) => objectId.test(id))) {
    throw gitFault(args, `expected ${contents.length} object ids`);
  }
  return ids;
}
async function writeTree(root, index, { parent, files, removed }, blobs) {
  const env = { GIT_INDEX_FILE: index };
  const settings = ["-c", "core.splitIndex=false"];
  if (parent !== null) await runGit(root, [...settings, "read-tree", parent], { env });
  const lines = [
    ...removed.map((path) => `0 ${"0".repeat(40)}	${path}\0`),
    ...[...files.keys()].map((path, each) => `100644 ${blobs[each]}	${path}\0`)
  ];
  const input = lines.join("");
  await runGit(root, [...settings, "update-index", "-z", "--index-info"], { env, input });
  return gitLine(root, [...settings, "write-tree"], { env });
}
var [name, email] = ["stack-publish", "noreply@stack-publish.invalid"];
var author = {
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email
};
function commitOf(root, tree, { parent, message }) {
  const args = ["-c", "i18n.commitEncoding=UTF-8", "commit-tree", "--no-gpg-sign", "-F", "-"];
  return gitLine(root, [...args, ...parent === null ? [] : ["-p", parent], tree], {
    input: message,
    env: author
  });
}

export {
  createQueue,
  listEntries,
  makeCommit,
  parentsOf
};
