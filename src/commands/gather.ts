import { matchesGlob } from 'node:path';
import type { Config } from '../config/schema.ts';
import { curate } from '../curation/curate.ts';
import { applySeverity } from '../curation/apply-severity.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import { emptyLedger, type LedgerIndex, type LedgerRecord } from '../model/ledger.ts';
import type { Instant } from '../model/post.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import type { Forge } from '../ports/forge.ts';
import type { FileTree, RepositoryFile } from '../ports/repository.ts';
import { readDoc } from '../sources/docs/docs.ts';
import { symlinkFinding } from '../sources/docs/symlink.ts';
import { gatherPullRequests, type GatheredPullRequests } from './gather-pull-requests.ts';

/** What decides about reading beside the files. */
export interface GatherOptions {
  readonly index?: LedgerIndex;
  /** Where pull requests are read; null where there is no forge to ask. */
  readonly forge?: Forge | null;
  /** Read every source, also those that did not change. */
  readonly recompose?: boolean;
  readonly now?: Instant;
}

/** A source that the ledger has in this very revision, so that it was not read again. */
export interface UnreadSource {
  readonly key: string;
  readonly record: LedgerRecord;
}

/** What the repository says. */
export interface Gathered {
  /** The drafts without an error, in the order of their files. */
  readonly drafts: readonly Draft[];
  readonly unread: readonly UnreadSource[];
  readonly findings: readonly Finding[];
  /** The keys that must be left alone: they have an error, or their file cannot be read. */
  readonly erroneous: ReadonlySet<string>;
  /** How far pull requests were seen; null: none were asked for. */
  readonly pullRequests: Pick<GatheredPullRequests, 'read' | 'newest' | 'query'> | null;
  /** How many sources each file has, also those with an error. */
  readonly sourcesOf: ReadonlyMap<string, number>;
  /** The digest of the settings that shape the texts. */
  readonly settings: Digest;
}

/**
 * Reads the marked sources of a tree and of the forge, and checks them. A source whose revision and
 * settings the ledger has is not read: its text cannot have changed.
 */
export async function gather(
  tree: FileTree,
  config: Pick<Config, 'sources' | 'defaults' | 'rules'>,
  options: GatherOptions = {},
): Promise<Gathered> {
  const { index = emptyLedger, forge = null, recompose = false, now = 0 } = options;
  const records = recompose ? {} : index.records;
  const settings = digestOf({
    defaults: config.defaults,
    rules: config.rules,
    pullRequests: labelsOf(config.sources['pull-requests']),
  });
  const files = await docFiles(tree, config.sources.docs);
  const recorded = recordsByFile(records);
  const isKnown = (file: RepositoryFile) => {
    const known = recorded.get(file.path) ?? [];
    return (
      known.length > 0 &&
      known.every(
        ({ record }) =>
          record.of === known.length &&
          record.revision === file.revision &&
          record.settings === settings &&
          record.intent === null &&
          record.resolution === null &&
          record.complete &&
          record.base !== null,
      )
    );
  };

  const regular = files.filter(({ kind }) => kind === 'file');
  const unread = regular.filter(isKnown).flatMap((file) => recorded.get(file.path) ?? []);
  const drafts: Draft[] = [];
  const sourcesOf = new Map<string, number>();
  const findings = files
    .filter(({ kind }) => kind === 'symlink')
    .map(({ path }) => symlinkFinding(path));
  for await (const { file, bytes } of tree.read(regular.filter((file) => !isKnown(file)))) {
    const reading = readDoc({ ...file, bytes }, config.defaults);
    drafts.push(...reading.drafts);
    findings.push(...reading.findings);
    const keys = [
      ...reading.drafts.map(({ key }) => key),
      ...reading.findings.map(({ source }) => source),
    ];
    sourcesOf.set(file.path, new Set(keys).size);
  }

  const pulls = forge
    ? await gatherPullRequests({ forge, config, index, settings, recompose, now })
    : null;
  if (pulls) {
    drafts.push(...pulls.drafts.map((draft) => ({ ...draft, file: draft.place.file })));
    findings.push(...pulls.findings);
    unread.push(...pulls.unread);
    for (const { place, key } of pulls.drafts)
      sourcesOf.set(place.file, keysOf(place.file, pulls).add(key).size);
  } else {
    // Without a forge to ask, what came from it is as it was: never "the source is gone".
    for (const [key, record] of Object.entries(index.records))
      if (pullRequestOf(record) !== null) unread.push({ key, record });
  }

  const curated =
    drafts.length === 0
      ? []
      : curate(drafts, {
          rules: config.rules,
          known: unread.map(({ key, record: { title, text } }) => ({ key, title, text })),
        });
  const all = applySeverity([...findings, ...curated], config.rules);
  const errors = all.filter(({ severity }) => severity === 'error');
  const erroneous = new Set(errors.map(({ source }) => source));
  // A file that cannot be read does not tell its pinned id; the ledger may know it.
  for (const { place } of errors) {
    for (const { key } of recorded.get(place.file) ?? [])
      if (!drafts.some((draft) => draft.key === key)) erroneous.add(key);
  }
  return {
    drafts: drafts.filter(({ key }) => !erroneous.has(key)),
    unread: unread.filter(({ key }) => !erroneous.has(key)),
    findings: all,
    erroneous,
    pullRequests: pulls,
    sourcesOf,
    settings,
  };
}

/** What of the configuration shapes the text of a note: where to look does not. */
function labelsOf(wanted: Config['sources']['pull-requests']): object | null {
  return wanted === false ? null : wanted.tags;
}

/** The keys of a pull request's sources, also of those with an error. */
function keysOf(file: string, pulls: GatheredPullRequests): Set<string> {
  return new Set([
    ...pulls.drafts.flatMap(({ place, key }) => (place.file === file ? [key] : [])),
    ...pulls.findings.flatMap(({ place, source }) => (place.file === file ? [source] : [])),
  ]);
}

/** The files that the configuration names, sorted by path. */
async function docFiles(
  tree: FileTree,
  docs: Config['sources']['docs'],
): Promise<RepositoryFile[]> {
  if (docs === false) return [];
  const files = await tree.files();
  return files.filter(
    ({ path }) =>
      docs.include.some((pattern) => matchesGlob(path, pattern)) &&
      !docs.exclude.some((pattern) => matchesGlob(path, pattern)),
  );
}

function recordsByFile(
  records: Readonly<Record<string, LedgerRecord>>,
): Map<string, UnreadSource[]> {
  const byFile = new Map<string, UnreadSource[]>();
  for (const [key, record] of Object.entries(records)) {
    if (record.file === null) continue;
    const known = byFile.get(record.file);
    if (known) known.push({ key, record });
    else byFile.set(record.file, [{ key, record }]);
  }
  return byFile;
}
