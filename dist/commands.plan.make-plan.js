import {
  assemble,
  recordPlan,
  reportPlan,
  warnOfUncommitted
} from "./planning.record-plan.js";
import {
  planDocument,
  prepare
} from "./commands.prepare.js";
import "./commands.is-public.js";
import "./model.plan.js";
import "./commands.gather.js";
import "./npm.mdast-util-to-markdown.js";
import "./model.ledger.js";
import "./model.provenance.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./yaml.yaml-file.js";
import "./model.nearest-name.js";
import "./npm.zod.js";
import "./model.draft.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/plan/make-plan.ts
async function makePlan(context, options) {
  const { config, site } = context;
  const [prepared] = await Promise.all([prepare(context, options), warnOfUncommitted(context)]);
  const assembled = assemble(
    prepared.changes.changes,
    site.destination,
    prepared.account.id,
    config.limits.create
  );
  await leaveInLedger(context, prepared, assembled);
  return {
    document: planDocument(assembled, prepared, context, options.verbose),
    index: assembled.index,
    waited: assembled.digest !== null && Object.hasOwn(prepared.snapshot.index.plans, assembled.digest),
    report: () => reportPlan(assembled, prepared, site)
  };
}
async function leaveInLedger({ site, ledger, log }, { snapshot, changes, sourceCursors }, { index, digest }) {
  const news = {
    destination: site.destination,
    before: snapshot.index,
    changes,
    sourceCursors,
    plan: digest ? index : null,
    now: site.now()
  };
  try {
    if (recordPlan(snapshot.index, news) === null) return;
    await ledger.update((current) => recordPlan(current, news));
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
