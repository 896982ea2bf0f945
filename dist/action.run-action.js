import {
  adopt,
  check,
  connectionsOf,
  createDisclosure,
  createLog,
  doctor,
  errorDocument,
  optionValues,
  plan,
  publish,
  resolve,
  status,
  systemClock,
  toldDocument
} from "./commands.adopt.js";
import "./commands.doctor.audience-of-doctor.js";
import "./commands.planning-options.js";
import {
  findingLines,
  placeText
} from "./report.finding-lines.js";
import {
  line,
  longestPage
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import {
  readEnvironment,
  secretVariables
} from "./wiring.environment.js";
import {
  createPageSanitizer,
  createSanitizer
} from "./adapters.log.create-sanitizer.shared.js";
import "./adapters.text-files.js";
import "./wiring.evidence.js";
import "./approval.asserted.js";
import {
  readGitHubStep,
  readSourceWord
} from "./wiring.ci.github.js";
import {
  resolutionNames
} from "./model.resolution.js";
import "./model.shown-text.js";
import "./model.provenance.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./adapters.errno-of.js";
import "./commands.audience-of.js";
import "./wiring.ci.github-addresses.js";
import {
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault,
  bugFault,
  exitCodeOf
} from "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:path?src/action/run-action.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");

// builtin-import:node:fs?src/action/action-output.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one2 = (name) => all2[name];
var $mkdtempSync = /* @__PURE__ */ one2("mkdtempSync");

// builtin-import:node:fs/promises?src/action/action-output.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one3 = (name) => all3[name];
var $writeFile = /* @__PURE__ */ one3("writeFile");

// builtin-import:node:os?src/action/action-output.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:os");
var one4 = (name) => all4[name];
var $tmpdir = /* @__PURE__ */ one4("tmpdir");

// builtin-import:node:path?src/action/action-output.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one5 = (name) => all5[name];
var $join = /* @__PURE__ */ one5("join");

// src/action/annotations.ts
var mostOfLevel = 10;
var longestMessage = 4096;
var forNote = 40;
var levels = ["error", "warning"];
function annotationsOf(findings, safe) {
  const shown = [];
  const over = [];
  for (const level of levels) {
    const own = findings.filter(({ severity }) => severity === level);
    const groups = own.length <= mostOfLevel ? own.map((finding) => [finding]) : byFile(own);
    shown.push(...groups.slice(0, mostOfLevel).map((group) => annotation(level, group, safe)));
    over.push(...groups.slice(mostOfLevel));
  }
  const room = over.length > mostOfLevel ? mostOfLevel - 1 : mostOfLevel;
  shown.push(...over.slice(0, room).map((group) => annotation("notice", group, safe)));
  return { shown, left: over.slice(room).flat() };
}
function byFile(findings) {
  const groups = Map.groupBy(findings, ({ place, source }) => place?.file ?? source);
  return [...groups.values()];
}
function annotation(level, findings, safe) {
  const [first] = findings;
  const only = findings.length === 1 ? first : void 0;
  if (only) {
    const { rule, message, remedy, severity } = only;
    const title2 = level === severity ? rule : `${severity}: ${rule}`;
    return { level, title: title2, lines: [safe(`${message} ${remedy}`)], place: only.place };
  }
  const title = counted(findings.length, first?.severity ?? "error");
  const place = first?.place ? { ...first.place, column: null } : null;
  return { level, title, lines: together(findings, safe), place };
}
function together(findings, safe) {
  const lines = [];
  let room = longestMessage - forNote;
  for (const { place, rule, message, remedy } of findings) {
    const at = place ? `${placeText(place)}: ` : "";
    const text = safe(`${at}${message} ${remedy} [${rule}]`);
    if ((room -= text.length + 1) < 0) break;
    lines.push(text);
  }
  const left = findings.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}

