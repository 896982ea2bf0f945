import { matchesGlob } from 'node:path';
import { digestOf } from '../../model/digest.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { SourceCursor } from '../../model/source-cursor.ts';
import type { PublishedRelease } from '../../ports/forge.ts';
import type { ForgeKind } from '../source-kind.ts';
import { isMadeFromPulls } from './made-from-pulls.ts';
import { readBodies } from './read-bodies.ts';
import { readReleases } from './read-releases.ts';

/** Lists of the forge may lag: so long is a release looked for that was published before one seen. */
const lagMs = 5 * 60_000;
const soonMs = 3_600_000;

/** Published releases whose tag matches, made from the notes of their pull requests or from their own text. */
export const releaseSource: ForgeKind = {
  from: 'forge',
  list: 'releases',
  owns: ({ kind }) => kind === 'release',
  shaping({ sources }) {
    const { releases, 'pull-requests': pulls } = sources;
    if (releases === false) return {};
    const { from, type = null, sections } = releases;
    const label = isMadeFromPulls(sources) && pulls !== false ? pulls.article : null;
    return { releases: { from, type, sections, label } };
  },
  async gather(context) {
    const { config, forge, recorded, cursor, started, now } = context;
    const wanted = config.sources.releases;
    if (wanted === false) return null;
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
    const { unreleased = [], ...found } = isMadeFromPulls(config.sources)
      ? await readReleases(listed, { ...context, published, cursor: known })
      : { ...readBodies(listed, context), unreleased: undefined };
    const at = published.reduce(
      (latest, { publishedAt, updatedAt }) => Math.max(latest, publishedAt, updatedAt),
      known?.at ?? 0,
    );
    return { ...found, seen: { at, query, ...(unreleased && { unreleased }) } };
  },
};

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
