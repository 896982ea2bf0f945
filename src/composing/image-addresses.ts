import { imageDigest } from '../model/image.ts';
import type { LedgerIndex } from '../model/ledger.ts';
import type { UploadedImage } from '../model/uploaded-image.ts';
import type { AddressOf } from './fill-holes.ts';

/**
 * The addresses of pictures that were uploaded; `isImage` says whether an address is one of the site,
 * as the ledger's word is not taken for it. Those that `isKnown` rejects have none.
 */
export function imageAddresses(
  { images }: Pick<LedgerIndex, 'images'>,
  isImage: (address: string) => boolean,
  isKnown: (image: UploadedImage) => boolean = () => true,
): AddressOf {
  return (target) => {
    const digest = imageDigest(target);
    const image = digest !== null && Object.hasOwn(images, digest) ? images[digest] : undefined;
    return image && isImage(image.url) && isKnown(image) ? image.url : null;
  };
}