// src/action/action-output.ts
var tooLong = "The report is too long for this page: read the file that the output `plan` or `result` names.\n";
function openActionOutput(core, secrets, { temporaryFolder, hasSummary, debug }, view) {
  const sanitize = createSanitizer(secrets);
  const mask = maskSecrets(secrets);
  const folder = memoize(() => $mkdtempSync($join(temporaryFolder ?? $tmpdir(), "stack-publish-")));
  const pathOf = (name) => $join(folder(), name);
  const give = (name, value) => core.setOutput(name, value);
  const annotate = ({ level, title, lines, place }) => core[level](lines.join("\n"), {
    title: sanitize(title),
    ...place && { file: sanitize(place.file) },
    ...place?.line && { startLine: place.line },
    ...place?.line && place.column && { startColumn: place.column }
  });
  const log = createLog({
    write: (line2) => process.stdout.write(`${line2}
`),
    level: debug ? "verbose" : "normal",
    sanitize: (text) => sanitize(view.text(text))
  });
  const safe = createPageSanitizer(secrets);
  return {
    log,
    safe,
    outputs(outputs2) {
      for (const [name, value] of Object.entries(outputs2)) give(name, value);
    },
    pathOf,
    async document(name, document) {
      const file = pathOf(`${name}.json`);
      await $writeFile(file, `${mask(JSON.stringify(document))}
`);
      give(name, file);
    },
    lines(lines) {
      for (const { text } of lines) if (text) log.info(text);
    },
    findings(findings) {
      const { shown, left } = annotationsOf(findings, sanitize);
      for (const annotation2 of shown) annotate(annotation2);
      for (const { text } of findingLines(left)) log.info(text);
      if (left.length === 0) return;
      const told = `${counted(left.length, "more finding")}: they are in the log and in the run's summary.`;
      annotate({ level: "notice", title: "stack-publish", lines: [told], place: null });
    },
    fault({ code, message, remedy, place }) {
      const lines = [sanitize(`${message} ${remedy}`)];
      annotate({ level: "error", title: code, lines, place });
    },
    async summary(make) {
      if (!hasSummary) return;
      const text = make(safe);
      const fits = Buffer.byteLength(text) <= longestPage;
      await core.summary.addRaw(fits ? text : tooLong).write();
    }
  };
}

// src/action/decision-inputs.ts
function isAdoption({ event, inputs: inputs2 }) {
  if (event.comment) return event.comment.command.kind === "adopt";
  return inputs2.url !== "" && inputs2.resolution === "";
}
function givenDecision(kind, { event, inputs: inputs2 }) {
  const asked = event.comment?.command;
  if (asked && asked.kind !== "publish") return asked;
  if (event.name !== "workflow_dispatch")
    throw unusable(
      kind,
      `the run was started by ${JSON.stringify(event.name)}, expected a new comment (issue_comment) or a start by hand (workflow_dispatch)`,
      `Run \`command: ${kind}\` in a job of its own, which only these two events start.`
    );
  const source = readSourceWord(inputs2.source);
  if (source === null)
    throw unusable(
      kind,
      `the input \`source\` is ${inputs2.source === "" ? "empty" : JSON.stringify(inputs2.source)}, expected the key of a source`,
      "Give the key that the plan shows for it."
    );
  return kind === "adopt" ? adoption(source, inputs2) : resolution(source, inputs2);
}
function adoption(source, { url, resolution: resolution2 }) {
  if (resolution2 !== "") throw both("adopt");
  if (url === "")
    throw unusable(
      "adopt",
      "the input `url` is empty, expected the address of a post",
      "Give the address that the browser shows for the post."
    );
  return { kind: "adopt", source, url };
}
function resolution(source, { url, resolution: resolution2 }) {
  if (url !== "") throw both("resolve");
  const known = resolutionNames.find((name) => name === resolution2);
  if (known) return { kind: "resolve", source, resolution: known };
  const seen = resolution2 === "" ? "empty" : JSON.stringify(resolution2);
  throw unusable(
    "resolve",
    `the input \`resolution\` is ${seen}, expected one of ${resolutionNames.join(", ")}`,
    "Give one of these, or in `url` the address of a post to link."
  );
}
function both(kind) {
  return unusable(
    kind,
    "both `resolution` and `url` are given",
    "Give `resolution` to end a hold, or `url` to link a post."
  );
}
function unusable(kind, seen, remedy) {
  return new Fault("usage", "usage", `Cannot ${kind}: ${seen}.`, { remedy });
}

// src/action/inputs.ts
var tokens = {
  "stack-token": secretVariables.stackToken,
  "stack-api-key": secretVariables.stackApiKey,
  "github-token": secretVariables.gitHubToken
};
function readInputs(core, environment) {
  const get = (input) => core.getInput(input);
  const variables = { ...environment };
  const secrets = [];
  const hide = (secret) => {
    secrets.push(secret);
    if (secret.trim() !== "") core.setSecret(secret.trim());
  };
  for (const input of Object.keys(tokens)) {
    const name = tokens[input];
    const value = core.getInput(input, { trimWhitespace: false }) || environment[name];
    if (!value) continue;
    variables[name] = value;
    hide(value);
  }
  const rolesToken = environment[secretVariables.giteaRolesToken];
  if (rolesToken) hide(rolesToken);
  return {
    config: get("config"),
    digest: get("digest"),
    except: get("except"),
    source: get("source"),
    url: get("url"),
    resolution: get("resolution"),
    variables,
    secrets
  };
}

