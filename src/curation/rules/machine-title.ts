import { quoted } from '../../markdown/quoted.ts';
import type { Rule } from '../rule.ts';

const prefix = /^\w+(?:\([^()]*\))?!?:\s*/;

const patterns = [
  /^bump (?:the .+ group\b|.+ (?:from .+ to |to v?\d))/i,
  /^update (?:dependency |module |all |.+ (?:action|digest|docker tag)\b|.+ to v?\d)/i,
  /^merge (?:branch|pull request|remote-tracking branch|tag) /i,
  /^revert "/i,
  /^automated cherry[ -]pick of /i,
];

export const machineTitle: Rule = {
  id: 'machine-title',
  severity: 'warning',
  about: 'A title is written for readers, not by a tool, as in "Bump x from 1 to 2".',
  check({ title }) {
    const words = title.slice(0, 300).trim().replace(prefix, '');
    if (!patterns.some((pattern) => pattern.test(words))) return null;
    return {
      message: `The title ${quoted(title)} looks like one that a tool wrote, expected one for readers.`,
      remedy: 'Begin the text with a heading, or set `title` in its front matter.',
    };
  },
};
