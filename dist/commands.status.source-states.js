import {
  wholePlan
} from "./commands.context.js";
import {
  postDocument,
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
import "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/status/source-states.ts
async function sourceStates(context, options) {
  const { site } = context;
  const { changes, snapshot, erroneous } = await prepare(context, {
    ...wholePlan,
    full: options.full
  });
  const known = changes.changes.map((change) => {
    const shared = { source: change.source, post: postDocument(change.post, site), reason: null };
    switch (change.outcome) {
      case "unchanged":
        if (change.record.forgotten) return { ...shared, state: "forgotten" };
        return { ...shared, state: change.edited ? "edited" : "unchanged" };
      case "step":
        return { ...shared, state: change.step.action };
      case "held":
        return { ...shared, state: "held", reason: change.reason };
    }
  });
  const entries = [
    ...known,
    ...changes.orphaned.map(({ source, post }) => ({
      source,
      post: postDocument(post, site),
      state: "orphaned",
      reason: null
    })),
    ...[...erroneous].map((source) => ({
      source,
      post: postDocument(snapshot.index.records[source]?.post ?? null, site),
      state: "error",
      reason: null
    }))
  ];
  return {
    schema: 1,
    command: "status",
    sources: entries.sort((a, b) => a.source < b.source ? -1 : 1)
  };
}
export {
  sourceStates
};