// src/action/surface.ts
var inputs = {
  command: {
    description: "`auto`, `check`, `plan`, `publish`, `resolve`, `adopt`, `status` or `doctor`. `auto` checks on `pull_request`, does nothing on `issue_comment`, and plans on everything else. Publishing and deciding are always asked for in so many words. On `issue_comment`, `resolve` also takes `/adopt`.",
    default: "auto"
  },
  config: {
    description: "The configuration file, where it is not `.github/stack-publish.yml`.",
    default: ""
  },
  digest: {
    description: "For `publish`: the digest of the approved plan. On `issue_comment` it is taken from the comment.",
    default: ""
  },
  except: {
    description: "For `publish`: sources whose approved steps are left undone, one a line. On `issue_comment` they are lines `except SOURCE` of the comment.",
    default: ""
  },
  source: {
    description: "For `resolve` and `adopt`, where a person starts the run by hand: the key of the source. A comment names its own.",
    default: ""
  },
  resolution: {
    description: `The same for \`resolve\`: ${resolutionNames.map((name) => `\`${name}\``).join(", ")}.`,
    default: ""
  },
  url: {
    description: "The same for `adopt`: the address of the post to link. `resolve` with it, and without `resolution`, is `adopt`.",
    default: ""
  },
  "stack-token": {
    description: "An access token of Stack Internal. To plan, one that only reads is enough.",
    default: ""
  },
  "stack-api-key": {
    description: "The key of an Enterprise site's API v2.3.",
    default: ""
  },
  "github-token": {
    description: "The token for this repository.",
    default: "${{ github.token }}"
  }
};
var counts = {
  create: "How many new posts there are to create.",
  overwrite: "How many posts there are whose text of somebody else is to be replaced.",
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
  preview: "The path of an HTML file with the plan: each post as its readers will see it. Empty where there is nothing to look at.",
  result: "The path of a JSON file with what was done, found, or went wrong.",
  ...counts
};
var countNames = Object.keys(counts);

// src/action/offered-commands.ts
function offer(command, given, presentation, operandsOf = () => []) {
  return async (task) => {
    const { session, output, view } = task;
    const options = optionValues(command.options, given(task));
    const operands = operandsOf(task);
    const result = await command.run(session, { operands, options, verbose: false });
    const summary = await presentation.summary?.(result, view, task);
    if (summary) await output.summary(summary);
    output.findings(view.findings(presentation.findings?.(result) ?? []));
    output.lines(view.lines(await presentation.log(result, view)));
    const { log } = task.environment;
    const document = await toldDocument(result, { ...session, log, view });
    if (document) await output.document(presentation.document, view.document(document));
    const outputs2 = presentation.outputs?.(result, task);
    if (outputs2) output.outputs(outputs2);
    return result.exitCode;
  };
}
var nothing = () => ({});
var decided = {
  document: "result",
  async summary(result, view) {
    const { decisionSummaryMarkdown } = await import("./report.decision-summary.js");
    const lines = view.lines(await result.lines(view));
    return (safe) => decisionSummaryMarkdown(lines, result.by ?? null, safe);
  },
  async log(result, view) {
    const { by } = result;
    const who = by ? [line(`Decided by ${by.login}: ${by.evidence}`)] : [];
    return [...await result.lines(view), ...who];
  },
  outputs: () => ({ decision: "approved", reason: "" })
};
var offeredCommands = /* @__PURE__ */ new Map([
  [
    check.name,
    offer(check, nothing, {
      document: "result",
      async summary({ document, findings }, view, { environment: { event } }) {
        const { checkSummaryMarkdown } = await import("./report.summary.js");
        const shown = [view.document(document), view.findings(findings)];
        return (safe) => checkSummaryMarkdown(...shown, safe, event?.pull?.isFork);
      },
      findings: ({ findings }) => findings,
      async log({ document }, view) {
        const { checkSummary } = await import("./report.check-report.js");
        return [line(checkSummary(view.document(document)))];
      }
    })
  ],
  [
    plan.name,
    offer(plan, (task) => ({ preview: previewPath(task) }), {
      document: "plan",
      async summary({ report, place, waited }, view, task) {
        const shown = view.report(report());
        const [{ planSummaryMarkdown }, { rendererFor }] = await Promise.all([
          import("./report.plan-summary.js"),
          import("./report.summary.renderer-for.js")
        ]);
        const render = await rendererFor(shown);
        const isWaiting = waited && !isAskedForAgain(task);
        return (safe) => planSummaryMarkdown(shown, { ...place, isWaiting }, safe, render);
      },
      findings: ({ report }) => report().findings,
      async log({ report, document }, view) {
        const { planSummary } = await import("./report.plan-report.js");
        return [line(planSummary(view.report(report()))), line(document.digest ?? "")];
      },
      outputs: ({ document, waited }, task) => ({
        ...countsOf(document),
        digest: (waited && !isAskedForAgain(task) ? null : document.digest) ?? "",
        decision: "none",
        reason: "",
        preview: document.steps.length > 0 ? previewPath(task) : ""
      })
    })
  ],
  [
    publish.name,
    offer(publish, (task) => ({ digest: digestToPublish(task), except: exceptions(task) }), {
      document: "result",
      async summary({ document }, view) {
        const { publishSummaryMarkdown } = await import("./report.summary.js");
        const shown = view.document(document);
        return (safe) => publishSummaryMarkdown(shown, safe);
      },
      log: async (result, view) => result.lines(view),
      outputs: ({ document }) => ({
        ...countsOf(document),
        digest: document.digest ?? "",
        decision: document.decision,
        reason: ""
      })
    })
  ],
  [
    resolve.name,
    offer(resolve, nothing, decided, (task) => {
      const decision = givenDecision("resolve", task);
      return decision.kind === "resolve" ? [decision.source, decision.resolution] : [];
    })
  ],
  [
    adopt.name,
    offer(adopt, nothing, decided, (task) => {
      const decision = givenDecision("adopt", task);
      return decision.kind === "adopt" ? [decision.source, decision.url] : [];
    })
  ],
  [
    status.name,
    offer(status, nothing, { document: "result", log: async (result, view) => result.lines(view) })
  ],
  [
    doctor.name,
    offer(doctor, nothing, { document: "result", log: async (result, view) => result.lines(view) })
  ]
]);
function previewPath({ output }) {
  return output.pathOf("stack-publish-plan.html");
}
function isAskedForAgain({ event }) {
  return event.name === "workflow_dispatch";
}
function digestToPublish({ event, inputs: inputs2 }) {
  const asked = event.comment?.command;
  return asked?.kind === "publish" ? asked.digest : inputs2.digest.trim() || null;
}
function exceptions({ event, inputs: inputs2 }) {
  const asked = event.comment?.command;
  if (asked?.kind === "publish") return asked.except;
  return inputs2.except.split(/\r?\n/).flatMap((each) => each.trim() || []);
}
function countsOf({ counts: counts2 }) {
  const known = counts2;
  return Object.fromEntries(
    countNames.flatMap((name) => Object.hasOwn(known, name) ? [[name, known[name]]] : [])
  );
}

// src/action/run-action.ts
async function runAction(command, event) {
  const core = await import("./npm.actions-core.js");
  const inputs2 = readInputs(core, process.env);
  const step = readGitHubStep(process.env);
  const disclosure = createDisclosure();
  const output = openActionOutput(core, inputs2.secrets, step, disclosure.view);
  const cwd = step.workspace;
  const configFile = inputs2.config === "" ? null : $resolve(cwd, inputs2.config);
  const edge = { cwd, configFile, log: output.log, clock: systemClock };
  const environment = readEnvironment(edge, inputs2.variables, event);
  const named = commandFor(command, { event, inputs: inputs2 });
  const { view } = disclosure;
  const session = {
    ...connectionsOf(environment),
    disclosure,
    async approvalPlace(approval) {
      const { approvalPlace } = await import("./action.approval-place.js");
      const { github } = environment;
      const readFile = (name) => session.readFile(name);
      return approvalPlace({ approval, github, workflow: step.workflow, readFile });
    },
    print: (make) => output.lines(view.lines(make(view))),
    ask: null
  };
  try {
    const run = offeredCommands.get(named);
    if (run) return await run({ inputs: inputs2, event, environment, output, view, session });
    throw new Fault(
      "usage",
      "usage",
      `Cannot run ${JSON.stringify(command)}, expected one of auto, ${[...offeredCommands.keys()].join(", ")}.`,
      { remedy: "Correct the input `command`." }
    );
  } catch (error) {
    const fault = error instanceof Fault ? error : bugFault(error);
    await tellFault(view.fault(fault), named, output, view);
    return exitCodeOf(fault.kind);
  }
}
function commandFor(command, given) {
  if (command === "auto") return given.event.name === "pull_request" ? "check" : "plan";
  return command === "resolve" && isAdoption(given) ? "adopt" : command;
}
async function tellFault(fault, command, output, view) {
  output.fault(fault);
  output.outputs({ decision: fault.kind === "policy" ? "refused" : "none", reason: fault.code });
  try {
    const { faultSummaryMarkdown } = await import("./report.summary.js");
    await output.summary((safe) => faultSummaryMarkdown(fault, safe));
    await output.document("result", view.document(errorDocument(command, fault)));
  } catch (error) {
    output.log.warn(`The report could not be written: ${String(error)}`);
  }
}
export {
  runAction
};
