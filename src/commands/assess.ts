import { compose, type Composed, type Repository } from '../composing/compose.ts';
import { emojiFor } from '../composing/constructs/emoji.ts';
import { forgePicture, type Pictures } from '../composing/images.ts';
import type { EmojiOf } from '../composing/page.ts';
import { lengthFindings } from '../curation/composed-length.ts';
import { draftContext, type DraftRepository } from '../curation/context.ts';
import { examine } from '../curation/curate.ts';
import { dialectFindings } from '../curation/dialect-rules.ts';
import { unavailableImages } from '../curation/unavailable-images.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { ForgeAddresses } from '../model/forge-addresses.ts';
import { linksIn, type LinkTable } from '../sources/linked-files.ts';

/** A draft looked at by itself: what it says on the site (who may edit it is not known yet). */
export interface AssessedDraft extends Pick<Composed, 'content' | 'targets'> {
  /** What its rules found, and what was found as it was fitted to the site. */
  readonly findings: readonly Finding[];
}

/** What drafts are looked at with. Data alone, so that it can be handed to another thread. */
export interface Assessing {
  readonly pictures: Pictures;
  readonly links: LinkTable;
  /** The pages of the repository; null where no forge is known. */
  readonly forge: ForgeAddresses | null;
  readonly repository: DraftRepository;
}

/** Looks at drafts, each by itself: its rules, and what becomes of it on the site. */
export function assessor(
  context: Assessing,
): (drafts: readonly Draft[]) => Promise<readonly AssessedDraft[]> {
  const { pictures, forge } = context;
  const known = draftContext(context.repository);
  const repository = { ...linksIn(context.links), forge };
  return async (drafts) => {
    const emojiOf = await emojiFor(drafts.flatMap(({ body, answer }) => [body, answer ?? '']));
    return drafts.map((draft) => {
      // The rules first: fitting the draft to the site begins with the tree that they had.
      const found = examine(draft, known);
      const { content, targets, findings } = fit(draft, { pictures, repository, emojiOf });
      return { content, targets, findings: [...found, ...findings] };
    });
  };
}

/** Fits a draft to the site, and tells what its author should know of that. */
export function fit(
  draft: Draft,
  {
    pictures,
    ...options
  }: { readonly pictures: Pictures; readonly repository: Repository; readonly emojiOf: EmojiOf },
): AssessedDraft {
  const { content, targets, remarks } = compose(draft, null, { ...options, pictures });
  const findings = [
    ...dialectFindings(draft, remarks),
    ...lengthFindings(draft, content),
    ...(pictures.on === 'site'
      ? []
      : unavailableImages(draft, (path) => forgePicture(pictures.pages, path))),
  ];
  return { content, targets, findings };
}
