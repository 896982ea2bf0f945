import {
  findingDocument,
  gather
} from "./commands.gather.js";
import "./model.shown-text.js";
import "./markdown.parse-markdown.js";
import "./model.ledger.js";
import "./model.image.js";
import "./model.site-memory.js";
import "./model.provenance.js";
import "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./yaml.editors-schema.js";
import "./model.nearest-name.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./model.draft.js";
import "./model.is-object.js";
import "./curation.rule-ids.js";
import "./model.error.js";
import "./model.memoize.js";
import "./esbuild-helpers.js";

// src/commands/check/check-sources.ts
var visibilityOf = { auto: null, private: false, public: true };
async function checkSources({ repository, config, pages, now }) {
  const tree = await repository.workingTree();
  const { drafts, findings, erroneous } = await gather(tree, config, {
    now,
    pages,
    isPublic: () => Promise.resolve(visibilityOf[config.visibility])
  });
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    document: {
      schema: 1,
      command: "check",
      counts: {
        sources: drafts.length + erroneous.size,
        ready: drafts.length,
        errors: count("error"),
        warnings: count("warning")
      },
      findings: findings.map(findingDocument),
      // It asks nobody.
      requests: { site: { total: 0, writes: 0 }, forge: { total: 0, writes: 0 } }
    }
  };
}
export {
  checkSources
};
