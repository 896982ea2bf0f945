import { anchorOf } from '../markdown/headings.ts';
import type { Draft } from '../model/draft.ts';
import type { PathKind } from '../model/forge-addresses.ts';
import type { LedgerRecord } from '../model/ledger.ts';
import { memoize } from '../model/memoize.ts';
import type { RepositoryFile } from '../ports/repository.ts';
import { parseSourceKey } from '../model/source-key.ts';

/** What the links of files lead to. */
export interface LinkedFiles {
  /** The key of the source that a file, or an anchor in it, is; null where it is none. */
  readonly sourceAt: (path: string, anchor: string | null) => string | null;
  readonly kindOf: (path: string) => PathKind;
  /** The same as a table, for what works elsewhere. */
  readonly table: LinkTable;
}

/** The sources and the paths that links may lead to. */
export interface LinkTable {
  /** The keys of Articles, by path. */
  readonly articles: ReadonlyMap<string, string>;
  /** The keys of questions, by path, `#` and anchor. */
  readonly questions: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, PathKind>;
}

/** A source that the ledger has, as far as links need it. */
interface RecordedLink {
  readonly key: string;
  readonly record: Pick<LedgerRecord, 'kind' | 'title' | 'provenance'>;
}

type Located = Pick<Draft, 'key' | 'kind' | 'title' | 'provenance'>;

/**
 * Tells what links lead to: an Article's file is its source, with whatever anchor; of a FAQ's file each
 * question is one, by its anchor.
 */
export function linkedFiles(
  drafts: readonly Draft[],
  recorded: readonly RecordedLink[],
  files: readonly RepositoryFile[],
): LinkedFiles {
  const bySource = memoize(() => {
    const articles = new Map<string, string>();
    const questions = new Map<string, string>();
    const known = recorded.flatMap(({ key, record: { kind, title, provenance } }) =>
      provenance === null ? [] : [{ key, kind, title, provenance }],
    );
    // What was read now goes before what the ledger knew.
    for (const { key, kind, title, provenance } of [...known, ...drafts] satisfies Located[]) {
      if (provenance.kind !== 'file') continue;
      const { path } = provenance;
      if (kind === 'article') articles.set(path, key);
      else
        for (const anchor of [anchorOf(title), parseSourceKey(key).question])
          if (anchor) questions.set(`${path}#${anchor}`, key);
    }
    return { articles, questions };
  });
  const paths = memoize(() => {
    const found = new Map<string, PathKind>();
    for (const { path } of files) {
      found.set(path, 'file');
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const folder = path.slice(0, at);
        if (found.has(folder)) break;
        found.set(folder, 'folder');
      }
    }
    return found;
  });
  return linksIn({
    get articles() {
      return bySource().articles;
    },
    get questions() {
      return bySource().questions;
    },
    get paths() {
      return paths();
    },
  });
}

/** Tells what links lead to, from a table; each part of it is asked for when it is needed. */
export function linksIn(table: LinkTable): LinkedFiles {
  return {
    sourceAt(path, anchor) {
      const question = anchor === null ? undefined : table.questions.get(`${path}#${anchor}`);
      return question ?? table.articles.get(path) ?? null;
    },
    kindOf: (path) => (path === '' ? 'folder' : (table.paths.get(path) ?? 'missing')),
    table,
  };
}

const mark = 'source:';

/**
 * What a text depends on by its links: each Markdown file that it leads to, perhaps with `#` and an
 * anchor, with the source that it is; that may be none yet.
 */
export function linkDependencies(
  targets: readonly string[],
  { sourceAt }: Pick<LinkedFiles, 'sourceAt'>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    targets.map((target) => [target, `${mark}${sourceAt(...partsOf(target)) ?? ''}`]),
  );
}

/** Whether the links of a recorded source lead to the sources that they led to when it was composed. */
export function linksAsBefore(
  { dependsOn }: Pick<LedgerRecord, 'dependsOn'>,
  { sourceAt }: Pick<LinkedFiles, 'sourceAt'>,
): boolean {
  return Object.entries(dependsOn).every(
    ([target, known]) =>
      !isLink(known) || known.slice(mark.length) === (sourceAt(...partsOf(target)) ?? ''),
  );
}

/** Whether something that a text depends on is a link, and no image. */
export function isLink(known: string | null): known is string {
  return known?.startsWith(mark) ?? false;
}

function partsOf(target: string): [path: string, anchor: string | null] {
  const at = target.indexOf('#');
  return at === -1 ? [target, null] : [target.slice(0, at), target.slice(at + 1)];
}
