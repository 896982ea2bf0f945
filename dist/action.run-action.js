import {
  createLog,
  createSanitizer,
  errorDocument,
  systemClock
} from "./adapters.log.create-log.js";
import {
  commentCommand,
  commentOf,
  defaultBranchOf
} from "./action.run-event.js";
import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import {
  isDigest
} from "./model.is-digest.js";
import {
  Fault,
  exitCodeOf
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:path?src/action/run-action.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");

// builtin-import:node:fs?src/action/desk.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one2 = (name) => all2[name];
var $mkdtempSync = /* @__PURE__ */ one2("mkdtempSync");

// builtin-import:node:fs/promises?src/action/desk.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one3 = (name) => all3[name];
var $writeFile = /* @__PURE__ */ one3("writeFile");

// builtin-import:node:os?src/action/desk.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one4 = (name) => all4[name];
var $tmpdir = /* @__PURE__ */ one4("tmpdir");

// builtin-import:node:path?src/action/desk.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one5 = (name) => all5[name];
var $join = /* @__PURE__ */ one5("join");

// src/action/desk.ts
var longestSummary = 1e6;
function openDesk(core, { env, secrets }) {
  const sanitize = createSanitizer(secrets);
  const mask = maskSecrets(secrets);
  let folder = null;
  const give = (name, value) => core.setOutput(name, value);
  return {
    log: createLog({
      write: (line) => process.stdout.write(`${line}
`),
      level: env["RUNNER_DEBUG"] === "1" ? "verbose" : "normal",
      sanitize
    }),
    outputs(outputs2) {
      for (const [name, value] of Object.entries(outputs2)) give(name, value);
    },
    async document(name, document) {
      folder ??= $mkdtempSync($join(env["RUNNER_TEMP"] ?? $tmpdir(), "stack-publish-"));
      const file = $join(folder, `${name}.json`);
      await $writeFile(file, `${mask(JSON.stringify(document))}
`);
      give(name, file);
    },
    annotate({ severity, title, message, place }) {
      core[severity](sanitize(message), {
        title: sanitize(title),
        ...place && { file: sanitize(place.file) },
        ...place?.line && { startLine: place.line },
        ...place?.line && place.column && { startColumn: place.column }
      });
    },
    async summary(make) {
      if (!env["GITHUB_STEP_SUMMARY"]) return;
      const text = make(sanitize);
      const fits = Buffer.byteLength(text) <= longestSummary;
      await core.summary.addRaw(
        fits ? text : "The report is too long for this page: read the file that the output `plan` or `result` names.\n"
      ).write();
    }
  };
}

// src/action/inputs.ts
var tokens = {
  "stack-token": "STACK_ACCESS_TOKEN",
  "stack-api-key": "STACK_API_KEY",
  "github-token": "GITHUB_TOKEN"
};
function readInputs(core, environment) {
  const get = (input) => core.getInput(input);
  const env = { ...environment };
  const secrets = [];
  for (const input of Object.keys(tokens)) {
    const name = tokens[input];
    const value = get(input) || environment[name];
    if (!value) continue;
    env[name] = value;
    secrets.push(value);
    core.setSecret(value);
  }
  return { config: get("config"), digest: get("digest"), env, secrets };
}

// src/action/surface.ts
var counts = {
  create: "How many new posts there are to create.",
  held: "How many sources wait for a person's decision.",
  created: "How many posts were created.",
  updated: "How many posts were updated.",
  merged: "How many posts were merged with a person's edit.",
  adopted: "How many existing posts were linked.",
  unchanged: "How many sources needed nothing.",
  refused: "How many approved steps had changed, and were not carried out.",
  failed: "How many steps failed."
};
var outputs = {
  digest: "The digest to approve. Empty where there is nothing to do, or where this plan waits for its approval already; a run that was started by hand always gets it.",
  decision: "`approved`, `refused` or `none`.",
  reason: "The code of the error that ended the run; else empty.",
  plan: "The path of a JSON file with the plan.",
  result: "The path of a JSON file with what was done, found, or went wrong.",
  ...counts
};
var countNames = Object.keys(counts);

// src/action/run-action.ts
var nothing = { sources: [], full: false, recompose: false };
async function runAction(command, event) {
  const core = await import("./npm.actions-core.js");
  const inputs = readInputs(core, process.env);
  const desk = openDesk(core, inputs);
  const cwd = inputs.env["GITHUB_WORKSPACE"] ?? ".";
  const surroundings = {
    cwd,
    configFile: inputs.config === "" ? null : $resolve(cwd, inputs.config),
    env: inputs.env,
    log: desk.log,
    clock: systemClock
  };
  const named = command === "auto" ? event.name === "pull_request" ? "check" : "plan" : command;
  try {
    const work = commands.get(named);
    if (work) return await work({ event, inputs, desk, surroundings });
    throw new Fault(
      "usage",
      "usage",
      `Cannot run ${JSON.stringify(command)}, expected one of auto, ${[...commands.keys()].join(", ")}.`,
      { remedy: "Correct the input `command`." }
    );
  } catch (error) {
    const fault = error instanceof Fault ? error : bug(error);
    await tellFault(fault, named, desk);
    return exitCodeOf(fault.kind);
  }
}
var commands = /* @__PURE__ */ new Map([
  ["check", check],
  ["plan", plan],
  ["publish", publish]
]);
async function check({ desk, surroundings }) {
  const [{ openCheckout }, { check: check2 }] = await Promise.all([
    import("./wiring.wire.js"),
    import("./commands.check.js")
  ]);
  const { repository, config } = await openCheckout(surroundings);
  const { document, findings } = await check2(repository, config);
  annotate(findings, desk);
  const { sources, ready, errors, warnings } = document.counts;
  desk.log.info(`${ready} of ${sources} sources ready, ${errors} errors, ${warnings} warnings`);
  await desk.document("result", document);
  return errors > 0 ? 1 : 0;
}
async function plan({ event, desk, surroundings }) {
  var _stack = [];
  try {
    requireDefaultBranch(event, surroundings.env);
    const [{ connect }, { plan: plan2 }, { isPublic }, { planSummaryMarkdown }, { planSummary }] = await Promise.all([
      import("./wiring.wire.js"),
      import("./commands.plan.js"),
      import("./commands.is-public.js"),
      import("./report.summary.js"),
      import("./report.plan-report.js")
    ]);
    const context = __using(_stack, await connect(surroundings, { ask: true }), true);
    const planned = await plan2(context, { ...nothing, verbose: false });
    const { document } = planned;
    const report = await planned.report();
    const open = await isPublic(context);
    const { accept } = context.config.approval;
    await desk.summary((safe) => planSummaryMarkdown({ report, accept, isPublic: open, safe }));
    annotate(report.findings, desk);
    desk.log.info(planSummary(report));
    if (document.digest) desk.log.info(document.digest);
    await desk.document("plan", document);
    const again = event.name === "workflow_dispatch" || surroundings.env["GITHUB_RUN_ATTEMPT"] !== "1";
    desk.outputs({
      ...countsOf(document),
      digest: (planned.waited && !again ? null : document.digest) ?? "",
      decision: "none",
      reason: ""
    });
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function publish(task) {
  var _stack = [];
  try {
    const { event, desk, surroundings } = task;
    requireDefaultBranch(event, surroundings.env);
    const digest = digestToPublish(task);
    const [{ connect }, { publish: publish2 }, { isPublic }, { publishSummaryMarkdown }, { publishLines }] = await Promise.all([
      import("./wiring.wire.js"),
      import("./commands.publish.js"),
      import("./commands.is-public.js"),
      import("./report.summary.js"),
      import("./report.publish-report.js")
    ]);
    const context = __using(_stack, await connect(surroundings, { ask: false }), true);
    const approvals = __using(_stack, await openEvidence(task, context, digest), true);
    return await approvals.answered(async () => {
      const published = await publish2(context, {
        ...nothing,
        digest,
        index: null,
        ask: null,
        evidence: approvals.evidence,
        authorsOf: approvals.authorsOf
      });
      const { exitCode } = published;
      const document = withRequests(published.document, approvals.requests());
      const open = await isPublic(context);
      await desk.summary((safe) => publishSummaryMarkdown(document, { isPublic: open, safe }));
      const shown = open ? { ...document, steps: withoutDetail(document) } : document;
      for (const { text } of publishLines(shown)) if (text) desk.log.info(text);
      await desk.document("result", document);
      desk.outputs({
        ...countsOf(document),
        digest: document.digest ?? "",
        decision: document.decision,
        reason: ""
      });
      return exitCode;
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function withRequests(document, { total, writes }) {
  const { site, forge } = document.requests;
  const all6 = { total: forge.total + total, writes: forge.writes + writes };
  return { ...document, requests: { site, forge: all6 } };
}
function withoutDetail({ steps }) {
  return steps.map((step) => ({ ...step, detail: null }));
}
async function openEvidence({ event, desk, surroundings }, { config, site, ledger }, digest) {
  const [{ evidenceReader, openApprovals }, { answerComment }, { requireApprover }, { policyOf }] = await Promise.all([
    import("./action.approvals.js"),
    import("./action.answer-comment.js"),
    import("./approval.policy.js"),
    import("./commands.publish.js")
  ]);
  const { env, clock } = surroundings;
  const forge = openApprovals(env, desk.log, clock);
  try {
    const now = () => site.now();
    const readerOf = (digest2) => evidenceReader({ event, digest: digest2, env, approval: config.approval, forge, ledger, now });
    const reader = digest !== null && isDigest(digest) ? readerOf(digest) : null;
    if (reader && digest !== null && isDigest(digest))
      requireApprover(await reader(digest), policyOf(config));
    const comment = reader && commentOf(event);
    return {
      answered: (work) => comment ? answerComment({ comment: comment.id, forge, log: desk.log }, work) : work(),
      evidence: async (approved) => (reader ?? readerOf(approved))(approved),
      requests: () => forge.requests,
      authorsOf: (pulls) => Promise.all(pulls.map((pull) => forge.authorOf(pull))),
      [Symbol.asyncDispose]: () => forge.close()
    };
  } catch (error) {
    await forge.close();
    throw error;
  }
}
function digestToPublish({ event, inputs }) {
  const comment = commentOf(event);
  return (comment && commentCommand(comment.body)) ?? (inputs.digest.trim() || null);
}
function requireDefaultBranch(event, env) {
  const expected = defaultBranchOf(event);
  const ref = env["GITHUB_REF"];
  if (expected === null || ref === `refs/heads/${expected}`) return;
  throw new Fault(
    "usage",
    "not-default-branch",
    `Cannot run here: the run is for ${ref ?? "no branch"}, expected the branch ${expected}.`,
    {
      remedy: `Run it on ${expected}; on other branches and pull requests use \`command: check\`.`
    }
  );
}
function countsOf({ counts: counts2 }) {
  const known = counts2;
  return Object.fromEntries(
    countNames.flatMap((name) => Object.hasOwn(known, name) ? [[name, known[name]]] : [])
  );
}
function annotate(findings, desk) {
  for (const { severity, rule, message, remedy, place } of findings)
    desk.annotate({ severity, title: rule, message: `${message} ${remedy}`, place });
}
async function tellFault(fault, command, desk) {
  const { code, message, remedy, place, kind } = fault;
  desk.annotate({ severity: "error", title: code, message: `${message} ${remedy}`, place });
  desk.outputs({ decision: kind === "policy" ? "refused" : "none", reason: code });
  try {
    const { faultSummaryMarkdown } = await import("./report.summary.js");
    await desk.summary((safe) => faultSummaryMarkdown(fault, safe));
    await desk.document("result", errorDocument(command, fault));
  } catch (error) {
    desk.log.warn(`The report could not be written: ${String(error)}`);
  }
}
function bug(error) {
  const seen = error instanceof Error ? error.stack ?? error.message : String(error);
  return new Fault("internal", "internal", `This is a bug in stack-publish: ${seen}`, {
    remedy: "Report it with this text.",
    cause: error
  });
}
export {
  runAction
};
