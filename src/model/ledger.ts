import type { Destination } from './destination.ts';
import type { Digest } from './digest.ts';
import type { PostKind } from './draft.ts';
import type { Evidence } from './evidence.ts';
import type { UploadedImage } from './uploaded-image.ts';
import type { Action, PlanIndex } from './plan.ts';
import type { Provenance } from './provenance.ts';
import type { Instant, PostContent, PostRef } from './post.ts';
import { sameJson } from './same-json.ts';
import type { SourceCursors } from './source-cursor.ts';
import { blankMemory, type SiteMemory } from './site-memory.ts';

/** How often a field of a read must be HTML-decoded to give what was written. */
export type Encoding = 'raw' | 'once' | 'twice';

/** What is known of the encoding, field by field; null: nothing was learned yet. */
export interface FieldEncodings {
  readonly title: Encoding | null;
  readonly body: Encoding | null;
}

/**
 * What the site does to a text that we write, as names from a closed list. The ledger keeps these
 * names and never the site's text, so that a public ledger tells nothing of a private site.
 */
export const normalizations = ['crlf', 'trailing-space', 'final-newline', 'tag-replaced'] as const;
export type Normalization = (typeof normalizations)[number];

/** Which process wrote something, so that a later one can tell whether it still runs. */
export interface Run {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** When the process started, to tell it from a later one with the same pid. */
  readonly started: string;
}

/** What stands in the holes of a written text; null: the forge's address, as the target had none. */
export type Filled = Readonly<Record<string, string | null>>;

/** A write that was about to happen. It stays until its outcome is known. */
export interface Intent {
  readonly action: Exclude<Action, 'adopt'>;
  readonly step: Digest;
  /** The digest of the approved plan that holds the step. */
  readonly plan: Digest;
  /**
   * The digest of what the source said, kept among the texts: by it the write is found on the site.
   * Never a merged text, as that has the site's words.
   */
  readonly content: Digest | null;
  /** By the site's clock, before the write. */
  readonly at: Instant;
  readonly run: Run;
  /**
   * What is filled into the content's holes by this write, by what each hole is for; but for those whose
   * address only comes to be between this and the write.
   */
  readonly filled?: Filled;
  /**
   * `open`: not yet sent, or its run stopped; `unknown`: sent, and no answer came; `rejected`: surely
   * not carried out, while earlier writes of the same step were.
   */
  readonly outcome: 'open' | 'unknown' | 'rejected';
}

/** How a person ended a hold. It counts only while the post's last activity is the one it was made for. */
interface Resolution {
  /** `source`: what the source says replaces or joins what the site has. `recreate`: a new post. */
  readonly kind: 'source' | 'recreate';
  readonly activity: Instant | null;
}

/** What is known of one source. */
export interface LedgerRecord {
  readonly kind: PostKind;
  /** Null while only an intent exists. */
  readonly post: PostRef | null;
  /**
   * False while a question still lacks its answer or the acceptance, or an Article an address that a
   * second write fills in: each is a write of its own.
   */
  readonly complete: boolean;
  /** How often we have written the post. */
  readonly version: number;
  /** Null where it was linked to a post by hand before it was ever composed. */
  readonly provenance: Provenance | null;
  /** How many sources its file or note has: only where all of them are known it need not be read again. */
  readonly sourceCount: number;
  /** Null where the source must be read again, whatever it says. */
  readonly revision: string | null;
  /** The digest of the settings that shaped the text; null: read it again; it is gone, and that was told. */
  readonly settings: Digest | null;
  /** The digest of the content that we last composed; its text is kept beside the index. */
  readonly base: Digest | null;
  readonly title: string;
  /** The digest of what the source says without title and tags, to notice a text that recurs. */
  readonly text: Digest | null;
  /** The last step that was carried out, and the approved plan that held it. */
  readonly step: Digest | null;
  readonly plan: Digest | null;
  /** The approved plan under which its post was made or linked; null where there was none. */
  readonly postedBy: Digest | null;
  /** The post's last activity when it was last compared with `base`. */
  readonly activity: Instant | null;
  /** Whether it then differed from `base`: somebody edited it on the site. */
  readonly edited: boolean;
  /**
   * Since when, by the site's clock, the site is known to differ from `base` in a way that nobody has
   * settled, or may differ without a list that will tell: its post is read by every plan, whatever the
   * lists show by then. Null where it is settled.
   */
  readonly unsettled: Instant | null;
  /** What the site does to the text. */
  readonly normalizations: readonly Normalization[];
  /** The post was found deleted. */
  readonly gone: boolean;
  /** The post belongs to another account, and was linked by a recorded act. */
  readonly otherOwner: boolean;
  /** A person decided that nothing is done about this source any more. */
  readonly forgotten: boolean;
  /** The digest of what the source said when a person decided that just that is not published. */
  readonly skipped: Digest | null;
  readonly resolution: Resolution | null;
  readonly intent: Intent | null;
  /**
   * What the text depends on beside its own source: paths of images with their git blob ids (empty:
   * nothing stood there), and Markdown files that it links to, perhaps with `#` and an anchor, with
   * `source:` and the key of the source that they are, if any; of a release, what it is made from. Where
   * one of them is another by now, the source is read again.
   */
  readonly dependsOn: Readonly<Record<string, string | null>>;
  /** As last written. */
  readonly filled: Filled;
  /** A release: the numbers of all pull requests in it; null where nobody asked for them yet. */
  readonly members: readonly number[] | null;
}

/** A record that no run of ours writes, and that nothing rests on. It stays in the ledger as it is. */
export interface BrokenRecord {
  readonly stored: unknown;
  /** What is wrong with it, as the end of a sentence. */
  readonly flaw: string;
}

