import type { Rule } from '../rule.ts';
import { quoted } from '../../markdown/quoted.ts';

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
