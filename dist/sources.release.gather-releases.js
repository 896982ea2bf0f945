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
import "./esbuild-helpers.js";

// builtin-import:node:path?src/sources/release/gather-releases.ts
var all = /* @__PURE__ */ process.getBuiltinModule("node:path");
var one = (name) => all[name];
var $matchesGlob = /* @__PURE__ */ one("matchesGlob");

// src/sources/release/gather-releases.ts
var lagMs = 5 * 6e4;
var soonMs = 36e5;
async function gatherReleases(wanted, context) {
  const { config, forge, recorded, cursor, started, now } = context;
  const since = Date.parse(wanted.since ?? new Date(started).toISOString().slice(0, 10));
  const query = digestOf({ since, tags: wanted.tags, from: wanted.from });
  const known = cursor?.query === query ? cursor : null;
  const byTag = new Map(
    recorded.flatMap((each) => tagOf(each.record.provenance).map((tag) => [tag, each]))
  );
  const open = new Set(known?.pending.flatMap(tagOf));
  const all2 = await forge.releases({ all: known === null, tags: [...open, ...byTag.keys()] });
  const published = all2.filter(({ tag }) => wanted.tags.some((each) => $matchesGlob(tag, each)));
  const listed = published.flatMap((release) => {
    const { tag, publishedAt } = release;
    const source = byTag.get(tag) ?? null;
    const isNew = source === null && (open.has(tag) || isUnseen(release, known, now));
    return source || publishedAt >= since ? [{ release, known: source, isNew }] : [];
  });
  const { unreleased = null, ...found } = isMadeFromPulls(config.sources) ? await readReleases(listed, { ...context, published }) : { ...readBodies(listed, context), unreleased: null };
  const at = published.reduce(
    (latest, { publishedAt, updatedAt }) => Math.max(latest, publishedAt, updatedAt),
    known?.at ?? 0
  );
  return { ...found, seen: { at, query, ...unreleased && { unreleased } } };
}
function isUnseen({ updatedAt, publishedAt }, seen, now) {
  const at = Math.max(updatedAt, publishedAt);
  return seen === null || at > seen.at || at > seen.at - lagMs && now - at < soonMs;
}
function tagOf(provenance) {
  return provenance?.kind === "release" ? [provenance.tag] : [];
}
export {
  gatherReleases
};
