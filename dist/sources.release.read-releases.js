import {
  isStale,
  knownNote,
  makeRelease,
  memberNote,
  noteFindings,
  overridesIn,
  readSections,
  releaseDraft,
  releaseFindings,
  releaseKey,
  saysNothing,
  titleOf
} from "./sources.release.make-release.js";
import {
  sinceOf
} from "./sources.pull-request.pull-request-source.js";
import {
  findFrontMatter
} from "./sources.pull-request.read-note.js";
import {
  readYaml
} from "./yaml.yaml-file.js";
import {
  digestOf
} from "./model.digest.js";
import {
  isObject
} from "./model.is-object.js";

// src/sources/release/read-bodies.ts
function readBodies(listed, { config, mayBeSkipped }) {
  const drafts = [];
  const findings = [];
  const unread = [];
  for (const { release, known, isNew } of listed) {
    const body = release.body.toWellFormed();
    const dependsOn = { release: digestOf({ title: titleOf(release), body }) };
    const isSame = known?.record.dependsOn["release"] === dependsOn.release;
    if (known && isSame && mayBeSkipped(known.record)) unread.push(known);
    else if (body.trim() !== "")
      drafts.push(releaseDraft(release, config, { body, madeFrom: { members: null, dependsOn } }));
    else {
      if (known) unread.push(known);
      if (known || isNew)
        findings.push(...releaseFindings(release.tag, [saysNothing("a text in the release")]));
    }
  }
  return { drafts, findings, unread };
}

// src/sources/release/previous.ts
function previousIn(text) {
  const head = findFrontMatter(text);
  if (head?.kind !== "yaml") return null;
  const { tree } = readYaml(text.slice(head.start, head.end), ["previous"]);
  const map = tree?.value;
  const previous = isObject(map) ? map["previous"] : null;
  return typeof previous === "string" ? previous : null;
}

// src/sources/release/find-members.ts
var mostPrevious = 100;
async function findMembers(releases, { forge, history, published, overrides, owners }) {
  if (releases.length === 0) return { making: [], findings: [] };
  const texts = await overrides.read(releases.map(({ release }) => release.tag));
  const following = releases.map((each) => {
    const { tag } = each.release;
    const named = previousIn(texts.get(tag)?.text ?? "");
    return {
      ...each,
      tag,
      named,
      before: named === null ? before(each.release, published) : [named]
    };
  });
  const refs = following.flatMap((each) => [
    each.ref ?? refOf(each.tag),
    ...each.before.map(refOf)
  ]);
  const commits = await history.fetch([...new Set(refs)]);
  const commitOf = (tag) => commits.get(refOf(tag)) ?? null;
  const findings = [];
  const ranges = [];
  let since = Infinity;
  for (const each of following) {
    const commit = commits.get(each.ref ?? refOf(each.tag)) ?? null;
    const named = each.named && commitOf(each.named);
    if (commit === null) findings.push(...missing(each.tag, each.tag, "has no tag of that name"));
    else if (each.named !== null && named === null)
      findings.push(...missing(each.tag, each.named, "`previous` names no tag"));
    else {
      const from = named === null ? await ancestorOf(commit, each.before, commitOf, history) : each.named;
      const range = await history.range(from === null ? null : commitOf(from), commit);
      ranges.push({ each, ids: range.ids });
      const last = published.find(({ tag }) => tag === from)?.publishedAt ?? 0;
      since = Math.min(since, range.since ?? Infinity, last);
    }
  }
  const isAnything = ranges.some(({ ids }) => ids.size > 0);
  const pulls = isAnything ? await pullsSince(since, overrides.numbers, forge) : [];
  const making = ranges.map(({ each, ids }) => {
    const isElsewhere = ({ number }) => !each.release.isPrerelease && (owners.get(number) ?? []).some((tag) => tag !== each.release.tag);
    const own = pulls.filter(
      (pull) => pull.mergeCommit !== null && ids.has(pull.mergeCommit) && !isElsewhere(pull)
    );
    return { ...each, members: own.map(({ number }) => number), pulls: own };
  });
  return { making, findings };
}
function before(release, published) {
  return published.filter(
    ({ tag, isPrerelease, publishedAt }) => !isPrerelease && tag !== release.tag && publishedAt <= release.publishedAt
  ).toSorted((a, b) => b.publishedAt - a.publishedAt).slice(0, mostPrevious).map(({ tag }) => tag);
}
async function ancestorOf(commit, tags, commitOf, history) {
  for (const tag of tags) {
    const other = commitOf(tag);
    if (other !== null && await history.contains(commit, other)) return tag;
  }
  return null;
}
async function pullsSince(updatedSince, numbers, forge) {
  const query = { since: 0, updatedSince, labels: [], numbers };
  return await forge.mergedPullRequests({ ...query, anyBase: true }) ?? [];
}
function missing(tag, name, seen) {
  const problem = {
    rule: "release-tag",
    offset: 0,
    message: `Cannot tell what is in the release: ${name} — ${seen} in the repository, expected a tag of the remote.`,
    remedy: "Push the tag, or name another one."
  };
  return releaseFindings(tag, [problem]);
}
function refOf(tag) {
  return `refs/tags/${tag}`;
}

