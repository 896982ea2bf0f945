import type { Draft } from '../model/draft.ts';
import type { Place } from '../model/error.ts';
import { linkTargets, type LinkTarget } from '../markdown/link-targets.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { placesIn, textsOf } from './texts.ts';

/** A source that was not read again, because it is unchanged. */
export interface KnownSource {
  readonly key: string;
  readonly title: string;
}

/** A link or an image of a draft with its place in the file. */
export type PlacedLink = Omit<LinkTarget, 'offset'> & { readonly place: Place };

/** What a rule may know besides the draft. */
export interface CurationContext {
  /** The names of the other sources with exactly this draft's title, blanks around it aside. */
  sameTitle(draft: Draft): readonly string[];
  /** The names of the other sources with this draft's key. */
  sameKey(draft: Draft): readonly string[];
  /** The draft's links and images; null where its Markdown cannot be parsed. */
  links(draft: Draft): readonly PlacedLink[] | null;
}

/** Gathers what the rules ask for. The links of the draft asked for last are kept. */
export function curationContext(
  drafts: readonly Draft[],
  known: readonly KnownSource[],
): CurationContext {
  const titles = Map.groupBy(drafts, (draft) => draft.title.trim());
  const keys = Map.groupBy(drafts, (draft) => draft.key);
  const knownTitles = Map.groupBy(known, (source) => source.title.trim());
  const knownKeys = Map.groupBy(known, (source) => source.key);
  const others = (all: readonly Draft[] | undefined, draft: Draft): string[] =>
    (all ?? []).filter((other) => other !== draft).map(nameOf);
  const keysOf = (all: readonly KnownSource[] | undefined): string[] =>
    (all ?? []).map(({ key }) => key);
  let last: { draft: Draft; links: readonly PlacedLink[] | null } | null = null;
  return {
    sameTitle(draft) {
      const title = draft.title.trim();
      return [...others(titles.get(title), draft), ...keysOf(knownTitles.get(title))];
    },
    sameKey(draft) {
      return [...others(keys.get(draft.key), draft), ...keysOf(knownKeys.get(draft.key))];
    },
    links(draft) {
      if (last?.draft !== draft) last = { draft, links: linksOf(draft) };
      return last.links;
    },
  };
}

function nameOf({ key, file }: Draft): string {
  return file === null || file === key ? key : `${key} (${file})`;
}

function linksOf(draft: Draft): readonly PlacedLink[] | null {
  const found: PlacedLink[] = [];
  for (const part of textsOf(draft)) {
    // Links are written with one of these; most of the time goes into parsing.
    if (!/\]\(|\]:|<(?:a|img)\s/i.test(part.text)) continue;
    const tree = parseMarkdown(part.text);
    if (tree === null) return null;
    const placeOf = placesIn(draft, part);
    for (const { kind, url, offset } of linkTargets(part.text, tree)) {
      found.push({ kind, url, place: placeOf(offset) });
    }
  }
  return found;
}
