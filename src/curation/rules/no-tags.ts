import type { Rule } from '../rule.ts';

export const noTags: Rule = {
  id: 'no-tags',
  severity: 'error',
  fixed: true,
  about: 'A source has at least one tag.',
  check({ tags, tagsPlace }) {
    if (tags.length > 0) return null;
    return {
      place: tagsPlace ?? null,
      message: 'The source has no tags, expected at least one.',
      remedy: 'Add `tags:` to the front matter, or set `defaults.tags` in the configuration.',
    };
  },
};
