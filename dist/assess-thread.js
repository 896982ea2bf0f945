import {
  assessor
} from "./commands.assess.js";
import "./markdown.alert-mark.js";
import "./markdown.headings.js";
import "./npm.he.js";
import "./markdown.parse-markdown.js";
import "./model.shown-text.js";
import "./model.image.js";
import "./model.provenance.js";
import "./model.nearest-name.js";
import "./model.draft.js";
import "./curation.rule-ids.js";
import "./model.forge-addresses.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./model.memoize.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:worker_threads?src/adapters/threads/serve-thread.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:worker_threads");
var one = (name) => all[name];
var $parentPort = /* @__PURE__ */ one("parentPort");
var $workerData = /* @__PURE__ */ one("workerData");

// src/adapters/threads/serve-thread.ts
function serveThread(begin) {
  const work = begin($workerData);
  let last = Promise.resolve();
  $parentPort?.on("message", (job) => {
    last = last.then(async () => $parentPort?.postMessage(await work(job)));
  });
}

// src/wiring/assess-thread.ts
serveThread(assessor);
