import { quoted } from '../../markdown/quoted.ts';
import type { Draft, DraftImage, ImageFlaw } from '../../model/draft.ts';
import { mostImageBytes } from '../../model/image.ts';
import type { Rule } from '../rule.ts';

/** What is seen of an image that cannot be taken, and what to do. */
type Seen = (
  url: string,
  path: string,
) => { readonly message: string; readonly remedy: string } | null;

const mostMiB = `${mostImageBytes / 1024 / 1024} MiB`;
const noFile = (url: string, what: string) =>
  `The image ${quoted(url)} ${what}, expected a file of the repository.`;

const missing: Readonly<Partial<Record<ImageFlaw, Seen>>> = {
  missing: (url, path) => ({
    message: noFile(url, `is not there: nothing stands at ${quoted(path)}`),
    remedy: 'Correct the address, or add the image to the repository.',
  }),
  outside: (url) => ({
    message: noFile(url, 'leads out of the repository'),
    remedy: 'Put the image into the repository, and correct the address.',
  }),
  symlink: (url) => ({
    message: noFile(url, 'is a symbolic link, which is not followed'),
    remedy: 'Name the file that it points to.',
  }),
  submodule: (url) => ({
    message: noFile(url, 'stands in a submodule'),
    remedy: 'Put the image into the repository itself.',
  }),
  'not-checked-out': (url) => ({
    message: noFile(url, 'is left out by a sparse checkout, so that nobody looked at it'),
    remedy:
      'Check a full checkout, as after `git sparse-checkout disable`; `plan` reads the commit.',
  }),
  lfs: (url) => ({
    message: noFile(url, 'is a pointer of Git LFS, whose bytes are not in the repository'),
    remedy: 'Take the image out of Git LFS.',
  }),
  filtered: (url) => ({
    message: noFile(
      url,
      'has other bytes in a commit than on disk, by a filter or an encoding of .gitattributes',
    ),
    remedy: 'Store the image as it is.',
  }),
};

const tooBig: typeof missing = {
  'too-big': (url) => ({
    message: `The image ${quoted(url)} has more than ${mostMiB}, expected at most that.`,
    remedy: 'Make the image smaller.',
  }),
};

const otherType: typeof missing = {
  'other-type': (url) => ({
    message: `The image ${quoted(url)} is of another type by its first bytes, expected png, jpeg, gif, bmp or webp.`,
    remedy: 'Save the image as png.',
  }),
};

export const imageMissing: Rule = {
  id: 'image-missing',
  severity: 'warning',
  about:
    'The address of an image that leads into the repository names a file of it: not what is outside, a symbolic link or a pointer of Git LFS.',
  check: (draft) => remarks(draft, missing),
};

export const imageTooBig: Rule = {
  id: 'image-too-big',
  severity: 'warning',
  about: `An image of the repository has at most ${mostMiB}, as the site takes no more.`,
  check: (draft) => remarks(draft, tooBig),
};

export const imageType: Rule = {
  id: 'image-type',
  severity: 'warning',
  about:
    'An image of the repository is png, jpeg, gif, bmp or webp by its first bytes; the site takes no other, SVG neither.',
  check: (draft) => remarks(draft, otherType),
};

function remarks({ images = [] }: Draft, seen: typeof missing) {
  return images.flatMap((image) => {
    const told = remarkOn(image, seen);
    return told ? [{ at: { field: image.field, offset: image.start }, ...told }] : [];
  });
}

function remarkOn({ url, path, file }: DraftImage, seen: typeof missing) {
  return typeof file === 'string' ? (seen[file]?.(url, path ?? '') ?? null) : null;
}
