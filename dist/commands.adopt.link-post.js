import {
  wholePlan
} from "./commands.planning-options.js";
import {
  changeOf,
  lastTouched,
  postDocument,
  prepare,
  readCandidate,
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
  withClaimed,
  withoutBroken
} from "./model.ledger.js";
import "./model.map-concurrent.js";
import "./model.site-memory.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./commands.assess.js";
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

// src/commands/adopt/link-post.ts
async function linkPost(context, options) {
  const { source, url, decision } = options;
  const { site, ledger } = context;
  const ref = site.refOf(url);
  if (!ref)
    throw refused(
      `the address is none of a post of ${site.destination.site}`,
      "Copy the address from the browser, or from the post's share link."
    );
  const { changes, snapshot, account, findings } = await prepare(context, wholePlan);
  const change = changeOf(source, { ...changes, findings });
  const before = snapshot.index.records[source] ?? null;
  const composedFrom = change.outcome === "unchanged" ? change.record : change.composedFrom;
  requireFree(change, before);
  if (change.kind !== ref.kind)
    throw refused(
      `the source is of the kind ${change.kind}, and the post is of the kind ${ref.kind}`,
      "Name a post of the same kind."
    );
  const claims = (records) => Object.entries(records).filter(
    ([key, record]) => key !== source && record.kind === ref.kind && record.post?.id === ref.id
  );
  const present = new Set([...changes.changes, ...findings].map((each) => each.source));
  const refuseClaims = (records) => {
    for (const [key, { forgotten }] of claims(records))
      if (present.has(key) && !forgotten)
        throw refused(
          `the post already belongs to ${key}`,
          `Run \`resolve ${key} forget\` first, or name another post.`
        );
  };
  refuseClaims(snapshot.index.records);
  const post = ref.answer === void 0 ? await readCandidate(site, ref, account.id) : await site.read(ref);
  if (!post) throw refused("the post does not exist, or was deleted", "Name a post that exists.");
  await decision.requireCurrent({
    madeFrom: composedFrom,
    activity: async () => lastTouched(post)
  });
  await ledger.update((index) => {
    if (digestOf({ record: index.records[source] ?? null }) !== digestOf({ record: before }))
      throw new Fault(
        "ledger",
        "ledger-busy",
        `Cannot adopt for ${source}: another run changed its record meanwhile.`,
        { remedy: "Run `stack-publish status`, and adopt again if it still has no post." }
      );
    refuseClaims(index.records);
    const records = copyOfRecords(index.records);
    for (const [key, record] of claims(records))
      if (present.has(key)) records[key] = { ...record, ...withoutPost };
      else delete records[key];
    records[source] = {
      ...index.records[source] ?? blankRecord({ ...change, ...composedFrom }),
      kind: ref.kind,
      post: post.ref,
      complete: true,
      // Read again by the next plan, whatever was known of the source.
      revision: null,
      base: null,
      text: null,
      postedBy: null,
      activity: post.activity,
      edited: false,
      unsettled: null,
      normalizations: [],
      gone: false,
      otherOwner: post.owner?.id !== account.id,
      forgotten: false,
      resolution: null,
      intent: null,
      filled: {}
    };
    const isNew = claims(index.records).length === 0 && post.owner?.id === account.id;
    const { tier, site: address, team } = site.destination;
    return {
      index: {
        ...withoutBroken(index, source),
        destination: { tier, site: address, team },
        cursors: withClaimed(index.cursors, ref.kind, isNew ? 1 : 0),
        records
      }
    };
  });
  return {
    schema: 1,
    command: "adopt",
    source,
    resolution: null,
    post: postDocument(post.ref, site),
    requests: requestsDocument(context, decision.requests)
  };
}
var withoutPost = { post: null, complete: false, gone: false, otherOwner: false, intent: null };
function requireFree(change, record) {
  const held = change.outcome === "held" ? change : null;
  if (held?.reason === "in-progress" || held?.reason === "outcome-unknown")
    throw refused(`a write of ${change.source} may still be under way`, held.remedy);
  if (!record?.post || record.gone || record.forgotten) return;
  if (held?.reason === "kind-changed" || held?.reason === "ambiguous") return;
  throw refused(
    `${change.source} already has post ${record.post.id}`,
    `Run \`resolve ${change.source} forget\` first if it should have another.`
  );
}
function refused(seen, remedy) {
  return new Fault("usage", "adopt-refused", `Cannot adopt: ${seen}.`, { remedy });
}
export {
  linkPost
};
