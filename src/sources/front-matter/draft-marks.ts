import { quoted } from '../../markdown/quoted.ts';
import type { Instant } from '../../model/post.ts';
import type { Problem } from '../reading.ts';

const yes = /^(?:true|yes|on)$/i;
const no = /^(?:false|no|off)$/i;
// Hugo does not tell upper from lower case.
const days = ['date', 'publishDate', 'publishdate'];
const switches = { draft: yes, Draft: yes, unlisted: yes, published: no, publish: no };

/** The keys by which other tools know a page that is not to be seen, or not yet. */
export const draftKeys: readonly string[] = [...Object.keys(switches), ...days];

/** Warns of what marks a draft in a front matter for Hugo, Jekyll or Docusaurus: for us it is none. */
export function draftMarks(
  map: Readonly<Record<string, unknown>>,
  now: Instant,
  offsetOf: (key: string) => number,
): readonly Problem[] {
  const textOf = (key: string) => {
    const value = map[key];
    return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
  };
  const isLater = (key: string) => {
    const [day] = /^\d{4}-\d\d-\d\d(?!\d)/.exec(textOf(key)) ?? [];
    return day !== undefined && Date.parse(day) > now;
  };
  return [
    ...Object.entries(switches).flatMap(([key, value]) => (value.test(textOf(key)) ? [key] : [])),
    ...days.filter(isLater),
  ].map((key) => ({
    rule: 'marked-as-draft',
    severity: 'warning',
    offset: offsetOf(key),
    message: `\`${key}\` is ${quoted(textOf(key))}, which other tools take for a draft; it is published all the same.`,
    remedy: `Remove the mark \`stack\` until the text is ready, or correct \`${key}\`.`,
  }));
}
