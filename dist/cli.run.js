import {
  adopt,
  check,
  connectionsOf,
  createDisclosure,
  createLog,
  defineCommand,
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
import {
  lifeOf,
  timeOf
} from "./commands.login.token-life.js";
import "./commands.planning-options.js";
import {
  placeText
} from "./report.finding-lines.js";
import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import {
  readEnvironment,
  secretVariables
} from "./wiring.environment.js";
import {
  createBlockSanitizer,
  createSanitizer
} from "./adapters.log.create-sanitizer.shared.js";
import "./adapters.text-files.js";
import "./wiring.evidence.js";
import "./approval.asserted.js";
import "./wiring.ci.github.js";
import "./model.resolution.js";
import "./model.shown-text.js";
import "./model.provenance.js";
import {
  nearestName
} from "./model.nearest-name.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./adapters.errno-of.js";
import {
  audienceOf
} from "./commands.audience-of.js";
import "./wiring.ci.github-addresses.js";
import {
  isMaskable,
  maskSecrets
} from "./adapters.log.mask-secrets.js";
import {
  version
} from "./model.version.js";
import "./model.memoize.js";
import {
  Fault,
  bugFault,
  exitCodeOf
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// builtin-import:node:path?src/cli/run.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $resolve = /* @__PURE__ */ one("resolve");

// builtin-import:node:util?src/cli/arguments.ts
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one2 = (name) => all2[name];
var $parseArgs = /* @__PURE__ */ one2("parseArgs");

// src/commands/demo.ts
var demo = defineCommand({
  name: "demo",
  summary: "tell the whole story on a sandbox, by itself",
  operands: [],
  options: {
    keep: { type: "boolean", about: "leave the sandbox running" },
    destination: {
      type: "string",
      value: "NAME",
      about: "where it plays (default: business-v3)"
    }
  },
  notes: "NAME is one of business-v3, business-v2.3, enterprise-v3, enterprise-team-v3, enterprise-v2.3.",
  needs: "git",
  async run(session, { options }) {
    const wentAsTold = await session.playDemo(options);
    return { document: null, lines: () => [], exitCode: wentAsTold ? 0 : 1 };
  }
});

// src/commands/init.ts
var init = defineCommand({
  name: "init",
  summary: "set up a repository: configuration, workflows, labels; and what is left to click",
  operands: [],
  options: {
    tier: { type: "string", value: "TIER", about: "business or enterprise" },
    team: { type: "string", value: "SLUG", about: "the team: the last part of …/c/SLUG" },
    url: {
      type: "string",
      value: "URL",
      about: "the Enterprise's site, as https://stack.acme.example"
    },
    api: { type: "string", value: "VERSION", about: "v3 (default) or v2.3" },
    tags: {
      type: "string",
      value: "LIST",
      about: "tags of a page that names none, as tls,security"
    },
    approval: {
      type: "string",
      value: "WAY",
      about: "reviewers, comments or dispatch (default: reviewers where there may be some)"
    },
    reviewers: {
      type: "string",
      value: "LIST",
      about: "who approves: logins, and teams as ORGANISATION/TEAM"
    },
    "ledger-file": {
      type: "string",
      value: "PATH",
      about: "keep the ledger in a file: for a trial at a terminal, without workflows"
    },
    org: {
      type: "string",
      value: "NAME",
      about: "the repositories of an organisation on GitHub, by its API; see docs/fleet.md"
    },
    topic: { type: "string", value: "TOPIC", about: "with --org: those with this topic" },
    match: {
      type: "string",
      value: "PATTERN",
      about: "with --org: those with such a name; a star stands for any characters"
    },
    repositories: {
      type: "string",
      value: "FILE",
      about: "with --org: those that a file names, one a line"
    },
    all: { type: "boolean", about: "with --org: every one; asks, or wants --yes" },
    yes: { type: "boolean", about: "with --org: ask nothing before the first write" },
    "dry-run": {
      type: "boolean",
      about: "write nothing, send nothing but reads, and say what would be"
    }
  },
  notes: `Asks at a terminal for what no flag says. Writes .github/stack-publish.yml and the workflows
that fit; with GITHUB_TOKEN of an admin (\`GITHUB_TOKEN="$(gh auth token)"\`) also creates the labels
and the two environments, limited to the default branch. Then prints what is left to do, in order,
and what doctor says. Whatever is there already stays as it is; run it again at any time.
With --org, needs no checkout: files come by a pull request in each repository that lacks some.

Exit code: 0, or 1 where something failed, or 2 where a flag does not fit.`,
  stopped: "Stopped: what was set up stays. Run it again, and it goes on.",
  needs: "the repository",
  async run(session, { options, verbose }) {
    var _stack = [];
    try {
      const { askLine, ask } = session;
      const person = askLine && {
        ask: askLine,
        tell: (text) => session.instruct([text]),
        askYesNo: (question) => ask ? ask(question) : Promise.resolve(false)
      };
      if (options.org !== null) {
        const { runForOrg } = await import("./commands.init.org.run-for-org.js");
        return runForOrg(session, options.org, options, person, verbose);
      }
      requireNoOrgFlag(options);
      const [context, { setUp }, { initLines }, { checkSetUp }] = await Promise.all([
        session.openInit(),
        import("./commands.init.set-up.js"),
        import("./report.init-report.js"),
        import("./commands.init.check-set-up.js")
      ]);
      const open = __using(_stack, context, true);
      const { approval, steps, left } = await setUp(open, options, person);
      const dryRun = options["dry-run"];
      const examined = dryRun && open.config === null ? null : await checkSetUp(session);
      const sent = open.github?.setup?.requests ?? { total: 0, writes: 0 };
      const document = {
        schema: 1,
        command: "init",
        dryRun,
        repository: open.github?.name ?? null,
        approval,
        steps,
        left,
        checks: examined?.checks ?? null,
        next: left[0]?.do ?? examined?.next ?? "Run it without `--dry-run`.",
        requests: {
          site: examined?.requests.site ?? { total: 0, writes: 0 },
          forge: {
            total: sent.total + (examined?.requests.forge.total ?? 0),
            writes: sent.writes
          }
        }
      };
      return {
        document,
        lines: (view) => initLines(view.document(document), verbose),
        exitCode: steps.some(({ state }) => state === "failed") ? 1 : 0
      };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
});
function requireNoOrgFlag(options) {
  const given = ["topic", "match", "repositories", "all", "yes"].find((flag) => options[flag]);
  if (given === void 0) return;
  throw new Fault("usage", "usage", `Cannot set up: --${given} is for --org NAME.`, {
    remedy: "Add `--org NAME`, or leave it out."
  });
}

// src/commands/login.ts
var login = defineCommand({
  name: "login",
  summary: "get an access token of an Enterprise, by way of the browser",
  operands: [],
  options: {
    "client-id": { type: "string", value: "ID", about: "the API application's client id" },
    scope: {
      type: "string",
      value: "LIST",
      about: "what to ask for (default: write_access; with destination.team also access_team)"
    },
    "token-file": {
      type: "string",
      value: "FILE",
      about: "put the token into FILE, mode 0600; needed without a terminal"
    }
  },
  notes: `Prints an address to open in a browser, and takes one line on stdin: the address that the
browser ended on, or only the code in it. The token is shown once, or written to FILE.
LIST is joined by commas: write_access, access_team, no_expiry; empty: a token that reads.

Exit code: 0, or 1 where no token came of it, or 2 where it cannot be tried.`,
  needs: "a client id of the Enterprise site",
  async run(session, { options }) {
    var _stack = [];
    try {
      const clientId = options["client-id"]?.trim() ?? "";
      const file = options["token-file"];
      const { showSecret } = session;
      if (clientId === "")
        throw usage(
          "no client id was given",
          "Name the API application that an administrator of the site registered, with `--client-id ID`."
        );
      if (file === null && showSecret === null)
        throw usage(
          "there is no terminal that could show the token",
          "Name the file to put it into with `--token-file FILE`."
        );
      const { config, repository } = await session.openCheckout();
      session.disclosure.setAudience(await audienceOf({ config, repository, forge: null }));
      const { tier, url, team } = config.destination;
      if (tier !== "enterprise")
        throw usage(
          `destination.tier is ${tier}, and only an Enterprise has OAuth`,
          "Create a personal access token in the settings of your account on the site."
        );
      const scope = scopeOf(options.scope ?? (team ? "write_access,access_team" : "write_access"));
      const kept = file === null ? null : await session.openSecretFile(file);
      const signIn = __using(_stack, await session.openSignIn({ site: url, clientId, scope }), true);
      session.instruct([
        `Open this address in a browser and allow it${team ? `, for the team ${team}` : ""}:`,
        signIn.address,
        "Then paste the address that the browser ended on, or only the code in it:"
      ]);
      const { token, life } = await signIn.redeem(await session.readLine());
      if (kept) await kept.write(`${token}
`);
      else showSecret?.(token);
      const expires = life && timeOf(life.until);
      const document = file === null ? null : { schema: 1, command: "login", file, scope, expires };
      return { document, lines: () => linesOf(file, life), exitCode: 0 };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
});
function linesOf(file, life) {
  const place = file === null ? "It is shown this once" : `The token is in ${file}`;
  if (!life) return [line(`${place}, and does not end. Store it in STACK_ACCESS_TOKEN.`)];
  const end = timeOf(life.until);
  return [
    line(
      `${place}, and works for ${lifeOf(life.milliseconds)}, until ${end}. Store it in STACK_ACCESS_TOKEN.`
    ),
    line(`With STACK_TOKEN_EXPIRES=${end} beside it, doctor tells when it ends soon.`)
  ];
}
function scopeOf(list) {
  return [...new Set(list.split(/[\s,]+/).filter((part) => part !== ""))];
}
function usage(seen, remedy) {
  return new Fault("usage", "usage", `Cannot log in: ${seen}.`, { remedy });
}

// src/commands/sandbox.ts
var sandbox = defineCommand({
  name: "sandbox",
  summary: "run a local Stack Internal to try things on",
  operands: [],
  options: {
    port: { type: "string", value: "N", about: "the port (default: any free one)" },
    data: { type: "string", value: "FILE", about: "keep the state in FILE (default: in memory)" },
    tier: { type: "string", value: "TIER", about: "business (default) or enterprise" },
    team: { type: "string", value: "SLUG", about: "the team's slug (enterprise: the main site)" },
    switch: {
      type: "string",
      multiple: true,
      value: "NAME=VALUE",
      about: "how the site behaves; its control page lists them"
    },
    fault: {
      type: "string",
      multiple: true,
      value: "JSON",
      about: "a fault to begin with; its control page tells how"
    }
  },
  notes: "",
  needs: "nothing",
  async run(session, { options }) {
    var _stack = [];
    try {
      const { team, data } = options;
      const tier = options.tier ?? "business";
      if (tier !== "business" && tier !== "enterprise")
        throw usage2(`Cannot start the sandbox: tier ${tier}, expected business or enterprise.`);
      const switches = Object.fromEntries(options.switch.map(readSwitch));
      const faults = options.fault.map(readFault);
      const port = portOf(options.port);
      const running = __using(_stack, await session.startSandbox({ port, tier, team, data, switches }), true);
      if (faults.length > 0) await running.addFaults(faults);
      session.announce(running.document, linesOf2(running));
      await session.untilStopped();
      return { document: null, lines: () => [], exitCode: 0 };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
});
function linesOf2({ document, pages }) {
  const { stack, github } = document;
  const place = stack.team === null ? "" : `team: ${stack.team}, `;
  const { key, ...tokens } = stack.tokens;
  return [
    line("A Stack Internal of your own is running; nothing in it is real.", "heading"),
    line(`  pages     ${pages}`),
    line(`  control   ${stack.url}/_control`),
    ...github ? [line(`  GitHub    ${github.url}/${github.repository}`)] : [],
    line(""),
    line("In .github/stack-publish.yml:", "faint"),
    line(`  destination: { tier: ${stack.tier}, ${place}url: "${stack.url}" }`),
    line("Tokens for STACK_ACCESS_TOKEN:", "faint"),
    ...Object.entries(tokens).map(([name, token]) => line(`  ${name.padEnd(9)} '${token}'`)),
    ...key === void 0 ? [] : [
      line("The API key for STACK_API_KEY, of API v2.3:", "faint"),
      line(`  key       '${key}'`)
    ],
    ...stack.applications ? [
      line("Client ids for `stack-publish login`:", "faint"),
      ...Object.entries(stack.applications).map(
        ([name, id]) => line(`  ${name.padEnd(9)} ${id}`)
      )
    ] : [],
    line(""),
    line("Stop it with Ctrl+C.")
  ];
}
function portOf(value) {
  if (value === null) return 0;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw usage2(`Cannot use the port ${value}: expected a number from 0 to 65535.`);
}
function readSwitch(text) {
  const at = text.indexOf("=");
  if (at < 1) throw usage2(`Cannot read the switch ${JSON.stringify(text)}: expected NAME=VALUE.`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}
function readFault(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw usage2(`Cannot read the fault ${JSON.stringify(text)}: expected JSON.`, error);
  }
}
function usage2(message, cause) {
  return new Fault("usage", "usage", message, {
    remedy: "Run `stack-publish sandbox --help`.",
    cause
  });
}

// src/commands/registry.ts
var commands = [
  init,
  check,
  plan,
  publish,
  status,
  adopt,
  resolve,
  doctor,
  login,
  sandbox,
  demo
];

// src/cli/shared-options.ts
var sharedOptions = {
  config: {
    type: "string",
    value: "FILE",
    about: "the configuration (default: .github/stack-publish.yml)"
  },
  cwd: { type: "string", value: "DIR", about: "the checkout to work in (default: here)" },
  json: { type: "boolean", about: "one JSON document on stdout, nothing else" },
  quiet: { type: "boolean", about: "no progress and no notes on stderr, only errors" },
  verbose: { type: "boolean", about: "tell more" }
};
var plainOptions = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" }
};

// src/cli/arguments.ts
function readArguments(args) {
  const at = commandPlace(args);
  const name = args[at] ?? null;
  if (name === "help") return readArguments([...args.toSpliced(at, 1), "--help"]);
  const command = commands.find((known) => known.name === name) ?? null;
  if (name !== null && command === null) {
    const near = nearestName(
      name,
      commands.map((known) => known.name)
    );
    const meant = near ? `, did you mean ${near}?` : ".";
    throw usage3(`Cannot run ${JSON.stringify(name)}: it is not a command${meant}`);
  }
  const own = command?.options ?? {};
  const rest = name === null ? [...args] : args.toSpliced(at, 1);
  try {
    const { values, positionals } = $parseArgs({
      args: repeated(rest, "source"),
      options: { ...sharedOptions, ...plainOptions, ...own },
      strict: true,
      allowPositionals: true
    });
    const { operands = [], alone } = command ?? {};
    const isAlone = alone !== void 0 && Object(values)[alone] === true;
    const expected = isAlone ? [] : operands;
    const other = alone === void 0 || expected.length === 0 ? "" : `, or --${alone}`;
    const help = values["help"] === true;
    if (positionals.length !== expected.length && !help)
      throw usage3(
        `Cannot run ${command?.name ?? "this"}: ${counted(positionals.length, "word")} beside the flags, expected ${expected.join(" ") || "none"}${other}.`
      );
    return {
      command,
      operands: positionals,
      options: optionValues(own, values),
      shared: optionValues(sharedOptions, values),
      help,
      version: values["version"] === true
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence = ""] = error.message.split(/\. |\.$/);
    const [, flag] = /^Unknown option '--([^']*)'/.exec(error.message) ?? [];
    const meant = flag === void 0 ? "." : meantFlag(flag, own);
    throw usage3(`Cannot run${command ? ` ${command.name}` : ""}: ${sentence}${meant}`);
  }
}
function meantFlag(flag, own) {
  const known = [own, sharedOptions, plainOptions].flatMap((options) => Object.keys(options));
  const near = nearestName(flag, known);
  if (near !== null) return `, did you mean --${near}?`;
  const others = commands.filter(({ options }) => Object.hasOwn(options, flag));
  return others.length === 0 ? "." : `; it is a flag of ${others.map(({ name }) => name).join(" and ")}.`;
}
function usage3(message) {
  return new Fault("usage", "usage", message, {
    remedy: "Run `stack-publish --help` for the commands and their flags."
  });
}
function commandPlace(args) {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (!arg.startsWith("-")) return at;
    const option = Object.entries(sharedOptions).find(([name]) => arg === `--${name}`);
    if (option?.[1].type === "string") at++;
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
var plain = Object.keys(plainOptions).map((name) => `--${name}`);
var shared = [...optionLines(sharedOptions), `  ${plain.join(", ")}`].join("\n");
var variables = [
  ["STACK_ACCESS_TOKEN", "the token of Stack Internal; check, login, sandbox and demo need none"],
  ["STACK_TOKEN_EXPIRES", "when it ends, as login says: doctor tells a week before"],
  ["STACK_API_KEY", "the key of an application on an Enterprise site: for API v2.3 alone"],
  ["GITHUB_TOKEN", "the token for GitHub: pull requests, and a ledger in a branch there"],
  ["GITHUB_REPOSITORY", "OWNER/NAME, where the remote `origin` does not tell it"],
  ["GITHUB_SERVER_URL", "a GitHub of your own, as https://github.acme.example"],
  ["GITHUB_API_URL", "its API, and GITHUB_GRAPHQL_URL; else told from the server"],
  ["GITHUB_ACTIONS", "in a workflow: then GITHUB_REF tells what the run is for"],
  ["GITLAB_TOKEN", "a project's token for GitLab: merge requests, and a ledger in a branch there"],
  ["GITLAB_COMMENT_TOKEN", "another that comments on merge requests, with the scope `api`"],
  ["GITEA_ACTIONS", "or FORGEJO_ACTIONS, in a workflow of these"],
  [
    "GITLAB_CI",
    "in a job of GitLab: CI_JOB_TOKEN asks at CI_API_V4_URL who approved; CI_JOB_MANUAL"
  ],
  [
    "CI_MERGE_REQUEST_IID",
    "the merge request of its pipeline; CI_MERGE_REQUEST_PROJECT_ID, CI_JOB_ID"
  ],
  ["BUILDKITE", "in a job of Buildkite: BUILDKITE_API_TOKEN asks who unblocked its block step"],
  [
    "BUILDKITE_OIDC_TOKEN",
    "the job's own token, and BUILDKITE_CLIENT_ID: exchanged for one that asks"
  ],
  [
    "BUILDKITE_JOB_ID",
    "that job; BUILDKITE_BUILD_NUMBER and BUILDKITE_PIPELINE_SLUG name its build,"
  ],
  [
    "BUILDKITE_API_URL",
    "BUILDKITE_ORGANIZATION_SLUG whose; this: an API on this machine, for a test"
  ],
  ["TF_BUILD", "in a job of Azure Pipelines: SYSTEM_ACCESSTOKEN asks who approved its stage"],
  [
    "SYSTEM_JOBID",
    "that job; BUILD_BUILDID, SYSTEM_TEAMPROJECTID and SYSTEM_COLLECTIONURI its run"
  ],
  ["CI_PROJECT_PATH", "or CI_PROJECT_ID, and CI_DEFAULT_BRANCH: where `origin` does not tell them"],
  ["HTTPS_PROXY", "a proxy, and NO_PROXY: the hosts that are reached without it"],
  ["NODE_EXTRA_CA_CERTS", "a file with your company's certificate authority"],
  ["USER", "or USERNAME: who approved by hand, as a note"],
  ["CI", "never ask, and draw no progress"],
  ["NO_COLOR", "no colours; TERM=dumb does the same"]
];
function helpText(command) {
  if (command === null)
    return `stack-publish publishes curated docs from a repository to Stack Internal,
only after somebody approved exactly what will be posted.

Usage: stack-publish <command> [flags]

${commands.map((each) => `  ${each.name.padEnd(9)} ${summaryOf(each)}`).join("\n")}

Flags of all commands:
${shared}

\`stack-publish help <command>\` tells more of one.

Environment:
${variables.map(([name, about]) => `  ${name.padEnd(20)} ${about}`).join("\n")}
`;
  const parts = [
    `stack-publish ${command.name}: ${summaryOf(command)}`,
    optionLines(command.options).join("\n"),
    command.notes,
    `Flags of all commands:
${shared}`
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}
function summaryOf({ name, summary, operands }) {
  return operands.length === 0 ? summary : `${summary}: ${[name, ...operands].join(" ")}`;
}
function optionLines(options) {
  const flags = Object.entries(options).map(([name, { value, multiple, about }]) => {
    const taken = value === void 0 ? "" : ` ${value}${multiple ? "…" : ""}`;
    return { flag: `--${name}${taken}`, about };
  });
  const width = Math.max(17, ...flags.map(({ flag }) => flag.length));
  return flags.map(({ flag, about }) => `  ${flag.padEnd(width)}  ${about}`);
}

// src/cli/interrupt.ts
function takeInterrupt(log, stopped = nothingWritten) {
  const stop = new AbortController();
  let writing;
  const listener = () => {
    if (writing && !stop.signal.aborted) {
      stop.abort();
      log.warn("Stopping: what is under way is ended and recorded. Ctrl+C again stops at once.");
      return;
    }
    log.progress(null);
    log.warn(writing ? stoppedText(writing) : stopped);
    process.exit(130);
  };
  process.on("SIGINT", listener);
  return {
    signal: stop.signal,
    log: {
      ...log,
      progress(state) {
        writing = state?.writing ?? writing;
        log.progress(state);
      }
    },
    release: () => process.off("SIGINT", listener)
  };
}
var nothingWritten = "Stopped: nothing was written to the site. A digest that was approved still holds.";
function stoppedText({ recorded, open, steps }) {
  return `Stopped: ${recorded} of ${steps} steps are settled and recorded, ${open} more may be written or not. Publish the same digest again in five minutes: these are looked for on the site first, nothing is written twice, and what is left goes on.`;
}

// builtin-import:node:fs?src/cli/local-session.ts
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var one3 = (name) => all3[name];
var $existsSync = /* @__PURE__ */ one3("existsSync");

// builtin-import:node:url?src/cli/local-session.ts
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:url");
var one4 = (name) => all4[name];
var $fileURLToPath = /* @__PURE__ */ one4("fileURLToPath");

// src/cli/local-session.ts
function localSession(options) {
  const { connections, terminal, disclosure, view, variables: variables2, json } = options;
  return {
    ...connections,
    disclosure,
    async approvalPlace({ accept, environment }) {
      const { anyPlace } = await import("./report.how-to-approve.js");
      return anyPlace(accept, environment);
    },
    print: (make) => terminal.print(view.lines(make(view))),
    ask: json ? null : terminal.ask,
    async startSandbox({ switches, port, tier, team, data }) {
      const { startSandbox } = await import("./sandbox.start-sandbox.js");
      const sandbox2 = await startSandbox({
        switches,
        port,
        tier,
        team,
        ...data !== null && { data }
      });
      const { stack, github } = sandbox2;
      return {
        document: { stack, github },
        pages: stack.pages,
        async addFaults(faults) {
          await sandbox2.control("faults", faults);
        },
        [Symbol.asyncDispose]: () => sandbox2.close()
      };
    },
    announce(document, lines) {
      if (json) terminal.printDocument(view.document(document));
      else terminal.print(view.lines(lines));
    },
    instruct: (lines) => terminal.instruct(lines),
    askLine: json ? null : terminal.askLine,
    async readLine() {
      options.releaseInterrupt();
      const { readLine } = await import("./cli.read-line.js");
      return readLine(process.stdin);
    },
    showSecret: json ? null : terminal.showSecret,
    async untilStopped() {
      options.releaseInterrupt();
      const stopped = Promise.withResolvers();
      for (const signal of ["SIGINT", "SIGTERM"])
        process.once(signal, () => stopped.resolve());
      await stopped.promise;
    },
    async playDemo({ keep, destination }) {
      options.releaseInterrupt();
      const { playDemo } = await import("./sandbox.demo.play-demo.js");
      return playDemo({
        keep,
        destination: destination ?? "business-v3",
        variables: variables2,
        command: process.argv[1] ?? "",
        example: exampleFolder(),
        print: (text, tone) => terminal.print(view.lines([line(text, tone)])),
        error: (text) => terminal.log.error(text)
      });
    }
  };
}
function exampleFolder() {
  const places = ["../examples/handbook", "../../examples/handbook"];
  const paths = places.map((place) => $fileURLToPath(new URL(place, import.meta.url)));
  return paths.find((path) => $existsSync(path)) ?? null;
}

// builtin-import:node:tty?src/cli/terminal.ts
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:tty");
var one5 = (name) => all5[name];
var $isatty = /* @__PURE__ */ one5("isatty");

// builtin-import:node:util?src/cli/terminal.ts
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:util");
var one6 = (name) => all6[name];
var $styleText = /* @__PURE__ */ one6("styleText");

// src/cli/rows-of.ts
function rowsOf(text, { tone, quoted }, columns) {
  const isTheirs = quoted || tone === "added" || tone === "removed";
  if (!isTheirs || columns < 20) return [text];
  const start = `${quoted ? text.charAt(0) : ""}…`;
  const rows = [];
  let row = "";
  let width = 0;
  for (const char of text) {
    const wide = char === "	" ? 8 : char > "˿" ? 2 : 1;
    if (width + wide > columns) {
      rows.push(row);
      row = start;
      width = 3;
    }
    row += char;
    width += wide;
  }
  return [...rows, row];
}

// src/cli/terminal.ts
var secretNames = Object.values(secretVariables);
var styles = {
  plain: null,
  heading: "bold",
  faint: "dim",
  added: "green",
  removed: "red",
  warning: "yellow",
  error: "red"
};
function openTerminal({ variables: variables2, level, view }) {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") throw error;
    });
  const secrets = secretNames.flatMap((name) => variables2[name] ?? []);
  const sanitize = createSanitizer(secrets);
  const mask = maskSecrets(secrets);
  const color = process.stdout.isTTY && !variables2["NO_COLOR"] && variables2["TERM"] !== "dumb";
  const log = createLog({
    write: (line2) => process.stderr.write(`${line2}
`),
    level,
    sanitize: (text) => sanitize(view.text(text)),
    ...process.stderr.isTTY && !variables2["CI"] && {
      progress: {
        write: (text) => process.stderr.write(text),
        columns: process.stderr.columns,
        color: !variables2["NO_COLOR"]
      }
    }
  });
  for (const name of secretNames)
    if (variables2[name]?.trim() && !isMaskable(variables2[name]))
      log.warn(`${name} is too short to be hidden in the log; no real token is.`);
  const cleared = (show) => {
    return (...words) => {
      log.progress(null);
      return show(...words);
    };
  };
  const askLine = $isatty(0) && process.stdout.isTTY && !variables2["CI"] ? cleared((question) => askAtTerminal(sanitize(view.text(question)))) : null;
  return {
    log,
    print: cleared((lines) => {
      const columns = process.stdout.isTTY ? process.stdout.columns : Infinity;
      for (const line2 of lines) {
        const style = color && styles[line2.tone];
        for (const row of rowsOf(sanitize(line2.text), line2, columns)) {
          const shown = style ? $styleText(style, row, { validateStream: false }) : row;
          process.stdout.write(`${shown}
`);
        }
      }
    }),
    printDocument: cleared((document) => {
      const text = mask(JSON.stringify(document)).replaceAll("##[", String.raw`#\u0023[`);
      process.stdout.write(`${text}
`);
    }),
    printTrace: cleared((text) => {
      process.stderr.write(`${createBlockSanitizer(secrets)(view.text(text))}
`);
    }),
    instruct: cleared((lines) => {
      for (const line2 of lines) process.stderr.write(`${sanitize(view.text(line2))}
`);
    }),
    showSecret: process.stdout.isTTY && !variables2["CI"] ? (secret) => process.stdout.write(`${secret}
`) : null,
    ask: askLine && (async (question) => /^y(es)?$/i.test((await askLine(`${question} [y/N]`))?.trim() ?? "")),
    askLine
  };
}
async function askAtTerminal(question) {
  const { createInterface } = await import("node:readline/promises");
  const readline = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise((resolve2) => readline.once("close", () => resolve2(null)));
  readline.once("SIGINT", () => readline.close());
  const answer = await Promise.race([readline.question(`${question} `), closed]);
  readline.close();
  if (answer === null) process.stderr.write("\n");
  return answer;
}

// src/cli/run.ts
async function run(args) {
  const variables2 = process.env;
  const json = args.includes("--json");
  const level = args.includes("--quiet") ? "quiet" : args.includes("--verbose") ? "verbose" : "normal";
  const disclosure = createDisclosure();
  const { view } = disclosure;
  const terminal = openTerminal({ variables: variables2, level, view });
  let named = null;
  try {
    const parsed = readArguments(args);
    const { command, shared: shared2, help } = parsed;
    named = command?.name ?? null;
    if (parsed.version) terminal.print(view.lines([line(version)]));
    else if (help || command === null) {
      const text = helpText(command).trimEnd().split("\n");
      terminal.print(view.lines(text.map((each) => line(each))));
      if (command === null && !help) return 2;
    } else {
      const interrupt = takeInterrupt(terminal.log, command.stopped);
      const environment = readEnvironment(edgeOf(shared2, interrupt), variables2, null);
      const connections = connectionsOf(environment);
      const session = localSession({
        connections,
        terminal,
        disclosure,
        view,
        variables: variables2,
        json,
        releaseInterrupt: () => interrupt.release()
      });
      const { options, operands } = parsed;
      const result = await command.run(session, { operands, options, verbose: shared2.verbose });
      if (!json) terminal.print(view.lines(await result.lines(view)));
      const document = await toldDocument(result, { ...session, log: terminal.log, view });
      if (json && document) terminal.printDocument(view.document(document));
      return result.exitCode;
    }
    return 0;
  } catch (error) {
    const fault = error instanceof Fault ? error : bugFault(error);
    const told = view.fault(fault);
    if (json) terminal.printDocument(view.document(errorDocument(named, told)));
    else report(terminal, told);
    if (error instanceof Fault && level === "verbose")
      terminal.printTrace(error.stack ?? error.message);
    return exitCodeOf(fault.kind);
  }
}
function edgeOf({ cwd, config }, { log, signal }) {
  return {
    cwd: $resolve(cwd ?? "."),
    configFile: config === null ? null : $resolve(config),
    log,
    stop: signal,
    clock: systemClock
  };
}
function report(terminal, { code, message, remedy, place }) {
  const { log } = terminal;
  const at = place && !message.includes(placeText(place)) ? `${placeText(place)}: ` : "";
  const [first = "", ...more] = `${at}${message}`.split("\n");
  log.error(`${first} [${code}]`);
  terminal.printTrace([...more, remedy].map((each) => `  ${each}`).join("\n"));
}
export {
  run
};
