import type { Filled, Normalization } from '../model/ledger.ts';
import type { Hole, PostContent } from '../model/post.ts';
import { decodeAs, encodings } from './encoding.ts';
import { normalized } from './normalizations.ts';

/** What is known of the addresses that stand in the holes of a text on the site. */
export interface HoleAddresses {
  /** The address of what a hole names; null where none is known. */
  readonly addressOf: (target: string) => string | null;
  /** Whether an address may be of what a hole names, where none is known. */
  readonly mayBe: (target: string, address: string) => boolean;
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
    addressOf: (target) => (Object.hasOwn(filled, target) ? (filled[target] ?? null) : null),
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
): { readonly content: PostContent; readonly filled: Readonly<Record<string, string>> } {
  const { holes = [], ...rest } = content;
  if (holes.length === 0) return { content, filled: {} };
  const all = new Map<string, string>();
  const fill = (field: Hole['field'], text: string): string => {
    const own = holes.filter((hole) => hole.field === field).toSorted((a, b) => a.at - b.at);
    const found =
      own.length === 0 ? null : shownIn(text, own, read[field], normalizations, addresses);
    for (const [target, address] of found ?? []) all.set(target, address);
    return put(
      text,
      own,
      (target, other) => found?.get(target) ?? addresses.addressOf(target) ?? other ?? target,
    );
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

function shownIn(
  text: string,
  holes: readonly Hole[],
  read: string,
  normalizations: readonly Normalization[],
  addresses: HoleAddresses,
): ReadonlyMap<string, string> | null {
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
  { addressOf, mayBe }: HoleAddresses,
): ReadonlyMap<string, string> | null {
  // No text of a file has this character.
  if (text.includes('\0')) return null;
  const parts = normalized(
    put(text, holes, () => '\0'),
    normalizations,
  ).split('\0');
  const found = new Map<string, string>();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const hole = holes[index - 1];
    if (hole) {
      anAddress.lastIndex = at;
      const [address] = anAddress.exec(seen) ?? [];
      if (address === undefined) return null;
      const known = found.get(hole.for) ?? addressOf(hole.for);
      if (known === null ? !mayBe(hole.for, address) : known !== address) return null;
      found.set(hole.for, address);
      at += address.length;
    }
    if (!seen.startsWith(part, at)) return null;
    at += part.length;
  }
  return at === seen.length ? found : null;
}

function put(
  text: string,
  holes: readonly Hole[],
  by: (target: string, other: string | undefined) => string,
): string {
  let result = '';
  let at = 0;
  for (const hole of holes) {
    result += text.slice(at, hole.at) + by(hole.for, hole.else);
    at = hole.at;
  }
  return result + text.slice(at);
}

/** Makes holes of the known addresses in a text of the site. */
export function withHoles(
  text: string,
  field: Hole['field'],
  { known }: HoleAddresses,
  fillings: readonly Hole[],
): { readonly text: string; readonly holes: readonly Hole[] } {
  const found = [...known].flatMap(([address, target]) =>
    placesOf(text, address).map((start) => ({ start, end: start + address.length, target })),
  );
  const holes: Hole[] = [];
  let result = '';
  let at = 0;
  for (const { start, end, target } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const other = fillings.find((hole) => hole.for === target)?.else;
    result += text.slice(at, start);
    holes.push({
      field,
      at: result.length,
      for: target,
      ...(other !== undefined && { else: other }),
    });
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
