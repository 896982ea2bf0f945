import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';
import { outsideCode } from '../texts.ts';

const pattern = new RegExp(
  [
    // A comment that asks for something comes from a template.
    String.raw`<!--\s*(?i:please|enter|describe|replace|fill|write|insert|provide|explain|add|delete|remove|your)\b`,
    String.raw`\b(?:TODO|TBD|FIXME)\b`,
    String.raw`\b(?i:enter your (?:extended )?release notes?)\b`,
    String.raw`\b(?i:your (?:text|note|description|title|answer|question) (?:goes )?here)\b`,
    String.raw`\b(?i:lorem ipsum)\b`,
  ].join('|'),
  'g',
);

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  about:
    'A text has no remains of a template outside code, such as `TODO`, `TBD` or "your text here".',
  check(draft, context) {
    return outsideCode(context.texts(draft), pattern).map(({ match, at }) => ({
      at,
      message: `The text has ${quoted(match[0])}, which looks like a remain of a template, expected a finished text.`,
      remedy: 'Write what belongs there, take it out, or mark it as code with backticks.',
    }));
  },
};
