import {
  createLog,
  createSanitizer,
  errorDocument,
  safeLine,
  systemClock
} from "./adapters.log.create-log.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  version
} from "./model.version.js";
import {
  findingLines,
  placeText
} from "./report.plan-report.shared.js";
import {
  line
} from "./report.line.js";
import {
  isMaskable,
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import {
  canonicalJson
} from "./model.canonical-json.js";
import "./model.provenance.js";
import {
  Fault,
  exitCodeOf
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:fs/promises?src/cli/run.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one = (name) => all[name];
var $writeFile = /* @__PURE__ */ one("writeFile");

// builtin-import:node:path?src/cli/run.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one2 = (name) => all2[name];
var $resolve = /* @__PURE__ */ one2("resolve");

// builtin-import:node:util?src/cli/arguments.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one3 = (name) => all3[name];
var $parseArgs = /* @__PURE__ */ one3("parseArgs");

// src/cli/arguments.ts
var shared = {
  config: { type: "string" },
  cwd: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
  verbose: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" }
};
var planning = {
  source: { type: "string", multiple: true },
  full: { type: "boolean" },
  recompose: { type: "boolean" },
  index: { type: "string" }
};
var flags = {
  check: {},
  plan: { ...planning, strict: { type: "boolean" } },
  publish: { ...planning, digest: { type: "string" } },
  status: { full: { type: "boolean" } },
  adopt: {},
  resolve: {},
  doctor: {},
  sandbox: {
    port: { type: "string" },
    data: { type: "string" },
    tier: { type: "string" },
    team: { type: "string" },
    switch: { type: "string", multiple: true },
    fault: { type: "string", multiple: true }
  },
  demo: { keep: { type: "boolean" } }
};
var commandNames = Object.keys(flags);
var operands = {
  adopt: ["SOURCE", "URL"],
  resolve: ["SOURCE", "source|site|recreate|forget"]
};
function readArguments(args) {
  const at = commandPlace(args);
  const name = args[at] ?? null;
  const command = commandNames.find((known) => known === name) ?? null;
  if (name !== null && command === null) {
    const near = nearestName(name, commandNames);
    const meant = near ? `, did you mean ${near}?` : ".";
    throw usage(`Cannot run ${JSON.stringify(name)}: it is not a command${meant}`);
  }
  const options = { ...shared, ...command ? flags[command] : {} };
  const rest = name === null ? [...args] : args.toSpliced(at, 1);
  try {
    const { values, positionals } = $parseArgs({
      args: repeated(rest, "source"),
      options,
      strict: true,
      allowPositionals: true
    });
    const expected = command ? operands[command] ?? [] : [];
    if (positionals.length !== expected.length && !values["help"])
      throw usage(
        `Cannot run ${command ?? "this"}: ${positionals.length} words beside the flags, expected ${expected.join(" ") || "none"}.`
      );
    return { command, operands: positionals, flags: values };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence = ""] = error.message.split(/\. |\.$/);
    throw usage(`Cannot run${command ? ` ${command}` : ""}: ${sentence}.`);
  }
}
function usage(message) {
  return new Fault("usage", "usage", message, {
    remedy: "Run `stack-publish --help` for the commands and their flags."
  });
}
function commandPlace(args) {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (!arg.startsWith("-")) return at;
    const flag = Object.entries(shared).find(([name]) => arg === `--${name}`);
    if (flag?.[1].type === "string") at++;
  }
  return args.length;
}
function repeated(args, name) {
  const result = [];
  let taking = false;
  for (const arg of args) {
    if (arg.startsWith("-")) taking = arg === `--${name}` || arg.startsWith(`--${name}=`);
    else if (taking && result.at(-1) !== `--${name}`) result.push(`--${name}`);
    result.push(arg);
  }
  return result;
}

// src/cli/help.ts
var shared2 = `
  --config FILE      the configuration (default: .github/stack-publish.yml)
  --cwd DIR          the checkout to work in (default: here)
  --json             one JSON document on stdout, nothing else
  --quiet            no progress and no notes on stderr, only errors
  --verbose          tell more
  --help, --version`;
var planning2 = `
  --source KEY…      only these sources
  --full             read every post
  --recompose        compose every source anew, also those that did not change`;
