import { matchesGlob } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { digestOf } from '../../model/digest.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { SourceCursor } from '../../model/source-cursor.ts';
import type { PublishedRelease } from '../../ports/forge.ts';
import type { ForgeContext, FoundSources } from '../source-kind.ts';
import { isMadeFromPulls } from './made-from-pulls.ts';
import { readBodies } from './read-bodies.ts';
import { readReleases } from './read-releases.ts';

/** Lists of the forge may lag: so long is a release looked for that was published before one seen. */
const lagMs = 5 * 60_000;
const soonMs = 3_600_000;

/** Lists the releases, and reads those that are new or are made anew. */
export async function gatherReleases(
  wanted: Exclude<Config['sources']['releases'], false>,
  context: ForgeContext,
): Promise<FoundSources> {
  const { config, forge, recorded, cursor, started, now } = context;
  const since = Date.parse(wanted.since ?? new Date(started).toISOString().slice(0, 10));
  const query = digestOf({ since, tags: wanted.tags, from: wanted.from });
  // What was passed over under another day or another pattern is looked at once more.
  const known = cursor?.query === query ? cursor : null;
  const byTag = new Map(
    recorded.flatMap((each) => tagOf(each.record.provenance).map((tag) => [tag, each] as const)),
  );
  const open = new Set(known?.pending.flatMap(tagOf));
  const all = await forge.releases({ all: known === null, tags: [...open, ...byTag.keys()] });
  const published = all.filter(({ tag }) => wanted.tags.some((each) => matchesGlob(tag, each)));
  const listed = published.flatMap((release) => {
    const { tag, publishedAt } = release;
    const source = byTag.get(tag) ?? null;
    const isNew = source === null && (open.has(tag) || isUnseen(release, known, now));
    return source || publishedAt >= since ? [{ release, known: source, isNew }] : [];
  });
  const { unreleased = null, ...found } = isMadeFromPulls(config.sources)
    ? await readReleases(listed, { ...context, published })
    : { ...readBodies(listed, context), unreleased: null };
  const at = published.reduce(
    (latest, { publishedAt, updatedAt }) => Math.max(latest, publishedAt, updatedAt),
    known?.at ?? 0,
  );
  return { ...found, seen: { at, query, ...(unreleased && { unreleased }) } };
}

/** Whether no plan saw it so far. One that has nothing to say has no record, and is not asked for again. */
function isUnseen(
  { updatedAt, publishedAt }: PublishedRelease,
  seen: SourceCursor | null,
  now: number,
): boolean {
  const at = Math.max(updatedAt, publishedAt);
  return seen === null || at > seen.at || (at > seen.at - lagMs && now - at < soonMs);
}

function tagOf(provenance: Provenance | null): string[] {
  return provenance?.kind === 'release' ? [provenance.tag] : [];
}
