import { counted } from '../../model/counted.ts';
import type { Digest } from '../../model/digest.ts';
import { mostPictureBytes, type BehindAddress, type PlanPreview } from './plan-preview.ts';

/** The pictures of a page. What it holds has a limit, however often it shows each. */
export interface PictureShelf {
  /** The picture as an address of its own; null where the page does not have it, or no room for it. */
  take(digest: Digest): string | null;
  /** What is told of a picture in its place. */
  name(picture: Extract<BehindAddress, { readonly picture: Digest }>): string;
}

export function pictureShelf(pictures: PlanPreview['pictures']): PictureShelf {
  let room = (mostPictureBytes * 4) / 3;
  return {
    take(digest) {
      const picture = Object.hasOwn(pictures, digest) ? pictures[digest] : undefined;
      if (!picture || picture.base64.length > room) return null;
      room -= picture.base64.length;
      return `data:image/${picture.type};base64,${picture.base64}`;
    },
    name: ({ picture, path, size }) =>
      [
        path ?? "from the site's own text",
        ...(size === null ? [] : [counted(size, 'byte')]),
        picture.slice(0, 'sha256:'.length + 7),
      ].join(', '),
  };
}
