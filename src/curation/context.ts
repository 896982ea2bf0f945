import { isBlankMarkdown } from '../markdown/html-comments.ts';
import { digestOf, type Digest } from '../model/digest.ts';
import type { Draft } from '../model/draft.ts';
import type { Place } from '../model/error.ts';
import { memoize } from '../model/memoize.ts';
import { provenanceText } from '../model/provenance.ts';
import { compareSourceKeys } from '../model/source-key.ts';
import { linkTargets, type LinkTarget } from '../markdown/link-targets.ts';
import { nearTexts } from './near-texts.ts';
import { parsedTexts, placesIn, textsOf, type ParsedText } from './texts.ts';

/** A source that was not read again, because it is unchanged. */
export interface KnownSource {
  readonly key: string;
  readonly title: string;
  /** The digest of its text (`textDigest`), where the ledger has one. */
  readonly text?: Digest | null;
}

/** A link or an image of a draft with its place in the file. */
type PlacedLink = Omit<LinkTarget, 'offset'> & { readonly place: Place | null };

/** What a rule may know besides the draft. */
export interface CurationContext {
  /** The names of the other sources with exactly this draft's title, blanks around it aside. */
  sameTitle(draft: Draft): readonly string[];
  /** The names of the other sources with this draft's key. */
  sameKey(draft: Draft): readonly string[];
  /**
   * The name of the source whose text this draft repeats, white space aside: one that is published
   * already, else the first of the drafts, which itself gets null.
   */
  sameText(draft: Draft): string | null;
  /** The name of an earlier draft with nearly the same text. */
  similarText(draft: Draft): string | null;
  /** The draft's texts with their trees: each is parsed once. */
  texts(draft: Draft): readonly ParsedText[];
  /** The draft's links and images, of those texts that can be parsed. */
  links(draft: Draft): readonly PlacedLink[];
}

/** Gathers what the rules ask for. The trees and links of the draft asked for last are kept. */
export function curationContext(
  drafts: readonly Draft[],
  known: readonly KnownSource[],
): CurationContext {
  const othersBy = (valueOf: (source: Pick<Draft, 'key' | 'title'>) => string) => {
    const read = Map.groupBy(drafts, valueOf);
    const unread = Map.groupBy(known, valueOf);
    return (draft: Draft) => [
      ...(read.get(valueOf(draft)) ?? []).filter((other) => other !== draft).map(nameOf),
      ...(unread.get(valueOf(draft)) ?? []).map(({ key }) => key),
    ];
  };
  const similar = memoize(() => nearTexts(drafts));
  const texts = ofLast(parsedTexts);
  return {
    sameTitle: othersBy(({ title }) => title.trim()),
    sameKey: othersBy(({ key }) => key),
    sameText: sameTexts(drafts, known),
    similarText(draft) {
      const other = similar().get(draft);
      return other === undefined ? null : nameOf(other);
    },
    texts,
    links: ofLast((draft) => linksOf(draft, texts(draft))),
  };
}

function sameTexts(
  drafts: readonly Draft[],
  known: readonly KnownSource[],
): (draft: Draft) => string | null {
  const published = new Map<string, string>();
  for (const { key, text } of known) if (text) published.set(text, key);
  const groups = Map.groupBy(drafts, foldedText);
  return (draft) => {
    if (textsOf(draft).every(({ text }) => isBlankMarkdown(text))) return null;
    const { body, answer } = draft;
    const other = published.size === 0 ? undefined : published.get(digestOf({ body, answer }));
    if (other !== undefined) return other;
    const group = groups.get(foldedText(draft)) ?? [];
    if (group.length < 2) return null;
    const first = group.reduce((a, b) => (compareSourceKeys(b.key, a.key) < 0 ? b : a));
    return first.key === draft.key ? null : nameOf(first);
  };
}

/** The text by which drafts are compared. */
function foldedText({ body, answer }: Draft): string {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  return JSON.stringify([fold(body), answer === null ? null : fold(answer)]);
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

function linksOf(draft: Draft, texts: readonly ParsedText[]): readonly PlacedLink[] {
  return texts.flatMap((part) => {
    if (part.tree === null) return [];
    const placeOf = placesIn(draft, part);
    return linkTargets(part.text, part.tree).map(({ kind, url, offset }) => ({
      kind,
      url,
      place: placeOf(offset),
    }));
  });
}
