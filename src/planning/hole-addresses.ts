import { imageDigest } from '../model/image.ts';
import type { Filled, Normalization } from '../model/ledger.ts';
import { lineHunks, splitLines } from '../model/line-hunks.ts';
import type { Hole, PostContent } from '../model/post.ts';
import { decodeAs, encodings } from './encoding.ts';
import { normalized } from './normalizations.ts';

/** What is known of the addresses that stand in the holes of a text on the site. */
export interface HoleAddresses {
  /** What stands in a hole: an address; null for the hole's own; undefined where nothing tells. */
  readonly standing: (target: string) => string | null | undefined;
  /** Whether an address may stand in a hole of which nothing tells. */
  readonly mayBe: (hole: Hole, address: string) => boolean;
  /** The known addresses, and what they are of. */
  readonly known: ReadonlyMap<string, string>;
}

/**
 * Addresses that were written into holes. `mayBe` says what else may stand in a hole of which none is
 * known: nothing, unless told. `others` are known too, and are not what stands in a hole.
 */
export function writtenAddresses(
  filled: Filled,
  mayBe: HoleAddresses['mayBe'] = () => false,
  others: Filled = {},
): HoleAddresses {
  const known = new Map<string, string>();
  for (const [target, address] of [...Object.entries(others), ...Object.entries(filled)])
    if (address) known.set(address, target);
  return {
    standing: (target) => (Object.hasOwn(filled, target) ? filled[target] : undefined),
    mayBe,
    known,
  };
}

export const noAddresses: HoleAddresses = writtenAddresses({});

