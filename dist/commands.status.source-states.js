import {
  wholePlan
} from "./commands.planning-options.js";
import {
  postDocument,
  prepare,
  requestsDocument
} from "./commands.prepare.js";
import "./commands.gather.js";
import "./sources.pull-request.pull-request-source.js";
import "./sources.docs.decode-utf8.js";
import "./sources.pull-request.read-pull-request.js";
import "./sources.pull-request.read-note.js";
import "./planning.link-order.js";
import "./model.line-hunks.js";
import "./model.destination.js";
import "./model.source-cursor.js";
import "./model.plan.js";
import "./model.ledger.js";
import "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./commands.assess.js";
import "./markdown.alert-mark.js";
import {
  compareSourceKeys
} from "./markdown.headings.js";
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
import "./model.is-digest.js";
import "./config.config-places.js";
import "./commands.audience-of.js";
import "./model.is-object.js";
import "./model.memoize.js";
import "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/status/source-states.ts
async function sourceStates(context, { full, approvals = false }) {
  const { site } = context;
  const { changes, before, erroneous } = await prepare(context, { ...wholePlan, full });
  const entry = ({ source, post }, state, reason = null) => ({ source, post: postDocument(post, site), state, reason });
  const known = changes.changes.map((change) => {
    switch (change.outcome) {
      case "unchanged":
        if (change.record.forgotten) return entry(change, "forgotten");
        if (changes.skipped.has(change.source)) return entry(change, "skipped");
        return entry(change, change.edited ? "edited" : "unchanged");
      case "step":
        return entry(change, change.step.action);
      case "held":
        return entry(change, "held", change.reason);
    }
  });
  const entries = [
    ...known,
    ...changes.orphaned.map((orphan) => entry(orphan, "orphaned")),
    ...[...erroneous].map(
      (source) => entry({ source, post: before.records[source]?.post ?? null }, "error")
    )
  ];
  return {
    schema: 1,
    command: "status",
    sources: entries.sort((a, b) => a.source < b.source ? -1 : 1),
    ...approvals && { approvals: approvalsOf(before, changes.changes, site) },
    requests: requestsDocument(context)
  };
}
function approvalsOf({ records, approvals }, changes, site) {
  const now = new Map(
    changes.map((change) => [change.source, change.outcome === "unchanged" ? change.record : null])
  );
  return Object.entries(records).flatMap(([source, record]) => {
    const { post, plan } = record;
    if (!post) return [];
    const evidence = plan && Object.hasOwn(approvals, plan) ? approvals[plan] : void 0;
    const known = now.get(source) ?? record;
    return [
      {
        source,
        post: postDocument(post, site),
        plan,
        text: known.gone ? "deleted" : known.edited ? "edited" : "as approved",
        approval: evidence ? {
          mechanism: evidence.mechanism,
          verified: evidence.verified,
          by: evidence.by,
          ...evidence.others && { others: [...evidence.others] },
          evidence: evidence.evidence,
          at: new Date(evidence.at).toISOString()
        } : null
      }
    ];
  }).sort((a, b) => compareSourceKeys(a.source, b.source));
}
export {
  sourceStates
};
