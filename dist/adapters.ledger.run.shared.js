import {
  errnoOf
} from "./adapters.errno-of.js";
import {
  memoize
} from "./model.memoize.js";

// builtin-import:node:crypto?src/adapters/ledger/run.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var one = (name) => all[name];
var $createHash = /* @__PURE__ */ one("createHash");
var $randomUUID = /* @__PURE__ */ one("randomUUID");

// builtin-import:node:fs?src/adapters/ledger/run.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one2 = (name) => all2[name];
var $readFileSync = /* @__PURE__ */ one2("readFileSync");
var $readlinkSync = /* @__PURE__ */ one2("readlinkSync");

// builtin-import:node:os?src/adapters/ledger/run.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one3 = (name) => all3[name];
var $hostname = /* @__PURE__ */ one3("hostname");

// src/adapters/ledger/run.ts
var currentRun = memoize(() => ({
  id: $randomUUID(),
  host: hostId(),
  pid: process.pid,
  started: processState(process.pid)?.started ?? ""
}));
function isRunning(run) {
  if (run.host !== currentRun().host) return null;
  if (!Number.isSafeInteger(run.pid) || run.pid < 1) return false;
  try {
    process.kill(run.pid, 0);
  } catch (error) {
    if (errnoOf(error) !== "EPERM") return false;
  }
  const found = processState(run.pid);
  if (found === null) return true;
  if (found.ended) return false;
  return run.started === "" || run.started === found.started;
}
function hostId() {
  let space = "";
  try {
    space = $readlinkSync("/proc/self/ns/pid");
  } catch {
  }
  return $createHash("sha256").update(`${$hostname()}
${space}`).digest("hex").slice(0, 16);
}
function processState(pid) {
  try {
    const stat = $readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = $readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return { started: `${boot}/${fields[19]}`, ended: /^[ZX]/.test(fields[0] ?? "") };
  } catch {
    return null;
  }
}

export {
  currentRun,
  isRunning
};
