import {
  wholePlan
} from "./commands.planning-options.js";
import {
  fittingResolutions
} from "./commands.resolve.resolutions.js";
import {
  changeOf,
  lastTouched,
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
import {
  blankRecord,
  copyOfRecords,
  withoutBroken
} from "./model.ledger.js";
import "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import {
  baseOf
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
import {
  digestOf
} from "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./config.config-places.js";
import "./commands.audience-of.js";
import "./model.is-object.js";
import "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// src/commands/resolve/end-hold.ts
async function endHold(context, options) {
  const { source, resolution, decision } = options;
  const { site, ledger } = context;
  const { changes, snapshot, findings } = await prepare(context, wholePlan);
  const before = snapshot.index.records[source] ?? null;
  const orphan = changes.orphaned.find((each) => each.source === source);
  const change = orphan ? null : changeOf(source, { ...changes, findings });
  const decided = change ? decisionOf(change, before, resolution) : leaveOrphan(source, before, resolution);
  await requireCurrent(decision, { site, change, before });
  await ledger.update((index) => {
    const record = index.records[source] ?? null;
    if (digestOf({ record }) !== digestOf({ record: before }))
      throw new Fault(
        "ledger",
        "ledger-busy",
        `Cannot resolve ${source}: another run changed it meanwhile.`,
        { remedy: "Run `stack-publish status`, and resolve it again if it still is held." }
      );
    const records = copyOfRecords(index.records);
    if (decided.record) records[source] = decided.record;
    else delete records[source];
    if (change?.outcome === "held" && change.renamedFrom) delete records[change.renamedFrom];
    return { ...decided, index: { ...withoutBroken(index, source), records } };
  });
  return {
    schema: 1,
    command: "resolve",
    source,
    resolution,
    post: postDocument((orphan ?? change)?.post ?? null, site),
    requests: requestsDocument(context, decision.requests)
  };
}
async function requireCurrent(decision, about) {
  const { site, change, before } = about;
  const madeFrom = change && change.outcome !== "unchanged" ? change.composedFrom : before;
  if (madeFrom === null) return;
  await decision.requireCurrent({
    madeFrom,
    async activity() {
      const read = change?.outcome === "held" ? change.current : null;
      const ref = change ? change.post : before?.post ?? null;
      const post = read ?? (ref && await site.read(ref));
      return post && lastTouched(post);
    }
  });
}
function leaveOrphan(source, before, resolution) {
  if (resolution === "forget" && !before?.intent) return { record: null };
  const [seen, remedy] = before?.intent ? ["a write of it may still be under way", "Plan again after five minutes."] : ["its source is gone, expected forget", "Run it with `forget`, or bring the source back."];
  const message = `Cannot resolve ${source} by ${resolution}: ${seen}.`;
  throw new Fault("usage", "resolution-unfit", message, { remedy });
}
function skip(change, before) {
  if (change.outcome === "unchanged")
    throw new Fault(
      "usage",
      "nothing-to-resolve",
      `Cannot skip ${change.source}: it asks for nothing.`,
      {
        remedy: "Run `stack-publish plan` to see what does."
      }
    );
  if (change.renamedFrom !== null)
    throw new Fault(
      "usage",
      "resolution-unfit",
      `Cannot skip ${change.source}: the post of ${change.renamedFrom} goes over to it first.`,
      {
        remedy: `Leave it out of this approval (\`publish --except ${change.source}\`), or undo the renaming.`
      }
    );
  const ours = change.outcome === "step" ? change.composed : change.ours;
  if (ours === null || before?.intent)
    throw new Fault(
      "usage",
      "resolution-unfit",
      `Cannot skip ${change.source}: ${ours === null ? "what it says was not read" : "a write of it may still be under way"}.`,
      { remedy: "Plan again; after five minutes where a write is under way." }
    );
  const known = before ?? blankRecord({ ...change, ...change.composedFrom, revision: null, settings: null });
  return { record: { ...known, skipped: digestOf(ours), resolution: null } };
}
function decisionOf(change, before, resolution) {
  if (before?.forgotten && resolution === "recreate")
    return {
      record: {
        ...before,
        forgotten: false,
        gone: before.post !== null,
        revision: null,
        resolution: { kind: "recreate", activity: before.activity }
      }
    };
  if (before?.resolution && change.outcome === "step" && resolution === "forget")
    return { record: { ...before, forgotten: true, resolution: null } };
  if (resolution === "skip") return skip(change, before);
  if (change.outcome !== "held")
    throw new Fault(
      "usage",
      "nothing-to-resolve",
      `Cannot resolve ${change.source}: it is not held.`,
      { remedy: "Run `stack-publish status` to see what is." }
    );
  const allowed = fittingResolutions[change.reason];
  if (!allowed.includes(resolution))
    throw new Fault(
      "usage",
      "resolution-unfit",
      `Cannot resolve ${change.source} by ${resolution}: it is held as ${change.reason}, expected ${allowed.join(" or ") || "nothing but patience"}.`,
      { remedy: change.remedy }
    );
  const known = change.record ?? before ?? blankRecord({ ...change, ...change.composedFrom });
  const record = change.renamedFrom ? { ...known, revision: null } : known;
  switch (resolution) {
    case "source": {
      const activity = change.current ? lastTouched(change.current) : record.activity;
      return { record: { ...record, resolution: { kind: "source", activity } } };
    }
    case "recreate":
      return {
        record: { ...record, resolution: { kind: "recreate", activity: record.activity } }
      };
    case "forget":
      return { record: { ...record, forgotten: true, resolution: null } };
    case "site": {
      const { ours } = change;
      if (!ours) throw new TypeError(`${change.source} was not read`);
      return {
        record: {
          ...record,
          ...change.composedFrom,
          ...baseOf(ours, change.composedFrom.text),
          activity: change.current?.activity ?? record.activity,
          edited: true,
          resolution: null,
          // Of a question that was begun, nothing is left to do.
          complete: true,
          intent: record.complete ? record.intent : null
        },
        texts: [ours]
      };
    }
  }
}
export {
  endHold
};
