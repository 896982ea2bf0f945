import {
  ledgerRemote
} from "./adapters.ledger.branch.ledger-remote.js";
import {
  originOf
} from "./wiring.origin.js";
import {
  version
} from "./model.version.js";
import {
  Fault
} from "./model.error.js";

// builtin-import:node:path?src/wiring/ledger.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");

// src/wiring/ledger.ts
async function ledgerPlace(environment, repository, ledger) {
  const { root } = repository;
  if ("file" in ledger) return $resolve(root, ledger.file) + (ledger.file.endsWith("/") ? "/" : "");
  const addresses = await repository.routes("origin");
  if (addresses.length === 0)
    throw new Fault(
      "usage",
      "config-invalid",
      "Cannot open the ledger: it is a branch of the remote `origin`, and there is no such remote.",
      { remedy: "Add the remote, or set ledger to { file: PATH } for a trial." }
    );
  return ledgerRemote(
    await originOf(environment, repository, addresses),
    ledger.branch,
    repository.commit
  );
}
async function openLedger(place) {
  if (typeof place === "string")
    return (await import("./adapters.ledger.file.file-ledger.js")).fileLedger(place);
  const { branchLedger } = await import("./adapters.ledger.branch.branch-ledger.js");
  return branchLedger(place);
}

// src/wiring/site.ts
function siteOptions({ stackToken, stackApiKey, proxy, clock, log }, { destination, limits }) {
  const { tier, url, team, api } = destination;
  return {
    destination: { tier, site: url, team, api },
    token: stackToken,
    apiKey: stackApiKey,
    articlesPerMinute: limits["articles-per-minute"],
    userAgent: `stack-publish/${version}`,
    proxy,
    clock,
    log
  };
}

export {
  ledgerPlace,
  openLedger,
  siteOptions
};