// src/sources/release/supersede.ts
var mark = "superseded";
function supersede(tags, { others, settings }) {
  const findings = [];
  const unread = others.flatMap(({ key, record }) => {
    const { provenance, kind, dependsOn } = record;
    const isChange = provenance?.kind === "pull-request" || provenance?.kind === "merge-request";
    if (!isChange || kind !== "article") return [];
    const { number } = provenance;
    const [tag] = tags.get(number) ?? [];
    const isNews = tag !== void 0 && record.post !== null && !Object.hasOwn(dependsOn, mark);
    if (!isNews)
      return [{ key, record: record.settings === settings ? record : { ...record, settings } }];
    const problem = {
      rule: "superseded",
      severity: "warning",
      offset: 0,
      message: `The note is in ${releaseKey(tag)} now, expected in one post: its own is no longer updated.`,
      remedy: "Delete its own post on the site if readers do not need it, or leave it."
    };
    findings.push(...noteFindings(provenance, [problem], () => null));
    const told = { ...dependsOn, [mark]: releaseKey(tag) };
    return [{ key, record: { ...record, settings, dependsOn: told } }];
  });
  return { unread, findings };
}

// src/sources/release/read-releases.ts
async function readReleases(listed, context) {
  const { config, tree, pulls, now } = context;
  const { "pull-requests": labels } = config.sources;
  if (labels === false) return { drafts: [], findings: [], unread: context.recorded };
  const files = await overridesIn(tree);
  const optionsFor = async (numbers) => {
    const overrides = await files.read(numbers);
    return { labels, now, overrides };
  };
  const news = await optionsFor(pulls.map(({ number }) => number));
  const notes = new Map(pulls.map((pull) => [pull.number, memberNote(pull, news)]));
  const { fresh, stale, unread, owners } = sortOut(listed, { ...context, files, notes });
  const found = await findMembers(fresh, { ...context, overrides: files, owners });
  const making = [...found.making, ...await readAgain(stale, { ...context, files })];
  const drafts = [];
  const findings = [...found.findings];
  if (making.length > 0) {
    const options = await optionsFor(making.flatMap(({ members }) => members));
    const heads = await files.read(making.map(({ release }) => release.tag));
    const read = await readSections(tree, config);
    findings.push(...read.findings);
    for (const each of making) {
      const { tag } = each.release;
      if (read.sections === null) {
        findings.push(...releaseFindings(tag, [noSections]));
        continue;
      }
      const { sections } = read;
      const own = heads.get(tag) ?? null;
      const made = makeRelease(each, { ...options, config, sections, files, own });
      findings.push(...made.findings);
      if (made.draft) drafts.push(made.draft);
      else if (each.known) unread.push(each.known);
    }
  }
  const tags = /* @__PURE__ */ new Map();
  const asRecorded = listed.map(({ release, known }) => ({
    release,
    members: known?.record.members ?? []
  }));
  for (const { release, members } of [...asRecorded, ...making])
    for (const number of members) tags.set(number, [...tags.get(number) ?? [], release.tag]);
  const rest = unreleased(notes, tags, { ...context, since: sinceOf(labels, context.started) });
  const replaced = supersede(tags, context);
  return {
    drafts,
    findings: [...findings, ...rest.findings, ...replaced.findings],
    unread: [...unread, ...replaced.unread],
    unreleased: rest.numbers
  };
}
function sortOut(listed, options) {
  const { pulls, recompose, mayBeSkipped, files: overrides, notes } = options;
  const owners = /* @__PURE__ */ new Map();
  for (const { known, release } of listed)
    for (const number of known?.record.members ?? [])
      if (!release.isPrerelease) owners.set(number, [...owners.get(number) ?? [], release.tag]);
  const late = pulls.filter(({ number }) => notes.get(number)?.text && !owners.has(number));
  const fresh = [];
  const stale = [];
  const unread = [];
  for (const each of listed) {
    const { known, release, isNew } = each;
    const isLate = () => late.some(({ mergedAt }) => mergedAt <= release.publishedAt);
    if (known === null) {
      if (isNew || isLate()) fresh.push(each);
    } else if (recompose || known.record.members === null) fresh.push(each);
    else if (!mayBeSkipped(known.record) || isStale(release, known.record, { overrides, notes }))
      stale.push(each);
    else unread.push(known);
  }
  return { fresh, stale, unread, owners };
}
async function readAgain(stale, { forge, pulls, files }) {
  const known = new Map(pulls.map((pull) => [pull.number, pull]));
  const wanted = stale.map((each) => {
    const { members, dependsOn = {} } = each.known?.record ?? {};
    const says = (number) => knownNote(dependsOn, number) !== null || known.has(number) || files.revisionOf(number) !== null;
    return { each, members: members ?? [], numbers: (members ?? []).filter(says) };
  });
  const missing2 = [...new Set(wanted.flatMap(({ numbers }) => numbers))].filter(
    (number) => !known.has(number)
  );
  for (const pull of missing2.length > 0 ? await forge.pullRequests(missing2) : [])
    known.set(pull.number, pull);
  return wanted.map(({ each, members, numbers }) => ({
    ...each,
    members,
    pulls: numbers.flatMap((number) => known.get(number) ?? [])
  }));
}
function unreleased(notes, tags, { pulls, cursor, since }) {
  const numbers = new Set(cursor?.unreleased);
  const findings = [];
  for (const pull of pulls) {
    const { number, mergedAt } = pull;
    const note = notes.get(number) ?? null;
    numbers.delete(number);
    if (note === null || tags.has(number) || mergedAt < since) continue;
    if (note.text !== null) numbers.add(number);
    findings.push(...noteFindings(pull, note.problems, note.placeOf));
  }
  for (const number of tags.keys()) numbers.delete(number);
  return { numbers: [...numbers].sort((a, b) => a - b), findings };
}
var noSections = {
  rule: "release-file",
  offset: 0,
  message: "Nobody can tell where the notes of the release go, expected a file that can be read.",
  remedy: "Correct `.github/release.yml`; another finding says where."
};

export {
  readBodies,
  readReleases
};
