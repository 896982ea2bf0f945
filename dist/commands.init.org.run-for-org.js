import {
  choreLines,
  stepLine
} from "./report.init-report.shared.js";
import "./report.doctor-report.shared.js";
import {
  acceptedOf,
  chore,
  completeWish,
  configText,
  configValue,
  flagFault,
  isUnpinned,
  keptConfig,
  missingSecrets,
  namedReviewers,
  newFile,
  pinChore,
  putConfig,
  refusalOf,
  reviewerNames,
  setUpForge,
  setUpWorkflows,
  wayNamed,
  workflowPaths,
  workflowText
} from "./commands.init.secrets-left.js";
import {
  checkNames
} from "./report.check-names.js";
import "./commands.doctor.workflow.js";
import {
  line
} from "./report.line.js";
import {
  counted
} from "./model.counted.js";
import "./model.destination.js";
import "./model.plan.js";
import {
  mapConcurrent
} from "./model.map-concurrent.js";
import {
  parseExtended
} from "./config.schema.js";
import "./yaml.editors-schema.js";
import {
  _enum,
  _gte,
  array,
  boolean,
  globalRegistry,
  int,
  literal,
  nullable,
  readonly,
  refine,
  strictObject,
  string
} from "./npm.zod.js";
import {
  readYaml
} from "./yaml.yaml-file.js";
import "./model.evidence.js";
import {
  configPaths
} from "./config.config-paths.js";
import "./approval.environment-flaw.js";
import {
  nearestName
} from "./model.nearest-name.js";
import "./model.draft.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./config.config-places.js";
import {
  docsAddress,
  schemaAddress
} from "./model.version.js";
import {
  isObject
} from "./model.is-object.js";
import {
  Fault,
  errorCodes
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// src/report/documents/shared.ts
var count = () => int().check(_gte(0));
var id = () => int().check(_gte(1));
var userId = () => int().check(
  _gte(-1),
  refine((value) => value !== 0)
);
var list = (item) => readonly(array(item));
var about = (schema, description) => {
  globalRegistry.add(schema, { description });
  return schema;
};
var source = () => about(string(), "The source key, such as `docs/tls.md` or `pull/123`.");
var errorCode = () => _enum(Object.values(errorCodes).flat());
var finding = strictObject({
  rule: about(string(), "The rule's id."),
  severity: _enum(["error", "warning"]),
  source: source(),
  file: nullable(string()),
  line: about(nullable(id()), "From 1."),
  column: about(nullable(id()), "From 1."),
  message: about(string(), "What was seen and what was expected."),
  remedy: about(string(), "What to do.")
});
var account = () => strictObject({
  id: userId(),
  name: about(nullable(string()), "Null in a public repository: it is a text of the site.")
});
var destination = strictObject({
  tier: _enum(["business", "enterprise"]),
  site: about(string(), "The API's base address, without a slash at its end."),
  team: nullable(string()),
  api: _enum(["v3", "v2.3"]),
  account: about(account(), "The account that posts.")
});
var requestCount = () => strictObject({ total: count(), writes: count() });
var requests = () => about(
  strictObject({ site: requestCount(), forge: requestCount() }),
  "How many HTTP requests were sent, and how many of them were to write."
);

// src/report/documents/doctor.ts
var doctorDocument = about(
  strictObject({
    schema: literal(1),
    command: literal("doctor"),
    checks: list(
      strictObject({
        check: _enum(checkNames),
        state: about(
          _enum(["ok", "failed", "skipped", "not checked"]),
          "Skipped: another check failed first, or there is nothing to look at. Not checked: it cannot be looked at from here."
        ),
        code: about(
          nullable(errorCode()),
          "Why it failed, or that a token is missing; else null."
        ),
        message: about(string(), "What was seen."),
        remedy: about(
          nullable(string()),
          "What to do, or what could be better; null where nothing is."
        )
      })
    ),
    next: about(string(), "What to do next, in one sentence."),
    requests: requests()
  }),
  "What is right and wrong with the set-up, as `stack-publish doctor --json` prints it."
);

// src/report/documents/init.ts
var initStep = () => strictObject({
  kind: _enum(["config", "workflow", "gitignore", "environment", "label"]),
  name: about(string(), "The path of a file, or the name on the forge."),
  state: about(
    _enum(["created", "changed", "planned", "proposed", "kept", "differs", "left", "failed"]),
    "Planned: a dry run would be one that does it. Proposed: a pull request has it (`--org`). Kept: it was there and is fine. Differs: it was there, and is another; nothing was changed. Left: a person has to do it, see `left`. Failed: run it again."
  ),
  message: about(nullable(string()), "What there is to say of it; else null.")
});
var initChore = () => strictObject({
  do: about(string(), "What to do, in a sentence."),
  url: about(nullable(string()), "Where, or where it is told."),
  run: about(nullable(string()), "A command that does it, where there is one.")
});
var initDocument = about(
  strictObject({
    schema: literal(1),
    command: literal("init"),
    dryRun: about(boolean(), "Whether nothing was written, here or on the forge."),
    repository: about(
      nullable(string()),
      "OWNER/NAME on GitHub; null where the repository is on none that is known."
    ),
    approval: about(
      nullable(_enum(["reviewers", "comments", "dispatch"])),
      "How a workflow gets its approval; null: none was written, whoever runs the command approves."
    ),
    steps: about(list(initStep()), "What is set up, in this order."),
    left: about(list(initChore()), "What is left for a person to do, in this order."),
    checks: about(
      nullable(doctorDocument.shape.checks),
      "What `doctor` says after that; null where there is no configuration yet."
    ),
    next: about(string(), "What to do next, in one sentence."),
    requests: requests()
  }),
  "What was set up and what is left to do, as `stack-publish init --json` prints it."
);

// src/report/documents/init-org.ts
var repositoryStates = [
  "failed",
  "changed",
  "planned",
  "waits",
  "skipped",
  "done"
];
var skipReasons = [
  "archived",
  "fork",
  "empty",
  "no-admin",
  "no-reviewers",
  "not-found",
  "own-configuration",
  "not-reached"
];
var repository = () => strictObject({
  repository: about(string(), "OWNER/NAME."),
  state: about(
    _enum(repositoryStates),
    "Failed: something did; run it again. Changed: something was done now. Planned: a dry run would be one that does something. Waits: nothing is left for `init`, and something for people. Skipped: it was left alone. Done: all is there."
  ),
  reason: about(nullable(_enum(skipReasons)), "Why it was skipped; else null."),
  message: about(nullable(string()), "What there is to say of it as a whole; else null."),
  pull: about(
    nullable(
      strictObject({
        number: id(),
        url: string(),
        state: _enum(["open", "closed", "merged"])
      })
    ),
    "The newest pull request of our branch; null: there was none."
  ),
  steps: list(initStep()),
  left: about(list(initChore()), "What is left for a person to do there, in this order.")
});
var initOrgDocument = about(
  strictObject({
    schema: literal(1),
    command: literal("init"),
    dryRun: about(boolean(), "Whether nothing but reads was sent."),
    organisation: string(),
    shared: about(
      repository(),
      "The organisation's own repository, which has the shared configuration and the workflow that all call."
    ),
    repositories: about(list(repository()), "Those that were chosen, by name."),
    counts: about(
      strictObject({
        seen: about(count(), "The repositories of the organisation that the token sees."),
        chosen: count(),
        failed: count(),
        changed: count(),
        planned: count(),
        waits: count(),
        skipped: count(),
        done: count()
      }),
      "How many repositories there are of each state; the shared one is not counted."
    ),
    left: about(list(initChore()), "What is left for a person to do, over all, in this order."),
    next: about(string(), "What to do next, in one sentence."),
    requests: requests()
  }),
  "What was set up in the repositories of an organisation, as `stack-publish init --org NAME --json` prints it."
);

// src/report/init-org-report.ts
var tones = {
  failed: "error",
  skipped: "warning",
  done: "faint"
};
function initOrgLines({ dryRun, organisation, shared, repositories, counts, left, next }, verbose) {
  const width = Math.max(...[shared, ...repositories].map(({ repository: repository2 }) => repository2.length));
  const rows = repositoryStates.flatMap(
    (state) => state === "done" && !verbose ? [] : repositories.filter((row) => row.state === state)
  );
  const counted2 = repositoryStates.flatMap(
    (state) => counts[state] === 0 ? [] : [`${counts[state]} ${state}`]
  );
  return [
    ...dryRun ? [line("A dry run: nothing but reads was sent.", "heading")] : [],
    ...rowLines(shared, width, verbose),
    ...rows.flatMap((row) => rowLines(row, width, verbose)),
    line(""),
    line(
      `${organisation}: ${counts.chosen} of ${counts.seen} repositories: ${counted2.join(", ") || "none"}.`,
      "heading"
    ),
    ...choreLines(left),
    line(""),
    line(`Next: ${next}`, "heading")
  ];
}
function rowLines(row, width, verbose) {
  const { repository: repository2, state, pull, steps, left } = row;
  const text = `${state.padEnd(8)} ${repository2.padEnd(width)}  ${summaryOf(row)}`.trimEnd();
  const more = verbose ? [
    ...steps.map((step) => stepLine(step, "    ")),
    ...left.map(
      ({ do: what, url }) => line(`    to do: ${what}${url === null ? "" : ` ${url}`}`)
    )
  ] : [];
  const address = pull?.state === "open" ? [line(`         ${pull.url}`, "faint")] : [];
  return [line(text, tones[state] ?? "plain"), ...address, ...more];
}
function summaryOf({ state, message, steps, pull }) {
  const troubles = steps.flatMap(
    (step) => step.state === "failed" || step.state === "left" || step.state === "differs" ? [`${step.name}: ${step.message ?? step.state}`] : []
  );
  const told = [...message === null ? [] : [message], ...new Set(troubles)];
  const words = ["created", "changed", "planned", "proposed"].flatMap((each) => {
    const names = steps.filter((step) => step.state === each).map(({ name }) => name);
    return names.length === 0 ? [] : [`${each} ${names.map(shortName).join(", ")}`];
  });
  const waits = state === "waits" && words.length === 0 && pull?.state === "open" ? ["reviewed?"] : [];
  return [...words, ...waits, ...told].join("; ");
}
var shortName = (path) => path.replace(/^\.github\/(?:workflows\/)?/, "");

// src/commands/init/org/fleet-context.ts
var sharedName = (organisation) => `${organisation}/.github`;

// src/commands/init/org/choose-repositories.ts
var choosers = ["topic", "match", "repositories"];
function readChoice(options, organisation, list2) {
  const given = choosers.filter((flag) => options[flag] !== null);
  if (options.all && given.length > 0)
    throw flagFault(`--all and --${given[0]} are both given, expected one`, null);
  if (!options.all && given.length === 0)
    throw flagFault(
      "nothing says which repositories, expected --topic, --match, --repositories or --all",
      null
    );
  const { topic, match } = options;
  return {
    topic: topic === null ? null : topic.toLowerCase(),
    match: match === null ? null : patternOf(match),
    named: list2 === null ? null : namesIn(list2, organisation, options.repositories ?? "")
  };
}
function chooseRepositories(all, { topic, match, named }, organisation) {
  const others = all.filter(({ name }) => keyOf(name) !== keyOf(sharedName(organisation)));
  const bare = ({ name }) => name.slice(name.indexOf("/") + 1);
  const found = others.filter(
    (each) => (topic === null || each.topics.some((one) => one.toLowerCase() === topic)) && (match === null || match.test(bare(each))) && (named === null || named.has(keyOf(each.name)))
  );
  const known = new Set(others.map(({ name }) => keyOf(name)));
  const missing = [...named ?? []].filter((name) => !known.has(name));
  if (found.length === 0 && missing.length === 0) {
    const topics = [...new Set(others.flatMap((each) => each.topics))];
    const near = topic === null ? null : nearestName(topic, topics);
    throw new Fault(
      "usage",
      "usage",
      `Cannot set up: of ${others.length} repositories of ${organisation} that the token sees, none fits.`,
      {
        remedy: near === null ? "Check the flags that choose them, and that the token may see private ones." : `Did you mean --topic ${near}?`
      }
    );
  }
  return { found: found.toSorted((a, b) => keyOf(a.name) < keyOf(b.name) ? -1 : 1), missing };
}
var keyOf = (name) => name.toLowerCase();
function patternOf(text) {
  if (!/^[\w.*?-]+$/.test(text))
    throw flagFault(
      `--match is ${JSON.stringify(text)}, expected the name of a repository, in which * and ? may stand`,
      null
    );
  const source2 = text.replaceAll(".", String.raw`\.`).replace(/\*+/g, ".*").replaceAll("?", ".");
  return new RegExp(`^${source2}$`, "i");
}
function namesIn(text, organisation, file) {
  const names = /* @__PURE__ */ new Set();
  for (const [at, line2] of text.split(/\r?\n/).entries()) {
    const written2 = line2.replace(/(?:^|\s)#.*$/, "").trim();
    if (written2 === "") continue;
    const [, owner = organisation, name = ""] = /^(?:([\w.-]+)\/)?([\w.-]+)$/.exec(written2) ?? [];
    if (name === "" || keyOf(owner) !== keyOf(organisation)) {
      const place = { file, line: at + 1, column: 1 };
      throw new Fault(
        "usage",
        "usage",
        `${file}:${place.line}: Cannot set up: ${JSON.stringify(written2)} is no repository of ${organisation}, expected a name a line.`,
        { remedy: `Write NAME or ${organisation}/NAME.`, place }
      );
    }
    names.add(keyOf(`${owner}/${name}`));
  }
  if (names.size === 0)
    throw flagFault(
      `--repositories ${JSON.stringify(file)} names none, expected a name a line`,
      null
    );
  return names;
}

// src/commands/init/org/offer-files.ts
function mergeChore(pull) {
  return pull?.state === "open" ? [chore("Review and merge it.", pull.url)] : [];
}
var setUpBranch = "stack-publish/set-up";
function filesOf({ files }) {
  const created = [];
  return {
    created,
    files: {
      read(path) {
        const text = files.get(path);
        if (text === void 0) return Promise.resolve("nothing");
        return Promise.resolve(text === null ? "something else" : { text });
      },
      create(path, text) {
        created.push({ path, text });
        return Promise.resolve();
      },
      replace: () => Promise.reject(new Error("a file of another repository is never replaced"))
    }
  };
}
async function offerFiles({ place, found }, view, files) {
  const { pull, hasBranch, head } = view;
  const base = found.defaultBranch;
  const left = (message) => ({ state: "left", message, pull, isNew: false });
  if (pull?.state === "open") return { state: "proposed", message: null, pull, isNew: false };
  if (pull?.state === "closed")
    return left(
      `its pull request #${pull.number} was closed, which counts as a no; reopen it to have it`
    );
  if (hasBranch && pull !== null)
    return left(
      `the branch ${setUpBranch} of the merged #${pull.number} is still there: delete it, and run again`
    );
  if (head === null) return left("it has no commit yet");
  try {
    if (!hasBranch)
      await place.createBranch(setUpBranch, {
        commit: head,
        files,
        message: "Set up stack-publish"
      });
    else if (!await place.holdsOnly(setUpBranch, base, files))
      return left(
        `the branch ${setUpBranch} is there and has something else in it: look at it, delete it, and run again`
      );
    const opened = await place.openPull({
      branch: setUpBranch,
      base,
      title: "Set up stack-publish",
      body: pullText(files)
    });
    return { state: "proposed", message: null, pull: opened, isNew: true };
  } catch (error) {
    return { ...refusalOf(error), pull: null, isNew: false };
  }
}
function pullText(files) {
  return [
    "What this repository needs to publish to Stack Internal by the workflow that the organisation shares:",
    "",
    ...files.map(({ path }) => `- \`${path}\``),
    "",
    "Nothing is published by merging it: only what is marked for it, and only after a reviewer has said yes to exactly what will be posted.",
    "",
    "Closing it counts as a no: `stack-publish init --org` will not ask again.",
    ""
  ].join("\n");
}
function stepsOf(steps, offered) {
  return steps.map(
    (step) => step.state === "created" ? { ...step, state: offered.state, message: offered.message ?? step.message } : step
  );
}

// src/commands/init/org/secrets-loop.ts
var variables = {
  STACK_TOKEN: ["READ_TOKEN", "WRITE_TOKEN"],
  STACK_API_KEY: ["API_KEY", "API_KEY"]
};
function secretLoops(host, missing, writes) {
  const groups = /* @__PURE__ */ new Map();
  for (const [repository2, secrets] of missing)
    for (const of of secrets) {
      const key = `${of.environment} ${of.secret}`;
      const group = groups.get(key) ?? { of, names: [] };
      group.names.push(host === "github.com" ? repository2 : `${host}/${repository2}`);
      groups.set(key, group);
    }
  return [...groups.values()].map(({ of: { environment, secret }, names }) => {
    const isWriting = writes(environment);
    const variable = variables[secret]?.[isWriting ? 1 : 0] ?? secret;
    const what = secret === "STACK_TOKEN" ? `a token of Stack Internal that ${isWriting ? "writes, of the same account" : "only reads"}` : "the key of an application on the site";
    const isPlain = [environment, ...names].every((text) => /^[\w.:/-]+$/.test(text));
    const set = `printf %s "$${variable}" | gh secret set ${secret} --env ${environment} --repo "$repo"`;
    return chore(
      `Add the secret ${secret} to the environment \`${environment}\` of ${names.length === 1 ? "one repository" : `${names.length} repositories`}: ${what}. Read it into a variable first: \`read -rs ${variable}\`.`,
      null,
      isPlain ? `for repo in ${names.join(" ")}; do ${set}; done` : null
    );
  });
}

// src/commands/init/org/organisation-chores.ts
function choresOf({ organisation, pages }, done) {
  const { shared, ownRow, rows, secrets, dryRun } = done;
  const own = ownRow.left.map((each) => ({
    ...each,
    do: `${sharedName(organisation)}: ${each.do}`
  }));
  const failed = rows.filter(({ state }) => state === "failed");
  const waiting = rows.filter(({ pull }) => pull?.state === "open");
  const clicks = rows.filter(({ left, pull }) => left.length > mergeChore(pull).length);
  const host = URL.parse(pages(sharedName(organisation)).server)?.host ?? "";
  const { environment } = shared.config.approval;
  return [
    ...failed.length === 0 ? [] : [chore(`Run it again: ${counted(failed.length, "repository", "repositories")} failed.`)],
    ...own,
    ...secretLoops(host, secrets, (name) => name === environment),
    ...clicks.length === 0 ? [] : [
      chore(
        `Click what no API does, in ${counted(clicks.length, "repository", "repositories")}: --verbose lists it with the pages, --json too.`
      )
    ],
    ...waiting.length === 0 || dryRun ? [] : [
      chore(
        `Have ${counted(waiting.length, "pull request")} reviewed and merged.`,
        null,
        /^[\w.-]+$/.test(organisation) ? `gh search prs --owner ${organisation} --head ${setUpBranch} --state open --limit 1000` : null
      )
    ]
  ];
}

// src/commands/init/org/row.ts
function skippedRow(repository2, reason, message) {
  const rest = { pull: null, steps: [], left: [] };
  return { repository: repository2, state: "skipped", reason, message, ...rest };
}
function failedRow(repository2, message) {
  const rest = { pull: null, steps: [], left: [] };
  return { repository: repository2, state: "failed", reason: null, message, ...rest };
}
var written = ["created", "changed"];
function rowOf(repository2, done) {
  const { steps, left, pull, isNew, message } = done;
  const has = (state2) => steps.some((step) => step.state === state2);
  const state = has("failed") ? "failed" : has("planned") ? "planned" : isNew || steps.some((step) => written.includes(step.state)) ? "changed" : left.length > 0 || has("left") || has("proposed") || message !== null ? "waits" : "done";
  return { repository: repository2, state, reason: null, message, pull, steps: [...steps], left: [...left] };
}

// src/commands/init/org/set-up-shared.ts
var folder = ".github/workflows";
async function readShared(context, member, given, person) {
  const name = sharedName(context.organisation);
  const view = member && await look(member, null);
  const asked = member && view?.pull?.state === "open" ? await look(member, setUpBranch) : view;
  const found = asked && configIn(asked);
  const text = found ?? await newText(given, person);
  const config = await context.parse(text, null);
  const shipped = context.shippedForMany.find(({ text: each }) => callable.test(each));
  if (shipped === void 0) throw new Error("the package ships no workflow to call");
  const path = workflowPaths.publish;
  const { tier, api } = config.destination;
  const own = workflowText(shipped.text, {
    branch: member?.found.defaultBranch ?? "main",
    repository: null,
    environment: config.approval.environment,
    withKey: tier === "enterprise" && api === "v2.3"
  });
  const workflow = asked?.files.get(path) ?? own;
  const isMerged = view !== null && view.files.has(path) && configIn(view) !== null;
  const commit = isMerged && !isUnpinned(workflow) ? view.changedAt : null;
  async function setUp(dryRun) {
    const missing = missingText(member, view);
    if (member === null || view === null || missing !== null) {
      const [reason, message] = missing ?? notFound;
      const make = chore(
        `Make the repository ${name}, with a first commit, and run it again: it has what all share.`,
        null,
        reason === "not-found" ? `gh repo create ${name} --private --add-readme` : null
      );
      return { ...skippedRow(name, reason, message), left: [make] };
    }
    const { files, created } = filesOf(view);
    const here = configIn(view);
    const configStep = here ? keptConfig({ config, name: here.name }, given, null) : await putConfig(files, { path: text.name, text: text.text, config }, dryRun);
    const kept = {
      kind: "workflow",
      name: path,
      state: "kept",
      message: "others call it"
    };
    const there = view.files.get(path);
    const workflowStep = there && callable.test(there) ? kept : await newFile(files, { kind: "workflow", path, text: own }, dryRun);
    const offered = created.length > 0 ? await offerFiles(member, view, created) : null;
    const steps = [configStep, workflowStep];
    const pull = offered?.pull ?? view.pull;
    return rowOf(name, {
      steps: offered ? stepsOf(steps, offered) : steps,
      left: [
        ...pinChore([{ path, text: workflow }]),
        ...mergeChore(pull),
        ...isMerged ? [] : [again]
      ],
      pull,
      isNew: offered?.isNew ?? false,
      message: null
    });
  }
  return { shared: { config, text, workflow, commit }, setUp };
}
var again = chore(
  "Then run it again: it opens the pull requests of the others, which name the commit of this workflow."
);
var callable = /^on:\s*(?:workflow_call|\n\s+workflow_call)\b/m;
var notFound = ["not-found", "there is none, or not for this token"];
function missingText(member, view) {
  if (member === null || view === null) return notFound;
  if (member.found.isArchived) return ["archived", "it is archived"];
  return view.head === null ? ["empty", "it has no commit yet"] : null;
}
var look = ({ place }, of) => place.look({
  of,
  paths: configPaths.filter((path) => path.startsWith(".github/")),
  folder,
  history: workflowPaths.publish,
  labels: [],
  branch: setUpBranch
});
function configIn({ files }) {
  for (const path of configPaths) {
    const text = files.get(path);
    if (typeof text === "string") return { text, name: path };
  }
  return null;
}
async function newText(given, person) {
  const wish = await completeWish(given, person);
  const value = configValue(wish, { pulls: true, accept: acceptedOf.reviewers });
  return {
    text: configText(value, schemaAddress("config.json")),
    name: ".github/stack-publish.yml"
  };
}

// src/commands/init/org/caller-text.ts
var callsShared = /\bacme\/\.github\b/g;
var atZeros = /(stack-internal\.yml@)0{40}.*$/m;
function callerText({ organisation, shippedForMany }, commit) {
  const found = shippedForMany.find(({ text }) => atZeros.test(text));
  if (found === void 0) throw new Error("the package ships no workflow that calls another");
  return found.text.replace(callsShared, () => sharedName(organisation)).replace(atZeros, (_, start) => `${start}${commit}`);
}
function pinnedAs(shipped, shared) {
  const [, named] = /\buses: *(stack-publish\/stack-publish@[0-9a-f]{40}.*)$/m.exec(shared) ?? [];
  if (named === void 0) return shipped;
  return shipped.map(({ name, text }) => ({
    name,
    text: text.replace(/stack-publish\/stack-publish@0{40}.*$/gm, () => named)
  }));
}

// src/commands/init/org/set-up-one.ts
async function setUpOne(context, member, {
  shared,
  reviewers,
  dryRun
}) {
  const { found, place, pages } = member;
  const { name } = found;
  const skip = (reason, message) => ({
    row: skippedRow(name, reason, message),
    secrets: []
  });
  if (found.isArchived) return skip("archived", "it is archived");
  if (found.isFork) return skip("fork", "it is a fork");
  if (found.isAdmin === false) return skip("no-admin", "the token is of no admin there");
  if (found.mayHaveReviewers === false)
    return skip("no-reviewers", "it may have no required reviewers: private, without Enterprise");
  const pulls = shared.config.sources["pull-requests"];
  const view = await place.look({
    of: null,
    paths: configPaths.filter((path) => path.startsWith(".github/")),
    folder: ".github/workflows",
    history: null,
    labels: pulls === false ? [] : [pulls.article, pulls.faq],
    branch: setUpBranch
  });
  if (view.head === null) return skip("empty", "it has no commit yet");
  const own = configIn(view);
  if (own !== null && !extendsShared(own, context.organisation))
    return skip("own-configuration", `${own.name} is its own, and extends no shared one`);
  const text = own ?? newText2(context.organisation);
  const config = await context.parse(text, shared.text);
  const setup = { ...place.setup, labelsAmong: () => Promise.resolve(view.labels) };
  const github = { name, pages, setup };
  const forge = await setUpForge(
    github,
    { config, way: "reviewers", branch: found.defaultBranch, reviewers },
    dryRun
  );
  const secrets = await missingSecrets(setup, config, shared.workflow);
  const done = { left: forge.left, pull: view.pull, isNew: false };
  if (shared.commit === null) {
    const message = "its files wait for the shared workflow";
    return { row: rowOf(name, { ...done, steps: forge.steps, message }), secrets };
  }
  const { files, created } = filesOf(view);
  const workflows = [...view.files].flatMap(
    ([path, each]) => each !== null && path.startsWith(".github/workflows/") ? [{ path, text: each }] : []
  );
  const configStep = await newFile(
    files,
    { kind: "config", path: text.name, text: text.text },
    dryRun
  );
  const called = await setUpWorkflows(
    { files, workflows, shipped: pinnedAs(context.shipped, shared.workflow) },
    {
      way: "reviewers",
      place: {
        branch: found.defaultBranch,
        repository: name,
        environment: config.approval.environment,
        withKey: false
      },
      pulls: config.sources["pull-requests"] !== false,
      releases: config.sources.releases !== false,
      publisher: callerText(context, shared.commit)
    },
    dryRun
  );
  const steps = [configStep, ...called.steps];
  const offered = created.length > 0 ? await offerFiles(member, view, created) : null;
  const pull = offered?.pull ?? view.pull;
  const all = [...offered ? stepsOf(steps, offered) : steps, ...forge.steps];
  return {
    row: rowOf(name, {
      ...done,
      steps: all,
      left: [...forge.left, ...mergeChore(pull)],
      pull,
      isNew: offered?.isNew ?? false,
      message: null
    }),
    secrets
  };
}
var newText2 = (organisation) => ({
  name: ".github/stack-publish.yml",
  text: [
    `# What all repositories have in common is in ${sharedName(organisation)}; what stands here goes before it.`,
    `# Every key: ${docsAddress}/configuration.md`,
    `extends: ${sharedName(organisation)}`,
    ""
  ].join("\n")
});
function extendsShared({ text }, organisation) {
  const root = readYaml(text).tree?.value;
  const value = isObject(root) ? root["extends"] : null;
  const from = typeof value === "string" ? parseExtended(value) : null;
  return from?.kind === "shared" && `${from.owner}/${from.name}`.toLowerCase() === sharedName(organisation).toLowerCase();
}

// src/commands/init/org/set-up-organisation.ts
var together = 4;
var mostUnreached = 5;
async function setUpOrganisation(context, options, person, readList) {
  const { organisation, fleet, log } = context;
  const dryRun = options["dry-run"];
  requireFitting(options, person !== null);
  const names = options.reviewers === null ? [] : reviewerNames(options.reviewers);
  const list2 = options.repositories === null ? null : await readList(options.repositories);
  const choice = readChoice(options, organisation, list2);
  const seen = await fleet.repositories();
  const { found, missing } = chooseRepositories(seen, choice, organisation);
  const memberOf = (each) => ({
    found: each,
    place: fleet.at(each.name),
    pages: context.pages(each.name)
  });
  const own = seen.find(
    ({ name }) => name.toLowerCase() === sharedName(organisation).toLowerCase()
  );
  const ownMember = own ? memberOf(own) : null;
  const { shared, setUp } = await readShared(context, ownMember, options, person);
  const setup = fleet.at(sharedName(organisation)).setup;
  const reviewers = names.length === 0 ? [] : await namedReviewers(setup, names) ?? [];
  const told = `${counted(found.length, "repository", "repositories")} of the ${seen.length} of ${organisation} that the token sees`;
  if (!dryRun) await requireYes(options, person, told);
  log.info(
    dryRun ? `Looking at ${told}.` : `Setting up ${told}. Writes go out one a second: up to 11 for each that lacks all, so ${minutes(found.length * 11)} at most. It can be ended at any time, and goes on when it is run again.`
  );
  const ownRow = await setUp(dryRun).catch(rowFor(sharedName(organisation)));
  const secrets = [];
  let unreached = 0;
  let done = 0;
  const rows = await mapConcurrent(found, together, async (each) => {
    if (unreached >= mostUnreached)
      return skippedRow(
        each.name,
        "not-reached",
        "GitHub could not be reached for those before it"
      );
    const row = await setUpOne(context, memberOf(each), { shared, reviewers, dryRun }).then(
      (result) => {
        unreached = 0;
        secrets.push([each.name, result.secrets]);
        return result.row;
      },
      (error) => {
        const failed = rowFor(each.name)(error);
        unreached = error instanceof Fault && error.code === "forge-unreachable" ? unreached + 1 : 0;
        return failed;
      }
    );
    done += 1;
    log.progress({ label: "Repositories", done, total: found.length });
    return row;
  });
  log.progress(null);
  const lost = missing.map(
    (name) => skippedRow(name, "not-found", "there is none of this name, or not for this token")
  );
  const repositories = [...rows, ...lost];
  const inOrder = repositories.flatMap(
    ({ repository: repository2 }) => secrets.filter(([name]) => name === repository2)
  );
  const left = choresOf(context, { shared, ownRow, rows: repositories, secrets: inOrder, dryRun });
  const of = (state) => repositories.filter((row) => row.state === state).length;
  return {
    organisation,
    shared: ownRow,
    repositories,
    counts: {
      seen: seen.length,
      chosen: repositories.length,
      ...Object.fromEntries(repositoryStates.map((state) => [state, of(state)]))
    },
    left,
    next: dryRun ? "Run it without `--dry-run`." : left[0]?.do ?? "Mark a page in one of them, and look at its first plan."
  };
}
function requireFitting(options, canAsk) {
  if (options["ledger-file"] !== null)
    throw flagFault("--ledger-file is for a trial at a terminal, and --org is not", null);
  if (options.approval !== null && wayNamed(options.approval) !== "reviewers")
    throw flagFault(
      "--approval is not reviewers, and the workflow that all call waits for these",
      null
    );
  if (options.all && !options.yes && !options["dry-run"] && !canAsk)
    throw flagFault("--all is every repository, and nobody is there to say yes", "--all --yes");
}
async function requireYes(options, person, told) {
  if (options.yes || person === null) return;
  if (await person.askYesNo(`Set up ${told}?`)) return;
  throw new Fault("usage", "usage", "Nothing was set up: the answer was no.", {
    remedy: "Look at it with `--dry-run`, or choose fewer with --topic, --match or --repositories."
  });
}
function rowFor(name) {
  return (error) => {
    if (error instanceof Fault && error.kind !== "internal")
      return failedRow(name, `${error.message} [${error.code}]`);
    throw error;
  };
}
var minutes = (seconds) => `about ${Math.max(1, Math.ceil(seconds / 60))} min`;

// src/commands/init/org/run-for-org.ts
async function runForOrg(session, organisation, options, person, verbose) {
  var _stack = [];
  try {
    const context = __using(_stack, await session.openFleet(organisation), true);
    const read = (file) => session.readFile(file).catch((cause) => {
      const message = `Cannot set up: --repositories is ${JSON.stringify(file)}, and it cannot be read.`;
      throw new Fault("usage", "usage", message, {
        remedy: "Name a file with the name of a repository a line.",
        cause
      });
    });
    const result = await setUpOrganisation(context, options, person, read);
    const document = {
      schema: 1,
      command: "init",
      dryRun: options["dry-run"],
      ...result,
      requests: { site: { total: 0, writes: 0 }, forge: context.fleet.requests }
    };
    const failed = document.shared.state === "failed" || document.counts.failed > 0;
    return {
      document,
      lines: (view) => initOrgLines(view.document(document), verbose),
      exitCode: failed ? 1 : 0
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  runForOrg
};
