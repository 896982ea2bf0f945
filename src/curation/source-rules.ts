import type { RuleInfo } from './rule.ts';

/** The rules that reading the sources raises itself, before there is a draft to look at. */
export const sourceRules: readonly RuleInfo[] = [
  {
    id: 'front-matter',
    severity: 'error',
    fixed: true,
    about: 'A front matter with `stack:` is valid YAML, and each of its values is understood.',
  },
  {
    id: 'not-utf8',
    severity: 'error',
    fixed: true,
    about: 'A marked file is UTF-8 text without NUL bytes.',
  },
  {
    id: 'symlink',
    severity: 'warning',
    fixed: false,
    about: 'A symbolic link is not followed.',
  },
  {
    id: 'unparsable',
    severity: 'error',
    fixed: true,
    about: 'A FAQ and a description of a pull request are not nested hundreds of levels deep.',
  },
  {
    id: 'no-questions',
    severity: 'error',
    fixed: true,
    about: 'A FAQ has at least one heading of the level of its questions.',
  },
  {
    id: 'duplicate-heading',
    severity: 'error',
    fixed: true,
    about: 'No two questions without an id have one heading in a FAQ; none of them is published.',
  },
  {
    id: 'question-id',
    severity: 'error',
    fixed: true,
    about:
      'The comment that pins the key of a question stands right under its heading and names letters, digits, `.`, `_` or `-`.',
  },
  {
    id: 'numbered-anchor',
    severity: 'warning',
    fixed: false,
    about:
      "A question's key does not depend on the order of headings, as an anchor with a number does.",
  },
  {
    id: 'unused-setting',
    severity: 'warning',
    fixed: false,
    about:
      'A FAQ sets no `title`, `type` or `editors` under `stack:`, which questions do not have.',
  },
  {
    id: 'two-labels',
    severity: 'error',
    fixed: true,
    about: 'A pull request has one of the two labels that mark it, not both.',
  },
  {
    id: 'open-note',
    severity: 'error',
    fixed: true,
    about:
      "The block of a pull request's note is closed, and not by the marks of a code block in it.",
  },
  {
    id: 'no-note',
    severity: 'warning',
    fixed: false,
    about: 'A marked pull request has a text for readers.',
  },
  {
    id: 'note-none',
    severity: 'warning',
    fixed: false,
    about: 'A marked pull request has a note other than `NONE`, which publishes nothing.',
  },
];
