import { isBlankMarkdown } from '../markdown/html-comments.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import type { Draft } from '../model/draft.ts';
import type { TextPoint } from '../model/finding.ts';
import { memoize } from '../model/memoize.ts';
import { provenanceText } from '../model/provenance.ts';
import { textDigest } from '../model/post.ts';
import { visibleText } from '../model/visible-text.ts';
import { compareSourceKeys } from '../model/source-key.ts';
import { linkTargets, type LinkTarget } from '../markdown/link-targets.ts';
import { nearTexts } from './near-texts.ts';
import { parsedTexts, proseTexts, textsOf, type ParsedText, type Prose } from './texts.ts';

/** What the ledger has of a source. */
export interface KnownSource {
  readonly key: string;
  readonly title: string;
  /** The digest of its text (`textDigest`), where the ledger has one. */
  readonly text?: Digest | null;
}

/** The repository that drafts come from. */
export interface DraftRepository {
  /** Whether everyone can read it; null where that is not known. */
  readonly isPublic: boolean | null;
  /** OWNER/NAME on GitHub; empty where it is not known. */
  readonly name: string;
}

/** A link or an image of a draft, and where it stands. */
type PlacedLink = Omit<LinkTarget, 'offset'> & { readonly at: TextPoint };

/** What a rule may know besides the draft. */
export interface DraftContext {
  /** Null where nothing is known of it. */
  readonly repository: DraftRepository | null;
  /** The draft's texts with their trees: each is parsed once. */
  texts(draft: Draft): readonly ParsedText[];
  /** The same without code and comments, of those that can be parsed. */
  prose(draft: Draft): readonly Prose[];
  /** The draft's links and images, of those texts that can be parsed. */
  links(draft: Draft): readonly PlacedLink[];
}

/** What a rule may know of all sources. */
export interface CurationContext {
  /**
   * Names the other sources whose title looks like this draft's; null where there are none, where the
   * title shows nothing, and where the draft is published under it.
   */
  sameTitle(draft: Draft): string | null;
  /** Names the other sources with this draft's key; null where there are none. */
  sameKey(draft: Draft): string | null;
  /**
   * The name of the source whose text this draft repeats, as a reader sees it: one that is published
   * with it, else the first of the drafts, which itself gets null.
   */
  sameText(draft: Draft): string | null;
  /** The name of an earlier draft with nearly the same text. */
  similarText(draft: Draft): string | null;
}

/** What there is to know of a draft by itself. The trees and links of the one asked for last are kept. */
export function draftContext(repository: DraftRepository | null): DraftContext {
  const texts = ofLast(parsedTexts);
  return {
    repository,
    texts,
    prose: ofLast((draft) => proseTexts(texts(draft))),
    links: ofLast((draft) => linksOf(texts(draft))),
  };
}

/**
 * Gathers what rules that compare ask for. `known` are the sources that were not read again, `recorded`
 * what the ledger has of the drafts themselves, by key: what is published comes before what is new.
 */
export function curationContext(
  drafts: readonly Draft[],
  known: readonly KnownSource[],
  recorded: ReadonlyMap<string, KnownSource>,
): CurationContext {
  const isNew = ({ key }: Draft) => Number(!recorded.has(key));
  const ordered = drafts.toSorted((a, b) => isNew(a) - isNew(b) || compareSourceKeys(a.key, b.key));
  const titleOf = ({ title }: { readonly title: string }) => visibleText(title);
  const sameTitle = others(ordered, known, titleOf);
  const similar = memoize(() => nearTexts(ordered));
  return {
    sameTitle(draft) {
      const own = recorded.get(draft.key);
      if (titleOf(draft) === '' || (own && titleOf(own) === titleOf(draft))) return null;
      return sameTitle(draft);
    },
    sameKey: others(ordered, known, ({ key }) => key),
    sameText: sameTexts(ordered, known, recorded),
    similarText(draft) {
      const other = similar().get(draft);
      return other === undefined ? null : nameOf(other);
    },
  };
}

/** Names the first of the other sources that share a value with a draft, and counts the rest. */
function others(
  drafts: readonly Draft[],
  known: readonly KnownSource[],
  valueOf: (source: Pick<Draft, 'key' | 'title'>) => string,
): (draft: Draft) => string | null {
  const read = Map.groupBy(drafts, valueOf);
  const unread = Map.groupBy(known, valueOf);
  return (draft) => {
    const value = valueOf(draft);
    const [same = [], more = []] = [read.get(value), unread.get(value)];
    const other = same.find((each) => each !== draft);
    const first = other ? nameOf(other) : more[0]?.key;
    if (first === undefined) return null;
    const rest = same.length + more.length - 2;
    return rest > 0 ? `${first} and ${rest} more` : first;
  };
}

function sameTexts(
  drafts: readonly Draft[],
  known: readonly KnownSource[],
  recorded: ReadonlyMap<string, KnownSource>,
): (draft: Draft) => string | null {
  const published = new Map<string, string>();
  for (const { key, text } of known) if (text) published.set(text, key);
  const digests = new Map(drafts.map((draft) => [draft, textDigest(draft)]));
  const keeps = (draft: Draft) => hasText(recorded.get(draft.key), draft);
  const first = new Map<Digest | undefined, Draft>();
  for (const draft of [...drafts.filter(keeps), ...drafts]) {
    const digest = digests.get(draft);
    if (!first.has(digest)) first.set(digest, draft);
  }
  return (draft) => {
    if (textsOf(draft).every(({ text }) => isBlankMarkdown(text)) || keeps(draft)) return null;
    const digest = digests.get(draft);
    const other = published.get(digest ?? '') ?? published.get(exactDigest(draft));
    if (other !== undefined) return other;
    const same = first.get(digest);
    return same === undefined || same.key === draft.key ? null : nameOf(same);
  };
}

function hasText(source: KnownSource | undefined, draft: Draft): boolean {
  if (!source?.text) return false;
  return source.text === textDigest(draft) || source.text === exactDigest(draft);
}

/** The digest that records of earlier versions have. */
function exactDigest({ body, answer }: Draft): Digest {
  return digestOf({ body, answer });
}

function nameOf({ key, provenance }: Draft): string {
  const origin = provenanceText(provenance);
  return origin === key ? key : `${key} (${origin})`;
}

/** Keeps what was made of the draft asked for last. */
function ofLast<Value>(make: (draft: Draft) => Value): (draft: Draft) => Value {
  let last: { readonly draft: Draft; readonly value: Value } | null = null;
  return (draft) => {
    if (last?.draft !== draft) last = { draft, value: make(draft) };
    return last.value;
  };
}

function linksOf(texts: readonly ParsedText[]): readonly PlacedLink[] {
  return texts.flatMap(({ name: field, text, tree }) =>
    tree === null
      ? []
      : linkTargets(text, tree).map(({ kind, url, offset }) => ({
          kind,
          url,
          at: { field, offset },
        })),
  );
}
