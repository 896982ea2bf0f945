import {
  findingDocument,
  gather
} from "./commands.gather.js";
import "./sources.pull-request.pull-request-source.js";
import "./sources.docs.decode-utf8.js";
import "./sources.pull-request.read-pull-request.js";
import "./sources.pull-request.read-note.js";
import "./model.source-cursor.js";
import "./model.ledger.js";
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
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./config.config-places.js";
import "./model.is-object.js";
import "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import {
  __callDispose,
  __using
} from "./esbuild-helpers.js";

// src/commands/check/check-sources.ts
var visibilityOf = { auto: null, private: false, public: true };
async function checkSources(checkout) {
  const { repository, config, pages, now, threads } = checkout;
  const { progress } = checkout.log;
  const tree = await repository.workingTree();
  const { pull, requests } = await checkout.readPull();
  const preview = pull && await (await import("./commands.check.preview-pull.js")).previewPull(pull, tree, checkout);
  const { drafts, findings, erroneous } = await gather(tree, config, {
    now,
    pages,
    isPublic: () => Promise.resolve(visibilityOf[config.visibility]),
    ...preview && { also: preview.also },
    progress,
    threads
  });
  const counts = { sources: drafts.length + erroneous.size, ready: drafts.length };
  return checked(
    { counts, findings, drafts, pull },
    { entry: preview?.entry ?? null, requests: requestsOf(checkout, requests) }
  );
}
async function checkRelease(checkout, name) {
  var _stack = [];
  try {
    const { repository, config, pages, now } = checkout;
    const opened = __using(_stack, await checkout.openForge(), true);
    const { forge, history } = opened;
    if (forge === null)
      throw new Fault(
        "usage",
        "usage",
        "Cannot show a release: no repository on GitHub or GitLab is known.",
        {
          remedy: "Set GITHUB_REPOSITORY (on GitLab GITLAB_TOKEN), or run it in a clone of the repository."
        }
      );
    const tree = await repository.workingTree();
    const { previewRelease } = await import("./sources.release.preview-release.js");
    const also = await previewRelease(name, { config, tree, forge, history, now });
    const gathered = await gather(tree, config, {
      now,
      pages,
      isPublic: async () => visibilityOf[config.visibility] ?? await forge.isPublic(),
      also
    });
    const [draft] = also.drafts;
    const own = /* @__PURE__ */ new Set([
      ...also.drafts.map(({ key }) => key),
      ...also.findings.map(({ source }) => source)
    ]);
    const findings = gathered.findings.filter(({ source }) => own.has(source));
    const isReady = draft && !gathered.erroneous.has(draft.key);
    const counts = { sources: draft ? 1 : 0, ready: isReady ? 1 : 0 };
    return checked(
      { counts, findings, drafts: [], pull: null },
      {
        release: draft ? {
          source: draft.key,
          title: draft.title,
          tags: [...draft.tags],
          type: draft.type,
          body: gathered.composed(draft).content.body
        } : null,
        requests: requestsOf(checkout, forge.requests)
      }
    );
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function requestsOf({ configRequests }, asked = none) {
  const total = asked.total + configRequests.total;
  return { site: none, forge: { total, writes: asked.writes + configRequests.writes } };
}
var none = { total: 0, writes: 0 };
function checked({
  counts,
  findings,
  drafts,
  pull
}, more) {
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    drafts,
    pull,
    document: {
      schema: 1,
      command: "check",
      counts: { ...counts, errors: count("error"), warnings: count("warning") },
      findings: findings.map(findingDocument),
      entry: null,
      release: null,
      ...more
    }
  };
}
export {
  checkRelease,
  checkSources
};
