import {
  readWorkflow,
  waysOf
} from "./commands.doctor.workflow.js";
import {
  placeName
} from "./model.destination.js";
import {
  configSchema
} from "./config.schema.js";
import {
  safeParse
} from "./npm.zod.js";
import {
  branchesFlaw
} from "./approval.environment-flaw.js";
import {
  nearestName
} from "./model.nearest-name.js";
import {
  digestOf
} from "./model.digest.js";
import {
  isInConfig
} from "./config.config-places.js";
import {
  docsAddress,
  repositoryAddress,
  schemaAddress
} from "./model.version.js";
import {
  Fault
} from "./model.error.js";

// src/config/config-flaws.ts
function configFlaws(value) {
  const { success, error } = safeParse(configSchema, value);
  if (success) return [];
  return error.issues.map(({ path, message }) => ({
    path: path.filter((part) => typeof part === "string").join("."),
    expected: message
  }));
}

// src/commands/init/wish.ts
var ways = ["reviewers", "comments", "dispatch"];
var acceptedOf = {
  reviewers: ["environment"],
  comments: ["comment", "dispatch"],
  dispatch: ["dispatch"]
};
function wayOf({ approval: { accept } }) {
  const found = ["environment", "comment", "dispatch"].find(
    (each) => accept.includes(each)
  );
  if (found === void 0) return null;
  return ways.find((way) => acceptedOf[way][0] === found) ?? null;
}
function configValue(wish, more) {
  const { tier, team, url, api, tags, ledgerFile } = wish;
  return {
    destination: {
      tier,
      ...team !== null && { team },
      ...url !== null && { url },
      ...api !== null && { api }
    },
    ...more.pulls ? {} : { sources: { "pull-requests": false } },
    ...tags.length > 0 && { defaults: { tags } },
    approval: { accept: more.accept },
    ...ledgerFile !== null && { ledger: { file: ledgerFile } }
  };
}

