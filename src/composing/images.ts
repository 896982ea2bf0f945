import type { Draft } from '../model/draft.ts';
import { pageOf, type ForgeAddresses } from '../model/forge-addresses.ts';
import { imageTarget } from '../model/image.ts';
import type { Hole } from '../model/post.ts';
import type { Page } from './page.ts';

/** Where the pictures of the repository go: to the site, or they have an address of their own there. */
export type Pictures =
  | { readonly on: 'site' }
  /** Shown from the forge; null where not every reader can open its pages. */
  | { readonly on: 'forge'; readonly pages: ForgeAddresses | null };

/** The forge's address of a picture, by its path; null where there is none that every reader can open. */
export function forgePicture(pages: ForgeAddresses | null, path: string): string | null {
  return pages?.ways.raw ? pageOf(pages, path, 'raw') : null;
}

/**
 * Finds what comes in the place of an image's address, by where that begins in a field: only a picture
 * of the repository has something. All others stay as they are written.
 */
export function pictureIn(
  { images = [] }: Pick<Draft, 'images'>,
  field: Hole['field'],
  pictures: Pictures,
): Page['pictureAt'] {
  const byStart = new Map(
    images.flatMap((image) => (image.field === field ? [[image.start, image.file]] : [])),
  );
  return (start) => {
    const file = byStart.get(start);
    if (file === undefined || typeof file === 'string') return null;
    if (pictures.on === 'forge') return forgePicture(pictures.pages, file.path);
    return { for: imageTarget(file.digest) };
  };
}
