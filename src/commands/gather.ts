import { emojiFor, withEmoji } from '../composing/constructs/emoji.ts';
import type { Pictures } from '../composing/images.ts';
import type { Config } from '../config/schema.ts';
import { applySeverity } from '../curation/apply-severity.ts';
import type { KnownSource } from '../curation/context.ts';
import { curate } from '../curation/curate.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { ForgeAddresses } from '../model/forge-addresses.ts';
import { emptyLedger, type LedgerIndex } from '../model/ledger.ts';
import type { Instant } from '../model/post.ts';
import { provenanceText } from '../model/provenance.ts';
import {
  displacedFinding,
  hasMoreThanSkip,
  followTitles,
  type StandingQuestion,
} from '../planning/follow-titles.ts';
import { parseSourceKey } from '../model/source-key.ts';
import type { Forge } from '../ports/forge.ts';
import type { History } from '../ports/history.ts';
import type { Log } from '../ports/log.ts';
import type { FileTree } from '../ports/repository.ts';
import type { AssessedDraft } from './assess.ts';
import { assessAll, type AssessThreads } from './assess-all.ts';
import { gatherSources, type GatheredSources } from '../sources/gather-sources.ts';
import type { Reading } from '../sources/reading.ts';
import type { RecordedSource } from '../sources/source-kind.ts';

/** What decides about reading beside the files. */
interface GatherOptions {
  readonly index?: LedgerIndex;
  /** Null where there is no forge to ask. */
  readonly forge?: Forge | null;
  /** The history of its tags; absent where there is no forge to ask. */
  readonly history?: History | null;
  /** Whether everyone can read the repository; null: not known. Asked where there is a text to look at. */
  readonly isPublic?: () => Promise<boolean | null>;
  /** Read every source, also those that did not change. */
  readonly recompose?: boolean;
  readonly now: Instant;
  /** The pages of the repository, for links to lead to; null where no forge is known. */
  readonly pages: ForgeAddresses | null;
  /** Read beside the marked sources, to be looked at with them. */
  readonly also?: Reading;
  /** Where the pictures of drafts go; to the site, where it is left out. */
  readonly picturesFor?: (drafts: readonly Draft[]) => Promise<Pictures>;
  readonly progress?: Log['progress'];
  readonly threads?: AssessThreads | null;
}

/** What the repository says, and whether it is fit to publish. */
interface Gathered extends Pick<
  GatheredSources,
  'settings' | 'sourceCount' | 'cursors' | 'linked' | 'unreleased'
> {
  /** The drafts without an error, in the order in which they were read. */
  readonly drafts: readonly Draft[];
  /** What each of them says on the site. */
  readonly composed: (draft: Draft) => Omit<AssessedDraft, 'findings'>;
  readonly unread: readonly RecordedSource[];
  readonly findings: readonly Finding[];
  /** The keys that must be left alone: they have an error, or what they come from cannot be read. */
  readonly erroneous: ReadonlySet<string>;
  /** The keys of the records that questions had under other keys, by the key of the question. */
  readonly moves: ReadonlyMap<string, readonly string[]>;
}

/** Reads the marked sources of a tree and of the forge, and checks them. */
export async function gather(
  tree: FileTree,
  config: Pick<Config, 'sources' | 'defaults' | 'rules'>,
  options: GatherOptions,
): Promise<Gathered> {
  const { index = emptyLedger, forge = null, recompose = false, now } = options;
  const { history = null } = options;
  const gathered = await gatherSources({ tree, forge, history, config, index, recompose, now });
  const { unread, settings, sourceCount, cursors, linked } = gathered;
  const { also = { drafts: [], findings: [] } } = options;
  const written = [...gathered.drafts, ...also.drafts];
  const emojiOf = await emojiFor(written.map(({ title }) => title));
  const titled = new Map(
    written.map((draft) => {
      const title = withEmoji(draft.title, emojiOf);
      return [draft, title === draft.title ? draft : { ...draft, title }];
    }),
  );
  const drafts = [...titled.values()];
  const read = [...gathered.findings, ...also.findings];
  // Not where there is nothing to compare with them: they may be many.
  const known = drafts.length === 0 ? [] : unread.map(knownSource);
  const recorded = new Map(
    drafts.flatMap(({ key }) => {
      const record = index.records[key];
      return record ? [[key, knownSource({ key, record })] as const] : [];
    }),
  );
  const pictures = (await options.picturesFor?.(drafts)) ?? { on: 'site' };
  const isPublic = drafts.length === 0 ? null : ((await options.isPublic?.()) ?? null);
  const { pages } = options;
  const repository = { isPublic, name: nameAt(pages) };
  const assessed = await assessAll(
    drafts,
    { pictures, links: linked.table, forge: pages, repository },
    options,
  );
  const curated = curate(drafts, {
    rules: config.rules,
    known,
    recorded,
    found: (draft) => assessed(draft).findings,
  });
  const questions = drafts.filter(({ kind }) => kind === 'question');
  const moves = followTitles([...questions, ...read.flatMap(standing)], index.records);
  const moved = new Set([...moves.values()].flat());
  const displaced = questions.flatMap((draft) => {
    const record = index.records[draft.key];
    const isTaken = moves.has(draft.key) || moved.has(draft.key);
    return record && isTaken && hasMoreThanSkip(record)
      ? [displacedFinding(draft, record.title)]
      : [];
  });
  const findings = applySeverity([...read, ...curated, ...displaced], config.rules);
  const erroneous = erroneousKeys(findings, drafts, index.records);
  return {
    drafts: drafts.filter(({ key }) => !erroneous.has(key)),
    composed: (draft) => assessed(titled.get(draft) ?? draft),
    unread: unread.filter(({ key }) => !erroneous.has(key)),
    findings,
    erroneous,
    moves,
    settings,
    sourceCount,
    cursors,
    linked,
    unreleased: gathered.unreleased,
  };
}

/** `owner/name` where the repository is on github.com, else nothing. */
function nameAt(pages: ForgeAddresses | null): string {
  const address = URL.parse(pages?.repository ?? '');
  return address?.hostname === 'github.com' ? address.pathname.slice(1) : '';
}

/** A question that has a title and no draft. */
function standing({ source, provenance, title }: Finding): StandingQuestion[] {
  return title === undefined ? [] : [{ key: source, provenance, title }];
}

function knownSource({ key, record: { title, text } }: RecordedSource): KnownSource {
  return { key, title, text };
}

/** The keys of all errors. What cannot be read does not tell its pinned ids; the ledger may know them. */
function erroneousKeys(
  findings: readonly Finding[],
  drafts: readonly Draft[],
  records: LedgerIndex['records'],
): ReadonlySet<string> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const keys = new Set(errors.map(({ source }) => source));
  if (errors.length === 0) return keys;
  const read = new Set(drafts.map(({ key }) => key));
  const origins = new Set(errors.map(({ provenance }) => provenanceText(provenance)));
  // Where a setting made an error of a remark on a whole FAQ, there are drafts all the same.
  const whole = new Set(
    errors
      .filter(({ source }) => !read.has(source) && parseSourceKey(source).question === null)
      .map(({ provenance }) => provenanceText(provenance)),
  );
  for (const { key, provenance } of drafts)
    if (whole.has(provenanceText(provenance))) keys.add(key);
  for (const [key, { provenance }] of Object.entries(records))
    if (provenance && origins.has(provenanceText(provenance)) && !read.has(key)) keys.add(key);
  return keys;
}
