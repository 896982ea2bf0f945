import type { Encoding, FieldEncodings, LedgerIndex } from '../model/ledger.ts';
import type { Site } from '../ports/site.ts';

/**
 * How a field comes: as was learned (null: nothing yet), or encoded in a way that changes from read to
 * read, so that nothing can be learned.
 */
export type KnownEncoding = Encoding | 'varying' | null;

/** The same, field by field. */
export interface KnownEncodings {
  readonly title: KnownEncoding;
  readonly body: KnownEncoding;
}

export const nothingLearned: FieldEncodings = { title: null, body: null };

const varying: KnownEncodings = { title: 'varying', body: 'varying' };

/** How a site's texts come: by the filter under which they are read, else as the ledger learned it. */
export function encodingsAt(
  { destination, quirks }: Pick<Site, 'destination' | 'quirks'>,
  { encodings }: Pick<LedgerIndex, 'encodings'>,
): KnownEncodings {
  if (quirks?.memory.filter?.safe) return varying;
  return encodings[destination.api] ?? nothingLearned;
}

/** What of it is to be remembered, beside what was learned before. */
export function learnedBeside(before: FieldEncodings, now: KnownEncodings): FieldEncodings {
  const learned = (encoding: KnownEncoding) => (encoding === 'varying' ? null : encoding);
  return {
    title: learned(now.title) ?? before.title,
    body: learned(now.body) ?? before.body,
  };
}
