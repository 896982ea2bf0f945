import { namesOf } from '../markdown/names-of.ts';

/** The HTML that the site shows. */
export const shownTags = namesOf(
  'a b blockquote br code del dd dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s strike strong sub sup ul',
);
