import { quoted } from '../../markdown/quoted.ts';
import type { PostKind } from '../../model/draft.ts';
import type { Rule } from '../rule.ts';
import { aPost } from '../texts.ts';

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

const limits: Record<PostKind, number> = { article: 4, question: 5 };

export const tooManyTags: Rule = {
  id: 'too-many-tags',
  severity: 'error',
  fixed: true,
  about: `An article has at most ${limits.article} tags, a question ${limits.question}.`,
  check({ kind, tags, tagsPlace }) {
    const limit = limits[kind];
    if (tags.length <= limit) return null;
    return {
      place: tagsPlace ?? null,
      message: `The source has ${tags.length} tags, expected at most ${limit} for ${aPost[kind]}.`,
      remedy: `Remove at least ${tags.length - limit} of the tags.`,
    };
  },
};

const longest = 35;

export const badTag: Rule = {
  id: 'bad-tag',
  severity: 'error',
  about: `A tag is made of a-z, 0-9, \`+\`, \`#\`, \`-\` and \`.\`, and has at most ${longest} characters.`,
  check({ tags, tagsPlace }) {
    return tags
      .filter((tag) => !isTag(tag))
      .map((tag) => {
        const proposal = spell(tag);
        return {
          place: tagsPlace ?? null,
          message: `The tag ${quoted(tag)} is not allowed, expected up to ${longest} of a-z, 0-9, \`+\`, \`#\`, \`-\`, \`.\`.`,
          remedy: proposal === null ? 'Choose another tag.' : `Write \`${proposal}\`.`,
        };
      });
  },
};

function isTag(text: string): boolean {
  return text.length <= longest && /^[a-z0-9+#.-]+$/.test(text);
}

/** Returns the nearest allowed spelling of a tag, or null where nothing of it could stay. */
function spell(tag: string): string | null {
  const spelled = tag
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[\s_/:]+/g, '-')
    .replace(/[^a-z0-9+#.-]/g, '')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return isTag(spelled) ? spelled : null;
}
