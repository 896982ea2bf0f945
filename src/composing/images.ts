import type { Draft } from '../model/draft.ts';
import { imageTarget } from '../model/image.ts';
import type { Hole } from '../model/post.ts';
import type { Page } from './page.ts';

/** Where the pictures of the repository go: to the site, or they have an address of their own there. */
export type Pictures =
  | { readonly on: 'site' }
  /** The forge's address of a path that every reader can open; null where there is none. */
  | { readonly on: 'forge'; readonly addressOf: (path: string) => string | null };

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
    if (pictures.on === 'forge') return pictures.addressOf(file.path);
    return { for: imageTarget(file.digest) };
  };
}
