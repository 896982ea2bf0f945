import {
  readBodies,
  readReleases
} from "./sources.release.read-releases.js";
import "./sources.release.make-release.js";
import "./sources.pull-request.pull-request-source.js";
import "./sources.docs.decode-utf8.js";
import {
  isMadeFromPulls
} from "./sources.pull-request.read-pull-request.js";
import "./sources.pull-request.read-note.js";
import "./yaml.schema-problems.js";
import "./yaml.editors-schema.js";
import "./npm.zod.js";
import "./yaml.yaml-file.js";
import "./markdown.alert-mark.js";
import "./markdown.headings.js";
import "./npm.he.js";
import "./markdown.parse-markdown.js";
import "./model.provenance.js";
import "./model.nearest-name.js";
import "./model.draft.js";
import "./model.forge-addresses.js";
import {
  digestOf
} from "./model.digest.js";
import "./model.canonical-json.js";
import "./model.is-digest.js";
import "./model.is-object.js";
import "./model.memoize.js";
import {
  Fault
} from "./model.error.js";
import "./esbuild-helpers.js";

// builtin-import:node:path?src/sources/release/preview-release.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $matchesGlob = /* @__PURE__ */ one("matchesGlob");

// src/sources/release/preview-release.ts
var nextRelease = "next";
async function previewRelease(name, context) {
  const { config, forge, now } = context;
  const { releases } = config.sources;
  if (releases === false)
    throw new Fault("usage", "usage", "Cannot show a release: sources.releases is false.", {
      remedy: 'Set sources.releases, as `releases: { tags: ["v*"] }`.'
    });
  const isNext = name === nextRelease;
  const all2 = await forge.releases({ all: true, tags: isNext ? [] : [name] });
  const published = all2.filter(({ tag }) => releases.tags.some((each) => $matchesGlob(tag, each)));
  const found = all2.find(({ tag }) => tag === name);
  const release = found ?? unpublished(name, isNext);
  const ref = isNext && !found ? "HEAD" : void 0;
  const listed = [{ release, known: null, isNew: true, ...ref !== void 0 && { ref } }];
  const whole = {
    ...context,
    recorded: [],
    others: [],
    pulls: [],
    cursor: null,
    started: now,
    recompose: false,
    settings: digestOf({}),
    mayBeSkipped: () => false,
    published
  };
  if (isMadeFromPulls(config.sources)) {
    const { drafts: drafts2, findings: findings2 } = await readReleases(listed, whole);
    return { drafts: [...drafts2], findings: [...findings2] };
  }
  if (!found)
    throw new Fault(
      "usage",
      "source-unknown",
      `Cannot show the release ${name}: none with this tag is published, and its own text is what would be.`,
      { remedy: "Name a published release." }
    );
  const { drafts, findings } = readBodies(listed, whole);
  return { drafts: [...drafts], findings: [...findings] };
}
function unpublished(tag, isNext) {
  return {
    tag,
    name: isNext ? "The next release" : "",
    body: "",
    isPrerelease: false,
    publishedAt: Infinity,
    updatedAt: Infinity,
    url: "",
    commit: null
  };
}
export {
  nextRelease,
  previewRelease
};
