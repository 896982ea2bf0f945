import { formulasIn } from '../../markdown/math.ts';
import { endOf, nodesOf, startOf } from '../../markdown/nodes.ts';
import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';
import { inProse, type Prose } from '../texts.ts';

/** The languages of blocks that GitHub draws. */
const drawn = new Set(['mermaid', 'geojson', 'topojson', 'stl']);

export const diagram: Rule = {
  id: 'diagram',
  severity: 'warning',
  about:
    'A text has no block of code that GitHub draws (`mermaid`, `geojson`, `topojson`, `stl`): Stack shows its code.',
  check(draft, context) {
    return context.prose(draft).flatMap(({ name: field, text, tree }) => {
      if (!/mermaid|geojson|topojson|stl/i.test(text)) return [];
      return nodesOf(tree).flatMap((node) => {
        const language = node.type === 'code' ? (node.lang ?? '').toLowerCase() : '';
        if (!drawn.has(language)) return [];
        return [
          {
            at: { field, offset: startOf(node) },
            message: `The text has a block of ${language}: GitHub draws it, and Stack shows its code.`,
            remedy:
              'Show an image of it, or take the word behind the marks of the block away where its code is meant.',
          },
        ];
      });
    });
  },
};

/** Emoji that are pictures of GitHub's, and characters nowhere. */
const pictures =
  /(?<![\w:/]):(?:accessibility|atom|basecampy?|bowtie|copilot|dependabot|electron|feelsgood|finnadie|fishsticks|goberserk|godmode|hurtrealbad|neckbeard|octocat|rage[1-4]|shipit|suspect|trollface):(?!:)/g;

export const emojiPicture: Rule = {
  id: 'emoji-picture',
  severity: 'warning',
  about:
    'A text has no emoji that is a picture of GitHub alone, as `:octocat:`: Stack shows its code.',
  check(draft, context) {
    const inTitle = [...draft.title.matchAll(pictures)].map(([found]) => onlyOnGitHub(found));
    const inTexts = inProse(context.prose(draft), pictures).map(({ match: [found], at }) => ({
      at,
      ...onlyOnGitHub(found),
    }));
    return [...inTitle, ...inTexts];
  },
};

function onlyOnGitHub(found: string) {
  return {
    message: `The text has \`${found}\`: GitHub shows a picture, and Stack shows its code.`,
    remedy: 'Take it out, or write an emoji that is a character.',
  };
}

export const math: Rule = {
  id: 'math',
  severity: 'warning',
  about:
    'A text has no formula, as `$a^2$`, `$$…$$` or a block of `math`: GitHub draws it, and Stack shows it as text, but where the site was set up to draw formulas; told once a text.',
  check(draft, context) {
    return context.prose(draft).flatMap((part) => {
      const [first, ...others] = mathIn(part);
      if (first === undefined) return [];
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      return [
        {
          at: { field: part.name, offset: first.start },
          message: `The text has the formula ${quoted(part.text.slice(first.start, first.end))}${more}: GitHub draws it, and Stack shows it as text.`,
          remedy:
            'Write it in words or as code, or show an image; write `\\$` where a dollar sign is meant.',
        },
      ];
    });
  },
};

/** All formulas of a text, in its order: those of the prose, in blocks, and in code within dollar signs. */
function mathIn({ text, tree, prose }: Prose) {
  const inCode =
    text.includes('$`') || /[`~]{3}[ \t]*math/i.test(text)
      ? nodesOf(tree)
          .filter(
            (node) =>
              (node.type === 'code' && node.lang?.toLowerCase() === 'math') ||
              (node.type === 'inlineCode' &&
                text[startOf(node) - 1] === '$' &&
                text[endOf(node)] === '$'),
          )
          .map((node) => ({ start: startOf(node), end: endOf(node) }))
      : [];
  return [...formulasIn(prose), ...inCode].sort((a, b) => a.start - b.start);
}