var about = {
  check: {
    does: "check the marked sources of the working tree; needs no token and no network",
    usage: `Exit code: 0, or 1 with any error.`
  },
  plan: {
    does: "show what would be published, with the digest to approve",
    usage: `${planning2.slice(1)}
  --index FILE       also write the plan's index to FILE
  --strict           exit 5 where something is held

Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.`
  },
  publish: {
    does: "carry out what was approved, and nothing else",
    usage: `${planning2.slice(1)}
  --digest DIGEST    the approved plan, as sha256:… (64 hexadecimal digits)
  --index FILE       the approved plan's index, where the ledger does not hold it

Exit code: 0 done; 3 not approved, or all refused or held; 4 some failed;
5 some held or refused; 1 failed; 2 usage.`
  },
  status: {
    does: "show each source, its post, and whether they agree",
    usage: `  --full             read every post`
  },
  adopt: {
    does: "link an existing post to a source: adopt SOURCE URL",
    usage: `Changes the ledger, never the post.`
  },
  resolve: {
    does: "end a hold: resolve SOURCE source|site|recreate|forget",
    usage: `  source     take what the source says (a step to approve)
  site       keep what the site has
  recreate   post it again (a step to approve)
  forget     leave the source alone from now on`
  },
  doctor: {
    does: "try everything that can be wrong, and name the remedy; writes nothing",
    usage: `Looks at the programs, the checkout, the configuration, the ledger, the site and, with
GITHUB_TOKEN, at the environment on GitHub.

Exit code: 0, or 1 where a check failed.`
  },
  sandbox: {
    does: "run a local Stack Internal to try things on",
    usage: `  --port N           the port (default: any free one)
  --data FILE        keep the state in FILE (default: in memory)
  --tier TIER        business (default)
  --team SLUG        the team's slug
  --switch NAME=VALUE…  how the site behaves; its control page lists them
  --fault JSON…      a fault to begin with; its control page tells how`
  },
  demo: {
    does: "tell the whole story on a sandbox, by itself",
    usage: `  --keep             leave the sandbox running`
  }
};
function helpText(command) {
  if (command === null)
    return `stack-publish publishes curated docs from a repository to Stack Internal,
only after somebody approved exactly what will be posted.

Usage: stack-publish <command> [flags]

${Object.entries(about).map(([name, { does: does2 }]) => `  ${name.padEnd(9)} ${does2}`).join("\n")}

Flags of all commands:${shared2}

Environment:
  STACK_ACCESS_TOKEN   the token of Stack Internal
  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS, NO_COLOR
`;
  const { does, usage: usage2 } = about[command];
  return `stack-publish ${command}: ${does}

${usage2}

Flags of all commands:${shared2}
`;
}

// builtin-import:node:fs/promises?src/cli/read-index.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:fs/promises");
var one4 = (name) => all4[name];
var $readFile = /* @__PURE__ */ one4("readFile");

// src/cli/read-index.ts
async function readIndex(path, name) {
  try {
    const index = JSON.parse(await $readFile(path, "utf8"));
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

// builtin-import:node:tty?src/cli/terminal.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:tty");
var one5 = (name) => all5[name];
var $isatty = /* @__PURE__ */ one5("isatty");

// builtin-import:node:util?src/cli/terminal.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one6 = (name) => all6[name];
var $styleText = /* @__PURE__ */ one6("styleText");

// src/adapters/log/create-block-sanitizer.ts
function createBlockSanitizer(secrets) {
  const mask = maskSecrets(secrets);
  return (text) => mask(mask(text).split("\n").map(safeLine).join("\n"));
}

// src/cli/terminal.ts
var secretNames = ["STACK_ACCESS_TOKEN", "STACK_API_KEY", "GITHUB_TOKEN"];
var styles = {
  plain: null,
  heading: "bold",
  faint: "dim",
  added: "green",
  removed: "red",
  warning: "yellow",
  error: "red"
};
function openTerminal({ env, level }) {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
  const secrets = secretNames.flatMap((name) => env[name] ?? []);
  const sanitize = createSanitizer(secrets);
  const mask = maskSecrets(secrets);
  const color = process.stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const log = createLog({
    write: (line2) => process.stderr.write(`${line2}
`),
    level,
    sanitize,
    ...process.stderr.isTTY && !env["CI"] && {
      progress: {
        write: (text) => process.stderr.write(text),
        columns: process.stderr.columns,
        color: !env["NO_COLOR"]
      }
    }
  });
  for (const name of secretNames)
    if (env[name] && !isMaskable(env[name]))
      log.warn(`${name} is too short to be hidden in the log; no real token is.`);
  return {
    log,
    print(lines) {
      for (const { text, tone } of lines) {
        const safe = sanitize(text);
        const style = styles[tone];
        process.stdout.write(
          `${color && style ? $styleText(style, safe, { validateStream: false }) : safe}
`
        );
      }
    },
    printDocument(document) {
      const text = mask(JSON.stringify(document)).replaceAll("##[", String.raw`#\u0023[`);
      process.stdout.write(`${text}
`);
    },
    printTrace(text) {
      process.stderr.write(`${createBlockSanitizer(secrets)(text)}
`);
    },
    // Not `process.stdin`: opening it takes time, and nearly nobody is asked.
    ask: $isatty(0) && process.stdout.isTTY && !env["CI"] ? askAtTerminal : null
  };
}
async function askAtTerminal(question) {
  const { createInterface } = await import("node:readline/promises");
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await readline.question(`${question} [y/N] `)).trim());
  } finally {
    readline.close();
  }
}

