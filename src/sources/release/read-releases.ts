import type { Draft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { Instant } from '../../model/post.ts';
import type { PublishedRelease } from '../../ports/forge.ts';
import type { Problem } from '../reading.ts';
import type { ForgeContext, FoundSources, RecordedSource } from '../source-kind.ts';
import { sinceOf } from '../pull-request/pull-request-source.ts';
import { findMembers } from './find-members.ts';
import type { ListedRelease } from './listed-release.ts';
import { makeRelease, type Making } from './make-release.ts';
import { knownNote, memberNote, noteFindings, type MemberNote } from './member-note.ts';
import { overridesIn, type Overrides } from './overrides.ts';
import { isStale, releaseFindings } from './release-facts.ts';
import { readSections } from './read-sections.ts';
import { supersede } from './supersede.ts';

interface ReadOptions extends ForgeContext {
  /** Every published release whose tag matches. */
  readonly published: readonly PublishedRelease[];
}

interface FoundReleases extends Pick<FoundSources, 'drafts' | 'findings' | 'unread'> {
  /** The pull requests with a note that are in no release yet. */
  readonly unreleased?: readonly number[];
}

/**
 * Makes releases from the notes of the pull requests in them. What is in a release is asked once and kept
 * in its record; from then on only those of its pull requests are read whose notes it holds, and only
 * where one of them, an override or the release itself is another.
 */
export async function readReleases(
  listed: readonly ListedRelease[],
  context: ReadOptions,
): Promise<FoundReleases> {
  const { config, tree, pulls, now } = context;
  const { 'pull-requests': labels } = config.sources;
  if (labels === false) return { drafts: [], findings: [], unread: context.recorded };
  const files = await overridesIn(tree);
  const optionsFor = async (numbers: readonly number[]) => {
    const overrides = await files.read(numbers);
    return { labels, now, overrides };
  };
  const news = await optionsFor(pulls.map(({ number }) => number));
  const notes = new Map(pulls.map((pull) => [pull.number, memberNote(pull, news)] as const));

  const { fresh, stale, unread, owners } = sortOut(listed, { ...context, files, notes });
  const found = await findMembers(fresh, { ...context, overrides: files, owners });
  const making = [...found.making, ...(await readAgain(stale, { ...context, files }))];
  const drafts: Draft[] = [];
  const findings: Finding[] = [...found.findings];
  if (making.length > 0) {
    const options = await optionsFor(making.flatMap(({ members }) => members));
    const heads = await files.read(making.map(({ release }) => release.tag));
    const read = await readSections(tree, config);
    findings.push(...read.findings);
    for (const each of making) {
      const { tag } = each.release;
      // Nobody knows where notes would go: no release is touched.
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

  // A pre-release is one, too.
  const tags = new Map<number, readonly string[]>();
  const asRecorded = listed.map(({ release, known }) => ({
    release,
    members: known?.record.members ?? [],
  }));
  for (const { release, members } of [...asRecorded, ...making])
    for (const number of members) tags.set(number, [...(tags.get(number) ?? []), release.tag]);
  const rest = unreleased(notes, tags, { ...context, since: sinceOf(labels, context.started) });
  const replaced = supersede(tags, context);
  return {
    drafts,
    findings: [...findings, ...rest.findings, ...replaced.findings],
    unread: [...unread, ...replaced.unread],
    unreleased: rest.numbers,
  };
}

interface SortOptions extends ReadOptions {
  readonly files: Overrides;
  /** Of the pull requests that were updated. */
  readonly notes: ReadonlyMap<number, MemberNote | null>;
}

/** Parts the releases: whose pull requests have to be found, which are made anew, and which are as they were. */
function sortOut(listed: readonly ListedRelease[], options: SortOptions) {
  const { pulls, recompose, mayBeSkipped, files: overrides, notes } = options;
  const owners = new Map<number, readonly string[]>();
  for (const { known, release } of listed)
    for (const number of known?.record.members ?? [])
      if (!release.isPrerelease) owners.set(number, [...(owners.get(number) ?? []), release.tag]);
  const late = pulls.filter(({ number }) => notes.get(number)?.text && !owners.has(number));
  const fresh: ListedRelease[] = [];
  const stale: ListedRelease[] = [];
  const unread: RecordedSource[] = [];
  for (const each of listed) {
    const { known, release, isNew } = each;
    // A note that was written later may be the first of a release that had none.
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

/** Reads those pull requests of releases whose notes they hold, or may hold now. */
async function readAgain(
  stale: readonly ListedRelease[],
  { forge, pulls, files }: Pick<SortOptions, 'forge' | 'pulls' | 'files'>,
): Promise<readonly Making[]> {
  const known = new Map(pulls.map((pull) => [pull.number, pull]));
  const wanted = stale.map((each) => {
    const { members, dependsOn = {} } = each.known?.record ?? {};
    const says = (number: number) =>
      knownNote(dependsOn, number) !== null ||
      known.has(number) ||
      files.revisionOf(number) !== null;
    return { each, members: members ?? [], numbers: (members ?? []).filter(says) };
  });
  const missing = [...new Set(wanted.flatMap(({ numbers }) => numbers))].filter(
    (number) => !known.has(number),
  );
  for (const pull of missing.length > 0 ? await forge.pullRequests(missing) : [])
    known.set(pull.number, pull);
  return wanted.map(({ each, members, numbers }) => ({
    ...each,
    members,
    pulls: numbers.flatMap((number) => known.get(number) ?? []),
  }));
}

/** The pull requests with a note that are in no release yet, and what is wrong with notes that changed. */
function unreleased(
  notes: ReadonlyMap<number, MemberNote | null>,
  tags: ReadonlyMap<number, readonly string[]>,
  { pulls, cursor, since }: Pick<ReadOptions, 'pulls' | 'cursor'> & { readonly since: Instant },
): { readonly numbers: readonly number[]; readonly findings: readonly Finding[] } {
  const numbers = new Set(cursor?.unreleased);
  const findings: Finding[] = [];
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

const noSections: Problem = {
  rule: 'release-file',
  offset: 0,
  message: 'Nobody can tell where the notes of the release go, expected a file that can be read.',
  remedy: 'Correct `.github/release.yml`; another finding says where.',
};
