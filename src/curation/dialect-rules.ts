import type { Draft } from '../model/draft.ts';
import type { Finding, TextPoint } from '../model/finding.ts';
import { bodyTooLong } from './composed-length.ts';
import type { RuleInfo } from './rule.ts';
import { placesOf } from './texts.ts';

const warnings = {
  admonition:
    'An admonition of another tool (`!!!`, `???`, `:::`) is closed, and its text can stand in a quote.',
  'link-missing': 'A link that leads into the repository names something that is there.',
  'link-refused':
    'A link has an address that the site makes a link of: http(s), ftp, or mailto without a query.',
  'page-anchor':
    'A link does not lead to a place in its own page: a post has none, so the link goes and its text stays.',
  'relative-link':
    'It is known where a link leads from the site: a note has whole addresses, and a page is in a repository with a forge.',
  'unknown-tag':
    'A text has no placeholder that GitHub takes for a tag and does not show, as `<name>`; the post shows it.',
};

/** The rules that composing raises itself, as it fits a text to the site. */
export const dialectRules: readonly RuleInfo[] = [
  bodyTooLong,
  ...Object.entries(warnings).map(([id, about]) => ({ id, severity: 'warning', about }) as const),
];

/** What composing remarks on a text of a draft. */
interface TextRemark {
  readonly rule: keyof typeof warnings;
  readonly at: TextPoint;
  readonly message: string;
  readonly remedy: string;
}

/** The findings that are made of composing's remarks on a draft. */
export function dialectFindings(draft: Draft, remarks: readonly TextRemark[]): readonly Finding[] {
  if (remarks.length === 0) return [];
  const placeOf = placesOf(draft);
  return remarks.map((remark): Finding => ({
    ...remark,
    severity: 'warning',
    source: draft.key,
    provenance: draft.provenance,
    place: placeOf(remark.at) ?? draft.place,
  }));
}