// src/commands/init/flag-values.ts
var flagOf = {
  "destination.tier": "tier",
  "destination.team": "team",
  "destination.url": "url",
  "destination.api": "api",
  "defaults.tags": "tags",
  "ledger.file": "ledger-file"
};
var tiers = ["business", "enterprise"];
function valueFlaw(wish, only = null) {
  const flaws = configFlaws(configValue(wish, { pulls: true, accept: ["asserted"] }));
  const paths = only === null ? Object.keys(flagOf) : [only];
  for (const path of paths) {
    const flaw = flaws.find((each) => each.path === path);
    if (!flaw) continue;
    const seen = seenOf(wish, path);
    const near = seen === null ? null : nearOf(seen, wish, path);
    return { path, seen, expected: flaw.expected, near };
  }
  return null;
}
function requireValues(wish, only = null) {
  const flaw = valueFlaw(wish, only);
  if (flaw === null) return;
  const { path, seen, expected, near } = flaw;
  const flag = `--${flagOf[path]}`;
  const what = seen === null ? "not given" : JSON.stringify(seen);
  throw flagFault(
    `${flag} is ${what}, expected ${expected}`,
    near === null ? null : `${flag} ${near}`
  );
}
function wayNamed(text) {
  const found = ways.find((way) => way === text);
  if (found) return found;
  const near = nearestName(text, ways);
  throw flagFault(
    `--approval is ${JSON.stringify(text)}, expected one of ${ways.join(", ")}`,
    near === null ? null : `--approval ${near}`
  );
}
function listed(text) {
  return [...new Set(text.split(/[\s,]+/).filter((part) => part !== ""))];
}
function flagFault(seen, meant) {
  return new Fault(
    "usage",
    "usage",
    `Cannot set up: ${seen}${meant === null ? "." : `; did you mean ${meant}?`}`,
    {
      remedy: "Run `stack-publish init --help` for the flags and what they take."
    }
  );
}
function teamNamed(text) {
  return /^(?:https:\/\/)?stackoverflowteams\.com\/c\/([^/?#]+)/.exec(text.trim())?.[1] ?? text.trim();
}
function seenOf(wish, path) {
  switch (path) {
    case "destination.tier":
      return wish.tier;
    case "destination.team":
      return wish.team;
    case "destination.url":
      return wish.url;
    case "destination.api":
      return wish.api;
    case "defaults.tags":
      return wish.tags.join(",");
    case "ledger.file":
      return wish.ledgerFile;
  }
}
function nearOf(seen, wish, path) {
  const fits = (changed) => !new RegExp("\\p{Cc}", "u").test(seen) && isFine({ ...wish, ...changed }, path);
  switch (path) {
    case "destination.tier":
      return nearestName(seen, tiers);
    case "destination.api": {
      const near = seen.replace(/^v/i, "").startsWith("2") ? "v2.3" : "v3";
      return fits({ api: near }) ? near : null;
    }
    case "destination.url": {
      const near = `https://${seen.replace(/^[a-z]+:\/*/i, "").replace(/[/?#].*$/s, "")}`;
      return fits({ url: near }) ? near : null;
    }
    case "destination.team": {
      const near = seen.trim().replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
      return fits({ team: near }) ? near : null;
    }
    case "defaults.tags": {
      const near = wish.tags.map((tag) => tag.toLowerCase().replace(/[^a-z0-9+#.-]+/g, "-"));
      return fits({ tags: near }) ? near.join(",") : null;
    }
    case "ledger.file":
      return null;
  }
}
function isFine(wish, path) {
  const flaws = configFlaws(configValue(wish, { pulls: true, accept: ["asserted"] }));
  return flaws.every((flaw) => flaw.path !== path);
}

// src/commands/init/name-reviewers.ts
var mostReviewers = 6;
function reviewerNames(text) {
  const names = listed(text).map((name) => name.replace(/^@/, ""));
  const odd = names.find((name) => !/^[A-Za-z0-9][\w.-]*(?:\/[\w.-]+)?$/.test(name));
  if (odd !== void 0)
    throw flagFault(
      `--reviewers has ${JSON.stringify(odd)}, expected a login, or a team as ORGANISATION/TEAM`,
      null
    );
  if (names.length === 0 || names.length > mostReviewers)
    throw flagFault(
      `--reviewers names ${names.length}, expected 1 to ${mostReviewers} people or teams`,
      null
    );
  return names;
}
async function namedReviewers(setup, names) {
  const found = [];
  for (const name of names) {
    const reviewer = await setup.reviewer(name).catch((error) => {
      if (error instanceof Fault && error.code === "forge-refused") return "refused";
      throw error;
    });
    if (reviewer === "refused") return null;
    if (reviewer === null)
      throw flagFault(
        `--reviewers has ${JSON.stringify(name)}, and GitHub knows ${name.includes("/") ? "no such team" : "nobody of that login; a team is named ORGANISATION/TEAM"}`,
        null
      );
    found.push(reviewer);
  }
  return found;
}

// src/commands/init/ask-wish.ts
function wishOf(given) {
  const { tier, team, url, api, tags } = given;
  return {
    tier: tier ?? (team !== null && url === null ? "business" : ""),
    team: team === null ? null : teamNamed(team),
    url,
    api,
    tags: tags === null ? [] : listed(tags),
    ledgerFile: given["ledger-file"]
  };
}
async function completeWish(given, person) {
  let wish = wishOf(given);
  if (person === null) {
    if (wish.tier === "")
      throw new Fault(
        "usage",
        "usage",
        "Cannot set up: there is no configuration yet, and nobody to ask where posts shall go.",
        {
          remedy: "Name it: `--tier business --team SLUG`, or `--tier enterprise --url https://…`; and `--tags LIST`."
        }
      );
    requireValues(wish);
    return wish;
  }
  if (wish.tier !== "") requireGiven(wish, given);
  for (const question of questions) {
    if (question.isAnswered(given, wish)) continue;
    wish = await answered(question, wish, person);
  }
  requireValues(wish);
  return wish;
}
var questions = [
  {
    path: "destination.tier",
    isAnswered: (_, { tier }) => tier !== "",
    text: () => "Which Stack Internal: business (stackoverflowteams.com) or enterprise (a site of your own)? [business]",
    take: (wish, answer) => ({ ...wish, tier: answer === "" ? "business" : answer.toLowerCase() })
  },
  {
    path: "destination.url",
    isAnswered: ({ url }, { tier }) => tier === "business" || url !== null,
    text: () => "The site's address, such as https://stack.acme.example:",
    take: (wish, answer) => ({ ...wish, url: answer })
  },
  {
    path: "destination.team",
    isAnswered: ({ team }) => team !== null,
    text: ({ tier }) => tier === "business" ? "The team, which is the last part of https://stackoverflowteams.com/c/…:" : "A private team's slug; empty for the main site:",
    take: (wish, answer) => ({ ...wish, team: answer === "" ? null : teamNamed(answer) })
  },
  {
    path: "defaults.tags",
    isAnswered: ({ tags }) => tags !== null,
    text: () => "Tags of a page that names none, with commas; empty for none:",
    take: (wish, answer) => ({ ...wish, tags: listed(answer) })
  }
];
async function answered(question, wish, person) {
  for (; ; ) {
    const answer = await person.ask(question.text(wish));
    if (answer === null)
      throw new Fault("usage", "usage", "Cannot set up: the questions were not answered.", {
        remedy: `Run it again, or give the answers by flags, such as --${flagOf[question.path]}.`
      });
    const next = question.take(wish, answer.trim());
    const flaw = flawAt(next, question.path);
    if (flaw === null) return next;
    person.tell(flaw);
  }
}
function flawAt(wish, path) {
  const flaw = valueFlaw(wish, path);
  if (flaw === null) return null;
  const { seen, expected, near } = flaw;
  const meant = near === null ? "." : `; did you mean ${near}?`;
  return `${seen === null ? "Nothing" : JSON.stringify(seen)}, expected ${expected}${meant}`;
}
function requireGiven(wish, given) {
  for (const [path, flag] of Object.entries(flagOf))
    if (given[flag] !== null && valueFlaw(wish, path) !== null) requireValues(wish, path);
}

// src/commands/init/pick-workflows.ts
var workflowPaths = {
  publish: ".github/workflows/stack-internal.yml",
  check: ".github/workflows/stack-internal-check.yml",
  daily: ".github/workflows/stack-internal-daily.yml",
  release: ".github/workflows/stack-internal-release.yml"
};
function shippedFor(part, way, all) {
  const known = all.flatMap((file) => {
    const workflow = readWorkflow({ path: file.name, text: file.text }, "stack-internal");
    return workflow === null ? [] : [{ file, workflow, offered: waysOf(workflow) }];
  });
  if (part !== "publish")
    return known.find(
      ({ workflow: { events, jobs } }) => jobs.length === 0 && events.has(startedBy[part])
    )?.file ?? null;
  const fitting = known.filter(
    ({ offered }) => acceptedOf[way].every((each) => offered.some((one) => one === each))
  );
  return fitting.toSorted((a, b) => a.offered.length - b.offered.length)[0]?.file ?? null;
}
var startedBy = { check: "pull_request", daily: "schedule", release: "release" };
function publisherIn(files, environment) {
  for (const file of files) {
    const workflow = readWorkflow(file, environment);
    if (workflow === null) continue;
    const publishes = usesAction.test(file.text) && /\bcommand:\s*["']?publish\b/.test(file.text);
    const calls = workflow.isOpaque && /\buses:.*\bstack-(?:publish|internal)\b/.test(file.text);
    if (workflow.jobs.length > 0 || publishes || calls) return { file, ways: waysOf(workflow) };
  }
  return null;
}
var usesAction = /\buses:\s*["']?[\w.-]+\/stack-publish@/;
function checkIn(files) {
  const checks = (file) => usesAction.test(file.text) && readWorkflow(file, "")?.events.has("pull_request") === true;
  return files.find(checks) ?? null;
}

// src/commands/init/decide-way.ts
async function decideWay(deciding) {
  const { context, github, about, isTrial, flag, environment, askYesNo } = deciding;
  if (github === null || isTrial) {
    if (flag !== null)
      throw flagFault(
        isTrial ? "--approval is for workflows, and no run of one finds a ledger in a file again" : `--approval is for workflows on GitHub, and ${placeOf(context.host)}`,
        null
      );
    return null;
  }
  const { config } = context;
  if (config !== null && isInConfig(config.config, ["approval", "accept"]))
    return wayOf(config.config);
  if (flag !== null) return flag;
  const publisher = publisherIn(context.workflows, environment);
  const offered = publisher && ways.find((way) => publisher.ways.includes(acceptedOf[way][0] ?? ""));
  if (offered) return offered;
  const may = about?.mayHaveReviewers ?? null;
  if (may !== null) return may ? "reviewers" : "comments";
  if (await hasReviewers(github, environment)) return "reviewers";
  if (askYesNo)
    return await askYesNo("Is the repository public, or of a GitHub Enterprise?") ? "reviewers" : "comments";
  if (about !== null) return "comments";
  throw new Fault(
    "usage",
    "usage",
    "Cannot set up: nothing tells whether the repository may have required reviewers, as GITHUB_TOKEN is not set.",
    {
      remedy: "Name `--approval reviewers` for a public repository or one of a GitHub Enterprise, else `--approval comments`; or set GITHUB_TOKEN."
    }
  );
}
function placeOf(host) {
  if (host === null) return "there is no remote `origin`";
  return host === "" ? "`origin` is a folder" : `\`origin\` is on ${host}`;
}
async function hasReviewers({ setup }, environment) {
  if (setup === null) return false;
  const found = await setup.environment(environment).catch((error) => {
    if (error instanceof Fault) return null;
    throw error;
  });
  return found !== null && found.reviewers.length > 0;
}
function wayDiffers({ approval }, flag) {
  if (flag === null || acceptedOf[flag].some((each) => approval.accept.includes(each))) return null;
  return `approval.accept is ${approval.accept.join(", ")}, which --approval ${flag} does not change`;
}

// src/commands/init/other-ci.ts
var others = [
  { host: /gitlab/, page: "ci/gitlab.md", accept: ["gitlab"], pulls: true },
  { host: /(?:^|\.)bitbucket\.org$/, page: "ci/bitbucket.md", accept: ["asserted"], pulls: false }
];
function otherCi(host) {
  const found = others.find((each) => each.host.test(host?.toLowerCase() ?? ""));
  return found ?? { page: "other-ci.md", accept: ["asserted"], pulls: false };
}

// src/commands/init/steps.ts
var chore = (what, url = null, run = null) => ({
  do: what,
  url,
  run
});
function refusalOf(error) {
  if (!(error instanceof Fault) || error.kind !== "forge") throw error;
  return { state: error.code === "forge-refused" ? "left" : "failed", message: error.message };
}

// src/model/daily-time.ts
var first = 4;
var hours = 3;
var minutes = 59;
function dailyTime(repository) {
  const hex = digestOf({ daily: repository.toLowerCase() }).slice("sha256:".length, 20);
  const slot = Number.parseInt(hex, 16) % (hours * minutes);
  return { hour: first + Math.floor(slot / minutes), minute: 1 + slot % minutes };
}

// src/commands/init/yaml-scalar.ts
var notText = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
function yamlScalar(text) {
  const isPlain2 = /^[A-Za-z][\w./-]*$/.test(text) && !notText.test(text);
  return isPlain2 ? text : JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/commands/init/workflow-text.ts
var readEnvironment = (environment) => `${environment}-read`;
var shipped = { branch: "main", environment: "stack-internal" };
function workflowText(text, place) {
  const { branch, repository, environment, withKey } = place;
  let result = text;
  if (repository !== null) {
    const { hour, minute } = dailyTime(repository);
    result = result.replace(/^( *- cron: ')\d+ \d+ /m, `$1${minute} ${hour} `);
  }
  if (branch !== shipped.branch)
    result = result.replace(
      new RegExp(String.raw`^( *branches: )\[${shipped.branch}\]`, "gm"),
      (_, start) => `${start}[${yamlScalar(asPattern(branch))}]`
    );
  if (environment !== shipped.environment) result = renamed(result, environment);
  if (withKey)
    result = result.replace(
      /^( *)stack-token: .*$/gm,
      (line, indent) => `${line}
${indent}stack-api-key: \${{ secrets.STACK_API_KEY }}`
    );
  return result;
}
function renamed(text, environment) {
  const name = (read) => read ? readEnvironment(environment) : environment;
  const named = new RegExp(
    String.raw`(\b(?:environment|name): )${shipped.environment}(-read)?(?![\w./-])`,
    "g"
  );
  const told = new RegExp(`\`${shipped.environment}(-read)?\``, "g");
  return text.replace(named, (_, start, read) => `${start}${yamlScalar(name(read))}`).replace(told, (_, read) => `\`${name(read)}\``);
}
function asPattern(branch) {
  return branch.replace(/[*?+[\]!\\]/g, String.raw`\$&`);
}
function secretsIn(text) {
  const names = [...text.matchAll(/\bsecrets\.([A-Z][A-Z0-9_]*)/g)].map(([, name = ""]) => name);
  return [...new Set(names)].filter((name) => name !== "GITHUB_TOKEN");
}
var isUnpinned = (text) => /@0{40}\b/.test(text);

// src/commands/init/chores.ts
function elsewhereChores({ github, host }, { ledger }) {
  if (github !== null) return [];
  if (host === null)
    return "file" in ledger ? [] : [
      chore(
        "Add the remote `origin`: the ledger is a branch of it. For a trial without one, set `ledger: { file: .stack-publish/ledger.json }`.",
        `${docsAddress}/configuration.md#ledger`
      )
    ];
  return [
    chore(
      `Write the jobs of your CI: ${placeOf(host)}, on no GitHub that is known. Where it is a GitHub of your own, set GITHUB_SERVER_URL and run it again.`,
      `${docsAddress}/${otherCi(host).page}`
    )
  ];
}
function secretChore({ pages, name }, {
  environment,
  secret,
  writes,
  page
}) {
  const what = secret === "STACK_TOKEN" ? `a token of Stack Internal that ${writes ? "writes, of the same account" : "only reads"}` : "the key of an application on the site";
  const host = URL.parse(pages.server)?.host ?? "";
  const repository = host === "github.com" ? name : `${host}/${name}`;
  return chore(
    `Add the secret ${secret} to the environment \`${environment}\`: ${what}.`,
    page,
    isPlain(environment) ? `gh secret set ${secret} --env ${environment} --repo ${repository}` : null
  );
}
function pinChore(files) {
  const paths = files.filter(({ text }) => isUnpinned(text)).map(({ path }) => path);
  if (paths.length === 0) return [];
  return [
    chore(
      `In ${paths.join(", ")}: put the whole commit of stack-publish that you looked at in the place of the zeros behind \`uses: stack-publish/stack-publish@\`.`,
      `${repositoryAddress}/commits/main`
    )
  ];
}
async function commitChore({ repository }, steps, branch, dryRun) {
  const files = steps.filter(
    ({ kind }) => kind === "config" || kind === "workflow" || kind === "gitignore"
  );
  const ours = /* @__PURE__ */ new Set([...files.map(({ name }) => name), ...Object.values(workflowPaths)]);
  const paths = dryRun ? files.filter(({ state }) => state === "planned").map(({ name }) => name) : (await repository.changedPaths()).filter((path) => ours.has(path));
  if (paths.length === 0) return [];
  const first2 = repository.commit === null ? " It is the first commit of this repository." : "";
  return [
    chore(
      `Commit ${paths.join(", ")}, and bring ${paths.length === 1 ? "it" : "them"} to ${branch}.${first2}`,
      null,
      paths.every(isPlain) ? `git add ${paths.join(" ")} && git commit -m 'Set up stack-publish'` : null
    )
  ];
}
var isPlain = (text) => /^[\w./-]+$/.test(text) && !text.startsWith("-");

// src/commands/init/set-up-files.ts
async function newFile(files, file, dryRun) {
  const { kind, path, text } = file;
  const step = (state, message = null) => ({
    kind,
    name: path,
    state,
    message
  });
  const found = await files.read(path);
  if (found === "something else")
    return step("differs", "there is a link, a folder or something else, which is left alone");
  if (found !== "nothing")
    return sameText(found.text, text) ? step("kept") : step("differs", "it is there with another text, and is left alone");
  if (dryRun) return step("planned");
  await files.create(path, text);
  return step("created");
}
var sameText = (one, other) => one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
async function ignore(files, pattern, dryRun) {
  const name = ".gitignore";
  const step = (state, message) => ({
    kind: "gitignore",
    name,
    state,
    message
  });
  const found = await files.read(name);
  if (found === "something else")
    return step("differs", `it is no ordinary file; add the line ${pattern} where git reads it`);
  if (dryRun) return step("planned", `the line ${pattern}`);
  if (found === "nothing") {
    await files.create(name, `${pattern}
`);
    return step("created", `the line ${pattern}`);
  }
  const { text } = found;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const start = text === "" || text.endsWith("\n") ? "" : end;
  await files.replace(name, `${text}${start}${pattern}${end}`);
  return step("changed", `the line ${pattern} was added`);
}
function ledgerPattern(file) {
  const parts = file.split("/").filter((part) => part !== "" && part !== ".");
  if (file.startsWith("/") || parts.length === 0 || parts.includes("..") || parts[0] === ".git")
    return null;
  if (/\\|^[A-Za-z]:/.test(file))
    throw new Fault(
      "usage",
      "usage",
      `Cannot set up: --ledger-file is ${JSON.stringify(file)}, expected a path with / from the root of the repository.`,
      { remedy: "Name it such as `.stack-publish/ledger.json`." }
    );
  const path = parts.map((part) => part.replace(/[*?[\]!#\\ ]/g, String.raw`\$&`)).join("/");
  return file.endsWith("/") ? `/${path}/` : `/${path}*`;
}

// src/commands/init/config-text.ts
var remarks = {
  approval: "whose yes counts",
  sources: "only files are read",
  defaults: "of a page that names none",
  ledger: "which page became which post; for a trial at a terminal, without a remote"
};
function configText(value, schema) {
  const lines = Object.entries(value).map(([key, part]) => {
    const remark = Object.entries(remarks).find(([name]) => name === key)?.[1];
    return `${key}: ${flow(part)}${remark === void 0 ? "" : ` # ${remark}`}`;
  });
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# Every key: ${docsAddress}/configuration.md`,
    ...lines,
    ..."defaults" in value ? [] : ["# defaults: { tags: [TAG] } # a post has at least one tag"],
    ""
  ].join("\n");
}
function flow(value) {
  if (typeof value === "string") return yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value).map(([key, member]) => `${key}: ${flow(member)}`);
  return `{ ${members.join(", ")} }`;
}

// src/commands/init/set-up-config.ts
async function newConfig({ github, host, files, parse }, wish, way) {
  const path = github === null ? "stack-publish.yml" : ".github/stack-publish.yml";
  const installed = "node_modules/stack-publish/schema/config.json";
  const hasPackage = await files.read(installed) !== "nothing";
  const schema = hasPackage ? `${github === null ? "./" : "../"}${installed}` : schemaAddress("config.json");
  const text = configText(configValue(wish, sourcesAndApproval()), schema);
  return { path, text, config: await parse(text, path) };
  function sourcesAndApproval() {
    if (way !== null) return { pulls: true, accept: acceptedOf[way] };
    if (github !== null || wish.ledgerFile !== null)
      return { pulls: (github?.setup ?? null) !== null, accept: ["asserted"] };
    return otherCi(host);
  }
}
async function putConfig(files, { path, text, config }, dryRun) {
  const step = await newFile(files, { kind: "config", path, text }, dryRun);
  return step.message === null ? { ...step, message: said(config) } : step;
}
function keptConfig({ config, name }, given, wayDiffers2) {
  const differs = [...differences(config, given), ...wayDiffers2 === null ? [] : [wayDiffers2]];
  const step = { kind: "config", name };
  return differs.length === 0 ? { ...step, state: "kept", message: said(config) } : { ...step, state: "differs", message: `it is left as it is: ${differs.join("; ")}` };
}
var said = ({ destination: { tier, url, team }, approval }) => `${placeName({ site: url, team })} (${tier}); approved by ${approval.accept.join(", ")}`;
function differences({ destination, defaults, ledger }, given) {
  const wish = wishOf(given);
  const found = [
    ["tier", destination.tier, wish.tier],
    ["team", destination.team ?? "none", wish.team ?? ""],
    ["url", destination.url, (wish.url ?? "").replace(/\/+$/, "")],
    ["api", destination.api, wish.api ?? ""],
    ["tags", defaults.tags.join(","), wish.tags.join(",")],
    [
      "ledger-file",
      "file" in ledger ? ledger.file : `the branch ${ledger.branch}`,
      wish.ledgerFile ?? ""
    ]
  ];
  return found.filter(([flag, has, wanted]) => given[flag] !== null && has !== wanted).map(
    ([flag, has, wanted]) => `--${flag} is ${JSON.stringify(wanted)}, and it has ${JSON.stringify(has)}`
  );
}

// src/commands/init/set-up-environment.ts
var worstFirst = [
  "failed",
  "left",
  "planned",
  "created",
  "changed",
  "kept"
];
async function setUpEnvironment({ pages, setup }, wanted, dryRun) {
  const { name, branch } = wanted;
  const settings = `${pages.repository}/settings/environments`;
  const stepOf = (notes2) => ({
    kind: "environment",
    name,
    state: worstFirst.find((state) => notes2.some((note) => note.state === state)) ?? "kept",
    message: notes2.flatMap(({ message }) => message || []).join("; ")
  });
  const byHand = (note) => {
    const page2 = `${settings}/new`;
    const create = `Create the environment \`${name}\`: under "Deployment branches and tags" choose "Selected branches and tags" and add ${branch} alone.`;
    const isPlanned = note.state === "planned";
    const reviewers = isPlanned ? wanted.reviewers ?? [] : [];
    const then = reviewersChore(wanted, { reviewers, adminsBypass: true }, page2);
    const left = [...isPlanned ? [] : [chore(create, page2)], ...then];
    return { step: stepOf([note]), left: note.state === "failed" ? [] : left, page: settings };
  };
  if (setup === null)
    return byHand({ state: "left", message: "GitHub was not asked: GITHUB_TOKEN is not set" });
  const found = await setup.environment(name).catch(refusalOf);
  if (isNote(found)) return byHand(found);
  if (found === null && dryRun)
    return byHand({ state: "planned", message: `limited to ${branch}` });
  const made = found ?? await setup.putEnvironment(name, bare).catch(refusalOf);
  if (isNote(made)) return byHand(made);
  const page = `${settings}/${made.id}/edit`;
  const reviewed = await addReviewers(setup, wanted, made, dryRun);
  const limited = await limit(setup, wanted, made, dryRun);
  const notes = [
    ...found === null ? [{ state: "created", message: "" }] : [],
    ...reviewed.note ? [reviewed.note] : [],
    limited
  ];
  const how = `Limit the environment \`${name}\` to ${branch}: under "Deployment branches and tags" choose "Selected branches and tags", and list it alone.`;
  return {
    step: stepOf(notes),
    left: [
      ...limited.state === "left" ? [chore(how, page)] : [],
      ...reviewersChore(wanted, reviewed.environment, page)
    ],
    page
  };
}
var bare = {
  reviewers: [],
  preventSelfReview: false,
  waitTimer: 0,
  branches: "listed"
};
async function addReviewers(setup, { name, reviewers }, environment, dryRun) {
  if (!reviewers?.length || environment.reviewers.length > 0) return { environment, note: null };
  const next = { ...environment, reviewers };
  if (dryRun)
    return { environment: next, note: { state: "planned", message: "with the reviewers named" } };
  const changed = await setup.putEnvironment(name, next).catch(refusalOf);
  if (isNote(changed)) return { environment, note: changed };
  return {
    environment: changed,
    note: { state: "changed", message: "with the reviewers named" }
  };
}
async function limit(setup, { name, branch }, { reviewers, branches }, dryRun) {
  const listed2 = branches === "listed" ? await setup.branchesOf(name).catch(refusalOf) : null;
  if (isNote(listed2)) return listed2;
  if (listed2?.length === 0) {
    const message = `limited to ${branch}`;
    if (dryRun) return { state: "planned", message };
    const refusal = await setup.addBranch(name, branch).then(() => null, refusalOf);
    return refusal ?? { state: "changed", message };
  }
  const flaw = branchesFlaw({ reviewers: reviewers.length, branches }, listed2, branch);
  return flaw === null ? { state: "kept", message: `limited to ${branch}` } : { state: "left", message: `it ${flaw}` };
}
function reviewersChore({ name, reviewers }, environment, page) {
  if (reviewers === null) return [];
  const named = `In \`${name}\` select "Required reviewers" and name up to six people or teams: they approve what is published.`;
  const bypass = `In \`${name}\` deselect "Allow administrators to bypass configured protection rules", and save the rules.`;
  return [
    ...environment.reviewers.length > 0 ? [] : [chore(named, page)],
    ...environment.adminsBypass === false ? [] : [chore(bypass, page)]
  ];
}
var isNote = (value) => value !== null && "message" in value;

// src/commands/init/set-up-labels.ts
async function setUpLabels({ pages, setup }, { article, faq }, dryRun) {
  const wanted = [
    { name: article, color: "0969da", description: "Publish the note as an Article" },
    { name: faq, color: "8250df", description: "Publish the note as questions and answers" }
  ].filter(({ name }, at) => at === 0 || name !== article);
  const names = wanted.map(({ name }) => name);
  const page = `${pages.repository}/labels`;
  const byHand = (missing2) => chore(
    `Create the ${missing2.length === 1 ? "label" : "labels"} ${missing2.map((name) => `\`${name}\``).join(" and ")}.`,
    page
  );
  if (setup === null) return { steps: [], left: [byHand(names)] };
  const found = await setup.labelsAmong(names).catch(refusalOf);
  if ("state" in found) {
    const steps2 = names.map((name) => ({ kind: "label", name, ...found }));
    return { steps: steps2, left: found.state === "left" ? [byHand(names)] : [] };
  }
  const steps = [];
  for (const label of wanted) {
    const { name } = label;
    const step = (state) => ({ kind: "label", name, state, message: null });
    if (found.includes(name)) steps.push(step("kept"));
    else if (dryRun) steps.push(step("planned"));
    else {
      const refusal = await setup.createLabel(label).then(() => null, refusalOf);
      steps.push(refusal === null ? step("created") : { kind: "label", name, ...refusal });
    }
  }
  const missing = steps.filter(({ state }) => state === "left").map(({ name }) => name);
  return { steps, left: missing.length === 0 ? [] : [byHand(missing)] };
}

// src/commands/init/set-up-forge.ts
async function setUpForge(github, { config, way, branch, reviewers }, dryRun) {
  const pages = {};
  const steps = [];
  const left = [];
  const { environment } = config.approval;
  const wanted = [
    { name: readEnvironment(environment), branch, reviewers: null },
    { name: environment, branch, reviewers: way === "reviewers" ? reviewers : null }
  ];
  for (const each of way === null ? [] : wanted) {
    const done = await setUpEnvironment(github, each, dryRun);
    pages[each.name] = done.page;
    steps.push(done.step);
    left.push(...done.left);
  }
  const pulls = config.sources["pull-requests"];
  if (pulls !== false) {
    const done = await setUpLabels(github, pulls, dryRun);
    steps.push(...done.steps);
    left.push(...done.left);
  }
  return { steps, left, pages };
}

// src/commands/init/set-up-workflows.ts
async function setUpWorkflows({ files, workflows, shipped: shipped2 }, { way, place, pulls, releases, publisher: given }, dryRun) {
  const textOf = (part) => {
    if (part === "publish" && given !== void 0) return workflowText(given, place);
    const found = shippedFor(part, way, shipped2);
    if (found === null) throw new Error(`the package ships no workflow for ${part} by ${way}`);
    return workflowText(found.text, place);
  };
  const kept = (path, message) => ({
    kind: "workflow",
    name: path,
    state: "kept",
    message
  });
  const publisher = publisherIn(workflows, place.environment);
  const check = checkIn(workflows);
  if (publisher !== null) {
    const { file, ways: ways2 } = publisher;
    const steps2 = [
      kept(file.path, ways2.length === 0 ? "it publishes" : `it publishes, by ${ways2.join(" or ")}`),
      ...check === null ? [] : [kept(check.path, "it checks pull requests")]
    ];
    return { steps: steps2, files: [file, ...check === null ? [] : [check]] };
  }
  const parts = [
    ...check === null ? ["check"] : [],
    ...pulls ? ["daily"] : [],
    ...releases ? ["release"] : [],
    "publish"
  ];
  const steps = check === null ? [] : [kept(check.path, "it checks pull requests")];
  const has = check === null ? [] : [check];
  for (const part of parts) {
    const file = { path: workflowPaths[part], text: textOf(part) };
    has.push(file);
    steps.push(await newFile(files, { kind: "workflow", ...file }, dryRun));
  }
  return { steps, files: has };
}

// src/commands/init/secrets-left.ts
async function missingSecrets(setup, { approval: { environment } }, workflows) {
  const names = secretsIn(workflows);
  const missing = [];
  for (const name of [readEnvironment(environment), environment]) {
    const found = await setup?.secretsOf(name).catch(() => null) ?? [];
    for (const secret of names)
      if (!found.includes(secret)) missing.push({ environment: name, secret });
  }
  return missing;
}
async function secretsLeft(github, config, workflows, pages) {
  const missing = await missingSecrets(github.setup, config, workflows);
  return missing.map(
    ({ environment, secret }) => secretChore(github, {
      environment,
      secret,
      writes: environment === config.approval.environment,
      page: pages[environment] ?? ""
    })
  );
}

export {
  acceptedOf,
  configValue,
  wayNamed,
  flagFault,
  reviewerNames,
  namedReviewers,
  chore,
  refusalOf,
  completeWish,
  workflowPaths,
  decideWay,
  wayDiffers,
  workflowText,
  isUnpinned,
  elsewhereChores,
  pinChore,
  commitChore,
  configText,
  newFile,
  ignore,
  ledgerPattern,
  newConfig,
  putConfig,
  keptConfig,
  setUpForge,
  setUpWorkflows,
  missingSecrets,
  secretsLeft
};
