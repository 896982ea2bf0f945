import type { Draft } from '../model/draft.ts';
import { imageTarget } from '../model/image.ts';
import type { Hole } from '../model/post.ts';
import type { Splice } from './splice.ts';

/** Where the pictures of the repository go: to the site, or they have an address of their own there. */
export type Pictures =
  | { readonly on: 'site' }
  /** The forge's address of a path that every reader can open; null where there is none. */
  | { readonly on: 'forge'; readonly addressOf: (path: string) => string | null };

/**
 * The images of a field that are pictures of the repository, each with what stands in the place of its
 * address. All others stay as they are written.
 */
export function imageSplices(
  { images = [] }: Pick<Draft, 'images'>,
  field: Hole['field'],
  pictures: Pictures,
): readonly Splice[] {
  return images.flatMap(({ start, end, file, ...image }): Splice[] => {
    if (image.field !== field || typeof file === 'string') return [];
    if (pictures.on === 'site') return [{ start, end, by: { for: imageTarget(file.digest) } }];
    const by = pictures.addressOf(file.path);
    return by === null ? [] : [{ start, end, by }];
  });
}
