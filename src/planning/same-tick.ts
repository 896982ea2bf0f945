import type { Instant } from '../model/post.ts';
import type { Site, SitePost } from '../ports/site.ts';
import { lastTouched } from './words-of-others.ts';

/** The date of an answer, and so the site's clock as we know it, may be so far from the truth. */
const margin = 1000;

/** In what steps the dates of a site tell time, in milliseconds; 0 where they are fine enough. */
export function dateGrainOf({ quirks }: Pick<Site, 'quirks'>): number {
  return quirks?.dateGrainMs ?? 0;
}

/**
 * When, by the site's clock, what comes after the last activity of a post surely has a later date: until
 * then an edit may bear the date that is known already, and no list will ever tell of it.
 */
export function tickEnds(post: SitePost, grain: number): Instant {
  return grain > 0 ? lastTouched(post) + grain + margin : -Infinity;
}
