import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';
import { outsideCode } from '../texts.ts';

// Two patterns and no `(?i:…)`: where V8 has compiled very many patterns, it no longer heeds that.
const marks = /\b(?:TODO|TBD|FIXME)\b/g;
const words = new RegExp(
  [
    // A comment that asks for something comes from a template.
    String.raw`<!--\s*(?:please|enter|describe|replace|fill|write|insert|provide|explain|add|delete|remove|your)\b`,
    String.raw`\benter your (?:extended )?release notes?\b`,
    String.raw`\byour (?:text|note|description|title|answer|question) (?:goes )?here\b`,
    String.raw`\blorem ipsum\b`,
  ].join('|'),
  'gi',
);

export const placeholder: Rule = {
  id: 'placeholder',
  severity: 'error',
  about:
    'A text has no remains of a template outside code, such as `TODO`, `TBD` or "your text here".',
  check(draft, context) {
    const texts = context.texts(draft);
    const found = [marks, words].flatMap((pattern) => outsideCode(texts, pattern));
    return found.map(({ match, at }) => ({
      at,
      message: `The text has ${quoted(match[0])}, which looks like a remain of a template, expected a finished text.`,
      remedy: 'Write what belongs there, take it out, or mark it as code with backticks.',
    }));
  },
};
