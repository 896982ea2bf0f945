import type { ChangeKind } from '../../model/provenance.ts';

/** A note in a release, and what decides where it stands. */
export interface ReleaseNote {
  /** Of its pull request or merge request. */
  readonly kind: ChangeKind;
  readonly number: number;
  readonly url: string;
  /** The note's own title; null where it has none. */
  readonly title: string | null;
  readonly text: string;
  readonly labels: readonly string[];
  /** A login; that of a bot ends in `[bot]`. Null where the account is gone. */
  readonly author: string | null;
  readonly mergedAt: number;
  readonly isBreaking: boolean;
}

/** What keeps a note out. */
export interface Exclusion {
  readonly labels: readonly string[];
  readonly authors: readonly string[];
}

interface Category {
  readonly title: string;
  /** One of them is enough; `*` is what no other category took. */
  readonly labels: readonly string[];
  readonly exclude: Exclusion;
}

/** Where notes go. */
export interface ReleaseSections {
  readonly exclude: Exclusion;
  /** In their order; null: all notes are one list. */
  readonly categories: readonly Category[] | null;
}

/** Notes under a title; null: without one. */
export interface Section {
  readonly title: string | null;
  readonly notes: readonly ReleaseNote[];
}

const nobody: Exclusion = { labels: [], authors: [] };
/** The title of what fits nowhere. */
const others = 'Other changes';

/** Sections by label, as the configuration maps them; without any, one list. */
export function sectionsFrom(labels: Readonly<Record<string, string>>): ReleaseSections {
  const titles = new Map<string, string[]>();
  for (const [label, title] of Object.entries(labels))
    titles.set(title, [...(titles.get(title) ?? []), label]);
  const categories = [...titles].map(([title, some]) => ({ title, labels: some, exclude: nobody }));
  return { exclude: nobody, categories: categories.length > 0 ? categories : null };
}

/**
 * Sorts notes into sections: what is excluded goes first, then the first category that fits takes a note,
 * `*` what no other took, wherever it stands. What fits nowhere stands last. Within a section breaking
 * changes come first, then the order is that of merging.
 */
export function sortNotes(
  notes: readonly ReleaseNote[],
  { exclude, categories }: ReleaseSections,
): { readonly sections: readonly Section[]; readonly uncategorised: readonly ReleaseNote[] } {
  const taken = notes.filter((note) => !isExcluded(note, exclude)).toSorted(inOrder);
  if (categories === null) return { sections: sectionsOf([[null, taken]]), uncategorised: [] };
  const placeOf = (note: ReleaseNote) => {
    const fits = categories.filter((category) => !isExcluded(note, category.exclude));
    return (
      fits.find(({ labels }) => labels.some((label) => hasLabel(note, label))) ??
      fits.find(({ labels }) => labels.includes('*')) ??
      null
    );
  };
  const placed = Map.groupBy(taken, placeOf);
  const uncategorised = placed.get(null) ?? [];
  const own = categories.map((each) => [each.title, placed.get(each) ?? []] as const);
  return { sections: sectionsOf([...own, [others, uncategorised]]), uncategorised };
}

/** Two of one title are one section, where the first stands; an empty one is none. */
function sectionsOf(
  parts: readonly (readonly [title: string | null, notes: readonly ReleaseNote[]])[],
): readonly Section[] {
  const byTitle = Map.groupBy(parts, ([title]) => title);
  return [...byTitle].flatMap(([title, same]) => {
    const notes = same.flatMap(([, some]) => some);
    return notes.length === 0 ? [] : [{ title, notes: notes.toSorted(inOrder) }];
  });
}

function inOrder(a: ReleaseNote, b: ReleaseNote): number {
  return (
    Number(b.isBreaking) - Number(a.isBreaking) || a.mergedAt - b.mergedAt || a.number - b.number
  );
}

function isExcluded(note: ReleaseNote, { labels, authors }: Exclusion): boolean {
  return (
    labels.some((label) => label === '*' || hasLabel(note, label)) ||
    authors.some((author) => isBy(note, author))
  );
}

function hasLabel({ labels }: ReleaseNote, wanted: string): boolean {
  return labels.some((label) => label.toLowerCase() === wanted.toLowerCase());
}

/** A bot has its name with and without `[bot]`. */
function isBy({ author }: ReleaseNote, wanted: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^@/, '')
      .replace(/\[bot\]$/, '');
  if (author === null) return false;
  const isBot = author.endsWith('[bot]');
  return plain(author) === plain(wanted) && (isBot || !wanted.endsWith('[bot]'));
}
