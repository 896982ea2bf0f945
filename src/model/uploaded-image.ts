import type { Digest } from './is-digest.ts';
import type { Instant } from './post.ts';

/** A picture that was uploaded to the site. */
export interface UploadedImage {
  readonly url: string;
  /** The digest of the approved plan that uploaded it. */
  readonly plan: Digest;
  /** By the site's clock. */
  readonly at: Instant;
}
