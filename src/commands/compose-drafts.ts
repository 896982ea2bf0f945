import { compose, type Composed, type Repository } from '../composing/compose.ts';
import type { Pictures } from '../composing/images.ts';
import type { EmojiOf } from '../composing/page.ts';
import { lengthFindings } from '../curation/composed-length.ts';
import { dialectFindings } from '../curation/dialect-rules.ts';
import { unavailableImages } from '../curation/unavailable-images.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';

interface ComposeDraftsOptions {
  readonly pictures: Pictures;
  readonly repository: Repository;
  readonly emojiOf: EmojiOf;
}

/** What a draft says on the site (who may edit it is not known yet), and what was found on the way. */
export interface ComposedDraft extends Composed {
  readonly findings: readonly Finding[];
}

/** Fits drafts to the site, each when it is asked for: then its texts were just parsed. */
export function composeDrafts({
  pictures,
  ...options
}: ComposeDraftsOptions): (draft: Draft) => ComposedDraft {
  const known = new WeakMap<Draft, ComposedDraft>();
  const make = (draft: Draft): ComposedDraft => {
    const composed = compose(draft, null, { ...options, pictures });
    const findings = [
      ...dialectFindings(draft, composed.remarks),
      ...lengthFindings(draft, composed.content),
      ...(pictures.on === 'site' ? [] : unavailableImages(draft, pictures.addressOf)),
    ];
    return { ...composed, findings };
  };
  return (draft) => {
    const made = known.get(draft) ?? make(draft);
    known.set(draft, made);
    return made;
  };
}
