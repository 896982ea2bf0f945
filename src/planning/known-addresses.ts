import type { AddressOf } from '../composing/fill-holes.ts';
import { imageDigest } from '../model/image.ts';
import type { Filled, LedgerRecord } from '../model/ledger.ts';
import type { PostContent } from '../model/post.ts';
import { writtenAddresses, type HoleAddresses } from './hole-addresses.ts';
import type { SourceState } from './source-state.ts';

/** What tells about addresses beside a record. */
type Knowing = Pick<SourceState, 'ours' | 'addressOf' | 'isImage' | 'isPost'>;

/**
 * The addresses in a post that a record is of, as last written. A hole of which none is known may hold
 * any address of its kind; that of an image may be the one that would be written now.
 */
export function asWritten(state: Knowing, record: LedgerRecord | null): HoleAddresses {
  const { filled = {}, intent } = record ?? {};
  const now = addressesNow(state.ours, state.addressOf);
  const images = { ...imagesOf(now), ...imagesOf(intent?.filled) };
  return writtenAddresses({ ...images, ...filled }, anyOf(state), { ...now, ...intent?.filled });
}

/** The same, for what the source says now: what has no address yet is not on the site. */
export function asPlanned(state: Knowing, record: LedgerRecord | null): HoleAddresses {
  return writtenAddresses(filledOf(state, record));
}

/** The addresses that a write was to put in, which no run could record. */
export function asIntended(state: Knowing, record: LedgerRecord | null): HoleAddresses {
  const { filled = {}, intent } = record ?? {};
  return writtenAddresses({ ...imagesOf(filled), ...intent?.filled }, anyOf(state), filled);
}

/** Where nothing is known of a post, as after a lost ledger. */
export function asAny(state: Pick<Knowing, 'isImage' | 'isPost'>): HoleAddresses {
  return writtenAddresses({}, anyOf(state));
}

/**
 * What stands in the holes of what the source says once the site has it: of a link, what its target's
 * address is now; of an image, the address that it was last written with.
 */
export function filledOf(
  { ours, addressOf }: Pick<Knowing, 'ours' | 'addressOf'>,
  record: LedgerRecord | null,
): Filled {
  const { filled = {}, intent } = record ?? {};
  const links = linksOf(ours).map((target) => [target, addressOf(target)] as const);
  const images = { ...addressesNow(ours, addressOf), ...intent?.filled, ...filled };
  return { ...imagesOf(images), ...Object.fromEntries(links) };
}

/** The addresses that the holes of a content would be filled with, where they have one. */
export function addressesNow(
  content: PostContent | null,
  addressOf: AddressOf,
): Readonly<Record<string, string>> {
  const { holes = [] } = content ?? {};
  return Object.fromEntries(
    holes.flatMap(({ for: target }) => {
      const address = addressOf(target);
      return address === null ? [] : [[target, address]];
    }),
  );
}

/** Whether a link of what was last written has to lead elsewhere by now. */
export function haveLinksMoved(
  { filled }: Pick<LedgerRecord, 'filled'>,
  leadsTo: SourceState['leadsTo'],
): boolean {
  return Object.entries(filled).some(
    ([target, address]) => imageDigest(target) === null && !leadsTo(target, address),
  );
}

/** The sources that a content links to, each once, in the order of its text. */
export function linksOf(content: PostContent | null): readonly string[] {
  const targets = content?.holes?.map(({ for: target }) => target) ?? [];
  return [...new Set(targets)].filter((target) => imageDigest(target) === null);
}

function imagesOf(filled: Filled = {}): Filled {
  return Object.fromEntries(
    Object.entries(filled).filter(([target]) => imageDigest(target) !== null),
  );
}

function anyOf({ isImage, isPost }: Pick<Knowing, 'isImage' | 'isPost'>): HoleAddresses['mayBe'] {
  return ({ for: target, else: other }, address) =>
    imageDigest(target) === null ? address === other || isPost(address) : isImage(address);
}