/** From what a text was composed. */
export type ComposedFrom = Pick<
  LedgerRecord,
  'provenance' | 'sourceCount' | 'revision' | 'settings' | 'dependsOn' | 'text' | 'members'
>;

/** How far the account's list of one kind of posts has been seen. */
export interface Cursor {
  /** The newest activity seen. */
  readonly at: Instant;
  /** By how much the list's total exceeded our own posts: others' posts under the same account. */
  readonly foreign: number;
  /** When the whole list was last paged through, or own posts read instead, up to the id `checked`. */
  readonly swept: Instant;
  readonly checked?: number;
  /** Which posts have the titles of new sources, by digest, so that each plan need not look for them. */
  readonly sought?: Readonly<Record<string, readonly number[]>>;
}

/** The record of a source about which nothing is known yet. */
export function blankRecord(
  known: Pick<LedgerRecord, 'kind' | 'title'> & ComposedFrom,
): LedgerRecord {
  return {
    kind: known.kind,
    post: null,
    complete: false,
    version: 0,
    provenance: known.provenance,
    sourceCount: known.sourceCount,
    revision: known.revision,
    settings: known.settings,
    base: null,
    title: known.title,
    text: null,
    step: null,
    plan: null,
    postedBy: null,
    activity: null,
    edited: false,
    unsettled: null,
    normalizations: [],
    gone: false,
    otherOwner: false,
    forgotten: false,
    skipped: null,
    resolution: null,
    intent: null,
    dependsOn: known.dependsOn,
    filled: {},
    members: known.members,
  };
}

/** The ledger's index: everything but the texts and the plans that wait. */
export interface LedgerIndex {
  /** Null in a new ledger. */
  readonly destination: Omit<Destination, 'api'> | null;
  /** Whose posts the last plan was about; absent where that is not known. A claim, as all of this is. */
  readonly account?: number;
  /** When the ledger was begun; null in a new one. */
  readonly started: Instant | null;
  readonly sourceCursors: SourceCursors;
  readonly cursors: Readonly<Partial<Record<PostKind, Cursor>>>;
  /** Per API version, as the two encode differently. */
  readonly encodings: Readonly<Partial<Record<Destination['api'], FieldEncodings>>>;
  /** What was found out of API versions that need it. */
  readonly siteMemory: Readonly<Partial<Record<Destination['api'], SiteMemory>>>;
  /** The approvals that were used, by the digest of their plan. */
  readonly approvals: Readonly<Record<string, Evidence>>;
  /** When each waiting plan was made. */
  readonly plans: Readonly<Record<string, Instant>>;
  /** The pictures that were uploaded, by the digest of their bytes. */
  readonly images: Readonly<Record<string, UploadedImage>>;
  readonly records: Readonly<Record<string, LedgerRecord>>;
  /** The others, by key; none of these has a record. */
  readonly broken: Readonly<Record<string, BrokenRecord>>;
}

/**
 * A copy of records that can be changed. Like all maps by what others wrote it has no prototype: a
 * source may be called `__proto__` or `constructor`.
 */
export function copyOfRecords(records: LedgerIndex['records']): Record<string, LedgerRecord> {
  return Object.assign(Object.create(null) as Record<string, LedgerRecord>, records);
}

/** The sources of posts: a lookup from a post to the key of the record that has it. */
export function postOwners(
  records: LedgerIndex['records'],
): (post: Pick<PostRef, 'kind' | 'id'>) => string | null {
  const owners = new Map<string, string>();
  const nameOf = ({ kind, id }: Pick<PostRef, 'kind' | 'id'>) => `${kind} ${id}`;
  for (const [key, { post }] of Object.entries(records)) if (post) owners.set(nameOf(post), key);
  return (post) => owners.get(nameOf(post)) ?? null;
}

export const emptyLedger: LedgerIndex = {
  destination: null,
  started: null,
  sourceCursors: {},
  cursors: {},
  encodings: {},
  siteMemory: {},
  approvals: {},
  plans: {},
  images: {},
  records: copyOfRecords({}),
  broken: {},
};

/** A new state of the ledger. Texts and plans are content-addressed; the store prunes what nothing names. */
export interface LedgerChange {
  readonly index: LedgerIndex;
  /** Composed contents that the index names for the first time. */
  readonly texts?: readonly PostContent[];
  readonly plans?: readonly PlanIndex[];
}

/** The cursors once posts that were counted as those of others are our own sources'. */
export function withClaimed(
  cursors: LedgerIndex['cursors'],
  kind: PostKind,
  claimed = 1,
): LedgerIndex['cursors'] {
  const cursor = cursors[kind];
  if (!cursor || claimed === 0) return cursors;
  return { ...cursors, [kind]: { ...cursor, foreign: cursor.foreign - claimed } };
}

/** A ledger that remembers what a run found out of the site's API; null: there is nothing to remember. */
export function withMemory(
  index: LedgerIndex,
  api: Destination['api'],
  memory: SiteMemory | null,
): LedgerIndex {
  if (memory === null || sameJson(memory, index.siteMemory[api] ?? blankMemory)) return index;
  return { ...index, siteMemory: { ...index.siteMemory, [api]: memory } };
}

/** A change of the ledger, which then names the account whose posts these are. */
export function withAccount<Change extends LedgerChange>(change: Change, account: number): Change {
  return { ...change, index: { ...change.index, account } };
}

/** A ledger without what is broken of a source, whose record a person decides on. */
export function withoutBroken(index: LedgerIndex, source: string): LedgerIndex {
  if (!Object.hasOwn(index.broken, source)) return index;
  return {
    ...index,
    broken: Object.fromEntries(Object.entries(index.broken).filter(([key]) => key !== source)),
  };
}