// src/cli/run.ts
async function run(args) {
  const env = process.env;
  const json = args.includes("--json");
  const level = args.includes("--quiet") ? "quiet" : args.includes("--verbose") ? "verbose" : "normal";
  const terminal = openTerminal({ env, level });
  let command = null;
  try {
    const parsed = readArguments(args);
    command = parsed.command;
    if (parsed.flags["version"]) terminal.print([line(version)]);
    else if (parsed.flags["help"] || command === null) {
      terminal.print(
        helpText(command).trimEnd().split("\n").map((text) => line(text))
      );
      if (command === null && !parsed.flags["help"]) return 2;
    } else return await commands[command]({ ...parsed, terminal, env });
    return 0;
  } catch (error) {
    const fault = error instanceof Fault ? error : bug(error);
    if (json) terminal.printDocument(errorDocument(command, fault));
    report(terminal, fault, json);
    if (!(error instanceof Fault) || level === "verbose")
      terminal.printTrace(error instanceof Error ? error.stack ?? error.message : String(error));
    return exitCodeOf(fault.kind);
  }
}
var commands = {
  async check(invocation) {
    const { flags: flags2, terminal } = invocation;
    const [{ openCheckout }, { check }] = await Promise.all([
      import("./wiring.wire.js"),
      import("./commands.check.js")
    ]);
    const { repository, config } = await openCheckout(surroundings(invocation));
    const { document, findings } = await check(repository, config);
    if (flags2["json"]) terminal.printDocument(document);
    else {
      const { sources, ready, errors, warnings } = document.counts;
      terminal.print([
        ...findingLines(findings),
        line(
          sources === 0 ? "Nothing is marked for publication." : `${ready} of ${sources} sources ready, ${errors} errors, ${warnings} warnings`,
          "heading"
        )
      ]);
    }
    return document.counts.errors > 0 ? 1 : 0;
  },
  async plan(invocation) {
    var _stack = [];
    try {
      const { flags: flags2, terminal } = invocation;
      const context = __using(_stack, await connected(invocation), true);
      const [{ plan }, { planLines }] = await Promise.all([
        import("./commands.plan.js"),
        import("./report.plan-report.js")
      ]);
      const planned = await plan(context, {
        ...planOptions(flags2),
        verbose: flags2["verbose"] === true
      });
      const { document } = planned;
      if (typeof flags2["index"] === "string")
        await $writeFile(pathFrom(flags2, flags2["index"]), `${canonicalJson(planned.index)}
`);
      if (flags2["json"]) terminal.printDocument(document);
      else {
        terminal.print(planLines(await planned.report()));
        if (document.digest && context.config.approval.accept.includes("asserted"))
          terminal.print([
            line(`Approve it with: stack-publish publish --digest ${document.digest}`)
          ]);
      }
      return flags2["strict"] && document.counts.held > 0 ? 5 : 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  },
  async publish(invocation) {
    var _stack = [];
    try {
      const { flags: flags2, terminal, env } = invocation;
      const index = typeof flags2["index"] === "string" ? await readIndex(pathFrom(flags2, flags2["index"]), flags2["index"]) : null;
      const context = __using(_stack, await connected(invocation), true);
      const [{ publish }, { asserted }, { planLines }, { publishLines }] = await Promise.all([
        import("./commands.publish.js"),
        import("./approval.asserted.js"),
        import("./report.plan-report.js"),
        import("./report.publish-report.js")
      ]);
      const { ask } = terminal;
      const { document, exitCode } = await publish(context, {
        ...planOptions(flags2),
        digest: typeof flags2["digest"] === "string" ? flags2["digest"] : null,
        index,
        // Dated by the site's clock, once the plan was made again.
        evidence: async (digest) => {
          const operator = env["USER"] ?? env["USERNAME"] ?? null;
          return asserted(digest, operator, context.site.now());
        },
        authorsOf: null,
        ask: ask && !flags2["json"] ? (report2) => {
          terminal.print(planLines(report2));
          return ask("Publish just this?");
        } : null
      });
      if (flags2["json"]) terminal.printDocument(document);
      else terminal.print(publishLines(document));
      return exitCode;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  },
  async status(invocation) {
    var _stack = [];
    try {
      const { flags: flags2, terminal } = invocation;
      const context = __using(_stack, await connected(invocation), true);
      const [{ status }, { statusLines }] = await Promise.all([
        import("./commands.status.js"),
        import("./report.status-report.js")
      ]);
      const document = await status(context, { full: flags2["full"] === true });
      if (flags2["json"]) terminal.printDocument(document);
      else terminal.print(statusLines(document));
      return 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  },
  async adopt(invocation) {
    var _stack = [];
    try {
      const { flags: flags2, terminal, operands: operands2 } = invocation;
      const [source = "", url = ""] = operands2;
      const context = __using(_stack, await connected(invocation), true);
      const { adopt } = await import("./commands.adopt.js");
      const document = await adopt(context, { source, url });
      if (flags2["json"]) terminal.printDocument(document);
      else
        terminal.print([
          line(`${source} is linked to ${document.post?.url ?? url}.`),
          line("Plan to see whether their texts agree.")
        ]);
      return 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  },
  async resolve(invocation) {
    var _stack = [];
    try {
      const { flags: flags2, terminal, operands: operands2 } = invocation;
      const { resolve, resolutions } = await import("./commands.resolve.js");
      const [source = "", wanted = ""] = operands2;
      const resolution = resolutions.find((known) => known === wanted);
      if (!resolution)
        throw new Fault(
          "usage",
          "usage",
          `Cannot resolve by ${JSON.stringify(wanted)}, expected one of ${resolutions.join(", ")}.`,
          { remedy: "Run `stack-publish resolve --help`." }
        );
      const context = __using(_stack, await connected(invocation), true);
      const document = await resolve(context, { source, resolution });
      if (flags2["json"]) terminal.printDocument(document);
      else
        terminal.print([
          line(`${source} is resolved by ${resolution}.`),
          line(
            resolution === "source" || resolution === "recreate" ? "The next plan has a step for it, to be approved." : "Nothing is left to approve for it."
          )
        ]);
      return 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  },
  async doctor(invocation) {
    var _stack = [];
    try {
      const { flags: flags2, terminal } = invocation;
      const [{ openPatient }, { doctor }, { doctorLines }] = await Promise.all([
        import("./cli.open-patient.js"),
        import("./commands.doctor.js"),
        import("./report.doctor-report.js")
      ]);
      const patient = __using(_stack, openPatient(surroundings(invocation)), true);
      const document = await doctor(patient);
      if (flags2["json"]) terminal.printDocument(document);
      else terminal.print(doctorLines(document));
      return document.checks.some(({ state }) => state === "failed") ? 1 : 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  },
  async sandbox({ flags: flags2, terminal }) {
    const { serveSandbox } = await import("./cli.serve-sandbox.js");
    return serveSandbox(flags2, terminal);
  },
  async demo({ flags: flags2, terminal, env }) {
    const { runDemo } = await import("./cli.demo.js");
    return runDemo({ keep: flags2["keep"] === true, env, terminal });
  }
};
async function connected(invocation) {
  const { connect } = await import("./wiring.wire.js");
  return connect(surroundings(invocation), { ask: true });
}
function surroundings({ flags: flags2, terminal, env }) {
  return {
    cwd: pathFrom(flags2, "."),
    configFile: typeof flags2["config"] === "string" ? $resolve(flags2["config"]) : null,
    env,
    log: terminal.log,
    clock: systemClock
  };
}
function planOptions(flags2) {
  const source = flags2["source"];
  return {
    sources: Array.isArray(source) ? source : [],
    full: flags2["full"] === true,
    recompose: flags2["recompose"] === true
  };
}
function pathFrom(flags2, path) {
  return $resolve(typeof flags2["cwd"] === "string" ? flags2["cwd"] : ".", path);
}
function bug(error) {
  const seen = error instanceof Error ? error.message : String(error);
  return new Fault("internal", "internal", `This is a bug in stack-publish: ${seen}`, {
    remedy: "Report it with the trace below.",
    cause: error
  });
}
function report(terminal, { code, message, remedy, place }, json) {
  if (json) return;
  const at = place && !message.includes(placeText(place)) ? `${placeText(place)}: ` : "";
  const [first = "", ...more] = `${at}${message}`.split("\n");
  terminal.log.error(`${first} [${code}]`);
  for (const each of more) terminal.log.error(`  ${each}`);
  terminal.log.error(remedy);
}
export {
  run
};
