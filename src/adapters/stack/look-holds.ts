/**
 * How long a look at a post holds for its change, in milliseconds. A change that the site throttles for
 * longer is not sent any more: meanwhile somebody may have edited the post.
 */
export const lookHoldsMs = 10_000;