/** What can be a part of an address in a text. */
const inAddress = /[^\s()<>[\]{}"'`\\]/;
const anAddress = /[^\s()<>[\]{}"'`\\]{1,500}/y;

/** The texts of a post as read, perhaps encoded. */
type Read = Readonly<Record<Hole['field'], string>>;

/**
 * Fills a content as the site shows it: a text whose read is this text with addresses that fit, with
 * these; else with the known ones, and names for those that are not. `filled` has the former alone.
 */
export function filledAsRead(
  content: PostContent,
  read: Read,
  normalizations: readonly Normalization[],
  addresses: HoleAddresses,
): { readonly content: PostContent; readonly filled: Filled } {
  const { holes = [], ...rest } = content;
  if (holes.length === 0) return { content, filled: {} };
  const all = new Map<string, string | null>();
  const fill = (field: Hole['field'], text: string): string => {
    const own = holesOf(holes, field);
    const found =
      own.length === 0 ? null : shownIn(text, own, read[field], normalizations, addresses);
    for (const [target, address] of found ?? []) all.set(target, address);
    return put(text, own, ({ for: target, else: other }) => {
      const address = found?.has(target) ? found.get(target) : addresses.standing(target);
      return address ?? other ?? target;
    });
  };
  const body = fill('body', rest.body);
  return {
    content:
      rest.kind === 'question'
        ? { ...rest, body, answer: fill('answer', rest.answer) }
        : { ...rest, body },
    filled: Object.fromEntries(all),
  };
}

/** The holes of a field, in the order of the text. */
function holesOf(holes: readonly Hole[], field: Hole['field']): readonly Hole[] {
  return holes.filter((hole) => hole.field === field).toSorted((a, b) => a.at - b.at);
}

type Found = ReadonlyMap<string, string | null>;

function shownIn(
  text: string,
  holes: readonly Hole[],
  read: string,
  normalizations: readonly Normalization[],
  addresses: HoleAddresses,
): Found | null {
  for (const encoding of encodings) {
    const seen = normalized(decodeAs(encoding, read), normalizations);
    const found = addressesIn(text, holes, seen, normalizations, addresses);
    if (found) return found;
  }
  return null;
}

/** The addresses in the holes of a text that a read shows, by what the holes name; null: it does not. */
function addressesIn(
  text: string,
  holes: readonly Hole[],
  seen: string,
  normalizations: readonly Normalization[],
  { standing, mayBe }: HoleAddresses,
): Found | null {
  // No text of a file has this character.
  if (text.includes('\0')) return null;
  const parts = normalized(
    put(text, holes, () => '\0'),
    normalizations,
  ).split('\0');
  const found = new Map<string, string | null>();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const hole = holes[index - 1];
    if (hole) {
      const told = found.has(hole.for) ? found.get(hole.for) : standing(hole.for);
      const known = told === null ? hole.else : told;
      anAddress.lastIndex = at;
      const address = known ?? anAddress.exec(seen)?.[0];
      if (address === undefined || !seen.startsWith(address, at)) return null;
      if (known === undefined && !mayBe(hole, address)) return null;
      const isElse = told === null || (told === undefined && address === hole.else);
      found.set(hole.for, isElse ? null : address);
      at += address.length;
    }
    if (!seen.startsWith(part, at)) return null;
    at += part.length;
  }
  return at === seen.length ? found : null;
}

function put(text: string, holes: readonly Hole[], by: (hole: Hole) => string): string {
  let result = '';
  let at = 0;
  for (const hole of holes) {
    result += text.slice(at, hole.at) + by(hole);
    at = hole.at;
  }
  return result + text.slice(at);
}

interface HoledText {
  readonly text: string;
  readonly holes: readonly Hole[];
}

/** What goes into a hole in the place of an address. */
type Filling = Pick<Hole, 'for' | 'else'>;

/**
 * Makes holes of the known addresses in a field of the site. `known` is what was compared with it, and
 * `written` its text as filled there: lines that are still the same have the holes that they had, also
 * where a text has an address of its own, or several names of one address.
 */
export function withHoles(
  seen: string,
  field: Hole['field'],
  written: string,
  known: Pick<PostContent, 'body' | 'holes'> & { readonly answer?: string },
  addresses: HoleAddresses,
): HoledText {
  const all = known.holes ?? [];
  const own = holesOf(all, field);
  const fillings = fillingsOf(own, all, addresses);
  const text = field === 'body' ? known.body : (known.answer ?? '');
  const [before, filled] = [splitLines(text), splitLines(written)];
  // An address has no line end.
  if (before.length !== filled.length) return holed(seen, field, fillings);
  const parts: HoledText[] = [];
  let line = 0;
  let from = 0;
  const keep = (until: number) => {
    const kept = before.slice(line, until).join('');
    const end = from + kept.length;
    const isLast = until === before.length;
    const holes = own.filter(({ at }) => at >= from && (at < end || (isLast && at === end)));
    parts.push({ text: kept, holes: holes.map((hole) => ({ ...hole, at: hole.at - from })) });
    [line, from] = [until, end];
  };
  for (const { start, end, lines } of lineHunks(filled, splitLines(seen)).hunks) {
    keep(start);
    parts.push(holed(lines.join(''), field, fillings));
    from += before.slice(start, end).join('').length;
    line = end;
  }
  keep(before.length);
  return joined(parts);
}

function joined(parts: readonly HoledText[]): HoledText {
  const holes: Hole[] = [];
  let result = '';
  for (const part of parts) {
    for (const hole of part.holes) holes.push({ ...hole, at: hole.at + result.length });
    result += part.text;
  }
  return { text: result, holes };
}

/** What stands for each known address. A link that names no address of the forge stays as it is. */
function fillingsOf(
  own: readonly Hole[],
  all: readonly Hole[],
  { known, standing }: HoleAddresses,
): ReadonlyMap<string, Filling> {
  const fillings = new Map<string, Filling>();
  for (const [address, target] of known) {
    const other = all.find((hole) => hole.for === target)?.else;
    if (other !== undefined) fillings.set(address, { for: target, else: other });
    else if (imageDigest(target) !== null) fillings.set(address, { for: target });
  }
  for (const { for: target, else: other } of own.toReversed()) {
    const told = standing(target);
    const address = told === null ? other : told;
    if (address !== undefined)
      fillings.set(address, { for: target, ...(other !== undefined && { else: other }) });
  }
  return fillings;
}

function holed(
  text: string,
  field: Hole['field'],
  fillings: ReadonlyMap<string, Filling>,
): HoledText {
  const found = [...fillings].flatMap(([address, filling]) =>
    placesOf(text, address).map((start) => ({ start, end: start + address.length, filling })),
  );
  const holes: Hole[] = [];
  let result = '';
  let at = 0;
  for (const { start, end, filling } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start);
    holes.push({ field, at: result.length, ...filling });
    at = end;
  }
  return { text: result + text.slice(at), holes };
}

/** Where an address stands in a text, and is not the beginning of a longer one. */
function placesOf(text: string, address: string): number[] {
  const places: number[] = [];
  for (let index = text.indexOf(address); index !== -1; index = text.indexOf(address, index + 1))
    if (!inAddress.test(text[index + address.length] ?? ' ')) places.push(index);
  return places;
}
