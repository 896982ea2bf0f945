import { imageDigest } from '../model/image.ts';
import type { Filled, LedgerRecord } from '../model/ledger.ts';
import type { PostContent } from '../model/post.ts';
import { writtenAddresses, type HoleAddresses } from './hole-addresses.ts';
import type { SourceState } from './source-state.ts';

/** What tells about addresses beside a record. */
type Knowing = Pick<SourceState, 'ours' | 'addressOf' | 'isImage'>;

/**
 * The addresses in a post that a record is of: as last written, or as they would be written now. A hole
 * of which neither is known may hold any address of its kind.
 */
export function asWritten(state: Knowing, record: LedgerRecord | null): HoleAddresses {
  return writtenAddresses(filledOf(state, record), anyOf(state), record?.intent?.filled);
}

/** The same, for what the source says now: what has no address yet is not on the site. */
export function asPlanned(state: Knowing, record: LedgerRecord | null): HoleAddresses {
  return writtenAddresses(filledOf(state, record));
}

/** The addresses that a write was to put in, which no run could record. */
export function asIntended(state: Knowing, record: LedgerRecord | null): HoleAddresses {
  return writtenAddresses({ ...record?.filled, ...record?.intent?.filled }, anyOf(state));
}

/** Where nothing is known of a post, as after a lost ledger. */
export function asAny(state: Pick<Knowing, 'isImage'>): HoleAddresses {
  return writtenAddresses({}, anyOf(state));
}

/** What stands in the holes of what the source says once the site has it. */
export function filledOf(
  { ours, addressOf }: Pick<Knowing, 'ours' | 'addressOf'>,
  record: LedgerRecord | null,
): Filled {
  return { ...addressesNow(ours, addressOf), ...record?.intent?.filled, ...record?.filled };
}

/** The addresses that the holes of a content would be filled with, where they have one. */
export function addressesNow(
  content: PostContent | null,
  addressOf: SourceState['addressOf'],
): Readonly<Record<string, string>> {
  const { holes = [] } = content ?? {};
  return Object.fromEntries(
    holes.flatMap(({ for: target }) => {
      const address = addressOf(target);
      return address === null ? [] : [[target, address]];
    }),
  );
}

function anyOf({ isImage }: Pick<Knowing, 'isImage'>): HoleAddresses['mayBe'] {
  return (target, address) => imageDigest(target) !== null && isImage(address);
}
