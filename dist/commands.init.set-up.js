import {
  commitChore,
  completeWish,
  decideWay,
  elsewhereChores,
  flagFault,
  ignore,
  keptConfig,
  ledgerPattern,
  namedReviewers,
  newConfig,
  pinChore,
  putConfig,
  reviewerNames,
  secretsLeft,
  setUpForge,
  setUpWorkflows,
  wayDiffers,
  wayNamed
} from "./commands.init.secrets-left.js";
import "./commands.doctor.workflow.js";
import "./model.destination.js";
import "./config.schema.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./model.evidence.js";
import "./config.config-paths.js";
import "./approval.environment-flaw.js";
import "./model.nearest-name.js";
import "./model.draft.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./config.config-places.js";
import "./model.version.js";
import "./model.is-object.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/init/set-up.ts
async function setUp(context, options, person) {
  const { files, github } = context;
  const dryRun = options["dry-run"];
  const flag = options.approval === null ? null : wayNamed(options.approval);
  const names = options.reviewers === null ? null : reviewerNames(options.reviewers);
  const wish = context.config === null ? await completeWish(options, person) : null;
  const about = await github?.setup?.repository() ?? null;
  const way = await decideWay({
    context,
    github,
    about,
    isTrial: wish ? wish.ledgerFile !== null : "file" in (context.config?.config.ledger ?? {}),
    flag,
    environment: context.config?.config.approval.environment ?? "stack-internal",
    askYesNo: person && ((question) => person.askYesNo(question))
  });
  if (names !== null && way !== "reviewers")
    throw flagFault("--reviewers are for --approval reviewers", null);
  const fresh = wish && await newConfig(context, wish, way);
  const config = fresh?.config ?? context.config?.config;
  if (config === void 0) throw new TypeError("there is no configuration");
  const pattern = "file" in config.ledger ? ledgerPattern(config.ledger.file) : null;
  const reviewers = names && github?.setup ? await namedReviewers(github.setup, names) : null;
  const branch = about?.defaultBranch ?? context.branch;
  const forge = github ? await setUpForge(github, { config, way, branch, reviewers: reviewers ?? [] }, dryRun) : null;
  const configStep = fresh ? await putConfig(files, fresh, dryRun) : keptConfig(context.config ?? { config, name: "" }, options, wayDiffers(config, flag));
  const ignored = pattern === null || await context.isIgnored(ledgerFileOf(config)) ? [] : [await ignore(files, pattern, dryRun)];
  const { tier, api } = config.destination;
  const workflows = way ? await setUpWorkflows(
    context,
    {
      way,
      place: {
        branch,
        repository: github?.name ?? null,
        environment: config.approval.environment,
        withKey: tier === "enterprise" && api === "v2.3"
      },
      pulls: config.sources["pull-requests"] !== false,
      releases: config.sources.releases !== false
    },
    dryRun
  ) : { steps: [], files: [] };
  const steps = [configStep, ...ignored, ...workflows.steps, ...forge?.steps ?? []];
  const secrets = way && github ? await secretsLeft(
    github,
    config,
    workflows.files.map(({ text }) => text).join("\n"),
    forge?.pages ?? {}
  ) : [];
  const left = [
    ...elsewhereChores(context, config),
    ...forge?.left ?? [],
    ...secrets,
    ...pinChore(workflows.files),
    ...await commitChore(context, steps, branch, dryRun)
  ];
  return { approval: way, steps, left };
}
var ledgerFileOf = ({ ledger }) => "file" in ledger ? ledger.file : "";
export {
  setUp
};
