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
    id: 'faq-unsupported',
    severity: 'error',
    fixed: true,
    about: 'A file is not marked as a FAQ: this version publishes no questions yet.',
  },
  {
    id: 'symlink',
    severity: 'warning',
    fixed: false,
    about: 'A symbolic link is not followed.',
  },
];
