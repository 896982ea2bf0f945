import {
  lookUpTags,
  originsOf,
  recordPlan,
  reportPlan,
  warnOfUncommitted
} from "./commands.origins-of.js";
import "./commands.resolve.resolutions.js";
import {
  planDocument,
  planOf,
  prepare,
  unclaimedByTitle
} from "./commands.prepare.js";
import "./commands.gather.js";
import "./sources.pull-request.pull-request-source.js";
import "./sources.docs.decode-utf8.js";
import "./sources.pull-request.read-pull-request.js";
import "./sources.pull-request.read-note.js";
import "./commands.plan.rendered-post.js";
import "./planning.link-order.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.source-cursor.js";
import "./model.plan.js";
import {
  withAccount
} from "./model.ledger.js";
import "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import {
  applySeverity
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
import {
  isDigest
} from "./model.is-digest.js";
import "./config.config-places.js";
import "./commands.audience-of.js";
import "./model.is-object.js";
import {
  memoize
} from "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/plan/titles-on-site.ts
var aPost = { article: "an Article", question: "a question" };
async function withTitlesOnSite(prepared, { site, config }) {
  const steps = prepared.changes.changes.filter(
    (change) => change.outcome === "step" && change.step.action === "create" && change.step.reason === void 0
  );
  const everyones = site.everyones?.bind(site);
  if (steps.length === 0 || !everyones) return prepared;
  const claimed = new Set(
    Object.values(prepared.before.records).flatMap(({ post }) => post ? [post.id] : [])
  );
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const { items } = await everyones(kind, 1);
      const listed = new Map(items.map((item) => [item.id, item]));
      return [kind, unclaimedByTitle(listed, claimed)];
    })
  );
  const byTitle = new Map(lists);
  const found = steps.flatMap((step) => {
    const [other] = byTitle.get(step.kind)?.(step.title) ?? [];
    if (other === void 0) return [];
    const { kind, id } = other;
    const { provenance } = step.composedFrom;
    return [
      {
        rule: "title-on-site",
        severity: "warning",
        source: step.source,
        provenance: provenance ?? { kind: "file", path: step.source },
        place: null,
        // In public no address holds a title: this one is made of the id.
        message: `The site has ${aPost[kind]} with this title already: ${site.urlOf({ kind, id })}.`,
        remedy: "Run `stack-publish adopt SOURCE URL` to go on with that post (`adopt --all` proposes all such posts), or write another title."
      }
    ];
  });
  const told = applySeverity(found, config.rules);
  const errors = new Set(
    told.flatMap(({ severity, source }) => severity === "error" ? source : [])
  );
  const { changes } = prepared;
  return {
    ...prepared,
    findings: [...prepared.findings, ...told],
    erroneous: /* @__PURE__ */ new Set([...prepared.erroneous, ...errors]),
    changes: {
      ...changes,
      changes: changes.changes.filter(({ source }) => !errors.has(source))
    }
  };
}

// src/commands/plan/make-plan.ts
async function makePlan(context, options) {
  const { "pull-requests": pulls, releases } = context.config.sources;
  if (!context.forge && releases !== false)
    context.log.warn(
      "Pull requests and releases are not read: no repository on GitHub, GitLab or Gitea is known."
    );
  else if (!context.forge && pulls !== false)
    context.log.info(
      "Pull requests are not read: no repository on GitHub, GitLab or Gitea is known."
    );
  const [made] = await Promise.all([prepare(context, options), warnOfUncommitted(context)]);
  const prepared = options.adopting ? made : await withTitlesOnSite(made, context);
  const assembled = planOf(prepared);
  context.log.progress({ label: "looking up tags", done: 0, total: null });
  const [tags, waitedSteps] = await Promise.all([
    lookUpTags(context, prepared, assembled),
    assembled.digest === null ? /* @__PURE__ */ new Set() : stepsOfLastPlan(prepared),
    leaveInLedger(context, prepared, assembled)
  ]);
  const report = memoize(() => reportPlan(assembled, prepared, context, tags));
  return {
    document: planDocument(assembled, prepared, context, { tags, verbose: options.verbose }),
    index: assembled.index,
    waited: assembled.digest !== null && Object.hasOwn(prepared.before.plans, assembled.digest),
    waitedSteps,
    origins: { commit: context.tree.id, of: originsOf(prepared.changes.changes) },
    report,
    async preview() {
      const { previewPlan } = await import("./commands.plan.preview-plan.js");
      return previewPlan(assembled, prepared, context, report());
    }
  };
}
async function stepsOfLastPlan({ before, snapshot }) {
  const [last] = Object.entries(before.plans).toSorted(([, a], [, b]) => b - a);
  const index = last && isDigest(last[0]) ? await snapshot.plan(last[0]) : null;
  return new Set(index?.steps.map(({ digest }) => digest));
}
async function leaveInLedger({ site, ledger, log }, prepared, { index, digest }) {
  const told = prepared.changes.orphaned.map(({ source }) => source);
  const news = { ...prepared, told, plan: digest ? index : null, now: site.now() };
  try {
    if (recordPlan(prepared.before, news) === null) return;
    await ledger.update((current) => {
      const change = recordPlan(current, news);
      return change && withAccount(change, prepared.account.id);
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "ledger-not-writable") throw error;
    log.warn(
      `${error.message} The plan is complete; publish it with --index FILE, or where the ledger can be written. Until then every plan costs more requests.`
    );
  }
}
export {
  makePlan
};
