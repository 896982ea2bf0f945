import {
  lookUpTags,
  recordPlan,
  reportPlan,
  warnOfUncommitted
} from "./commands.plan.look-up-tags.js";
import {
  planDocument,
  planOf,
  prepare
} from "./commands.prepare.js";
import "./commands.gather.js";
import "./model.shown-text.js";
import "./npm.micromark.js";
import "./model.plan.js";
import {
  withAccount
} from "./model.ledger.js";
import "./model.image.js";
import "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./model.line-hunks.js";
import "./model.provenance.js";
import "./model.destination.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./commands.audience-of.js";
import "./model.is-digest.js";
import "./yaml.editors-schema.js";
import "./model.nearest-name.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./model.draft.js";
import "./model.is-object.js";
import "./curation.rule-ids.js";
import {
  Fault
} from "./model.error.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/commands/plan/make-plan.ts
async function makePlan(context, options) {
  if (!context.forge && context.config.sources["pull-requests"] !== false)
    context.log.info("Pull requests are not read: no GitHub repository is known.");
  const [prepared] = await Promise.all([prepare(context, options), warnOfUncommitted(context)]);
  const assembled = planOf(prepared, context);
  const [tags] = await Promise.all([
    lookUpTags(context, prepared, assembled),
    leaveInLedger(context, prepared, assembled)
  ]);
  return {
    document: planDocument(assembled, prepared, context, { tags, verbose: options.verbose }),
    index: assembled.index,
    waited: assembled.digest !== null && Object.hasOwn(prepared.before.plans, assembled.digest),
    report: () => reportPlan(assembled, prepared, context.site, tags)
  };
}
async function leaveInLedger({ site, ledger, log }, prepared, { index, digest }) {
  const news = { ...prepared, plan: digest ? index : null, now: site.now() };
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
