import { matchesGlob } from 'node:path';
import type { Config } from '../config/schema.ts';
import { curate } from '../curation/curate.ts';
import { settle } from '../curation/settle.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import type { FileTree, RepositoryFile } from '../ports/repository.ts';
import { readDoc } from '../sources/docs.ts';
import { symlinkFinding } from '../sources/symlink.ts';

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
  /** How many sources each file has, also those with an error. */
  readonly sourcesOf: ReadonlyMap<string, number>;
  /** The digest of the settings that shape the texts. */
  readonly settings: Digest;
}

/**
 * Reads the marked sources of a tree and checks them. With `records`, a file whose revision and
 * settings the ledger has is not read: its text cannot have changed.
 */
export async function gather(
  tree: FileTree,
  config: Pick<Config, 'sources' | 'defaults' | 'rules'>,
  records: Readonly<Record<string, LedgerRecord>> = {},
): Promise<Gathered> {
  const settings = digestOf({ defaults: config.defaults, rules: config.rules });
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

  const known = unread.map(({ key, record }) => ({ key, title: record.title }));
  const curated = curate(drafts, { rules: config.rules, known });
  const all = settle([...findings, ...curated], config.rules);
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
    sourcesOf,
    settings,
  };
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
