import {
  isFaq,
  isMadeFromPulls,
  readPullRequest
} from "./sources.pull-request.read-pull-request.js";
import {
  changeNumber
} from "./model.provenance.js";
import {
  digestOf
} from "./model.digest.js";

// src/sources/pull-request/pull-request-source.ts
var pullRequestSource = {
  from: "forge",
  list: "pull-requests",
  owns: (provenance) => changeNumber(provenance).length > 0,
  shaping: ({ sources: { "pull-requests": wanted } }) => ({
    pullRequests: wanted === false ? null : wanted.tags
  }),
  async gather({ config, forge, recorded, mayBeSkipped, cursor, started, now }) {
    const wanted = config.sources["pull-requests"];
    if (wanted === false) return null;
    const inReleases = isMadeFromPulls(config.sources);
    const own = recorded.filter(({ record }) => !inReleases || record.kind === "question");
    const stale = own.filter(({ record }) => !mayBeSkipped(record));
    const numbers = /* @__PURE__ */ new Set([
      ...(cursor?.pending ?? []).flatMap(changeNumber),
      ...stale.flatMap(({ record }) => changeNumber(record.provenance))
    ]);
    const since = sinceOf(wanted, started);
    const labels = [wanted.article, wanted.faq];
    const query = digestOf({ since, labels });
    const isSame = cursor && (cursor.query === void 0 || cursor.query === query);
    const pulls = await forge.mergedPullRequests({
      since: inReleases && isSame ? 0 : since,
      updatedSince: isSame ? cursor.at : null,
      // Only the first list can go without those that had a label and have it no more.
      labels: cursor === null ? labels : [],
      numbers: [...numbers].sort((a, b) => a - b),
      anyBase: inReleases,
      releases: config.sources.releases !== false
    });
    if (pulls === null) return null;
    const readings = pulls.filter(({ intoDefault, mergedAt }) => intoDefault && mergedAt >= since).filter((pull) => !inReleases || isFaq(pull, wanted)).map((pull) => readPullRequest(pull, wanted, config.defaults, now));
    for (const { number } of pulls) numbers.add(number);
    return {
      drafts: readings.flatMap(({ drafts }) => drafts),
      findings: readings.flatMap(({ findings }) => findings),
      unread: own.filter(
        ({ record }) => !changeNumber(record.provenance).some((number) => numbers.has(number))
      ),
      seen: {
        at: pulls.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), cursor?.at ?? 0),
        query
      },
      pulls
    };
  }
};
function sinceOf({ since }, started) {
  return Date.parse(since ?? new Date(started).toISOString().slice(0, 10));
}

export {
  pullRequestSource,
  sinceOf
};
