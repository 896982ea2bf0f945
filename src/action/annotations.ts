import { counted } from '../model/counted.ts';
import type { Place } from '../model/error.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { placeText } from '../report/finding-lines.ts';

/** Something that GitHub shows beside a line of a file, or on the run's page. */
export interface Annotation {
  readonly level: Severity | 'notice';
  readonly title: string;
  /** Each harmless. */
  readonly lines: readonly string[];
  readonly place: Place | null;
}

/** GitHub shows so many of each level that one step tells, and drops the rest. */
const mostOfLevel = 10;
/** And so many characters of each. */
const longestMessage = 4096;
const forNote = 40;

const levels = ['error', 'warning'] as const;

/**
 * Findings as annotations that GitHub shows all of. Where there are more of a severity than it shows,
 * those of one file are one annotation, and what is still too much goes to the places that notices have.
 * `left`: the findings that are in none.
 */
export function annotationsOf(
  findings: readonly Finding[],
  safe: (text: string) => string,
): {
  readonly shown: readonly Annotation[];
  readonly left: readonly Finding[];
} {
  const shown: Annotation[] = [];
  const over: (readonly Finding[])[] = [];
  for (const level of levels) {
    const own = findings.filter(({ severity }) => severity === level);
    const groups = own.length <= mostOfLevel ? own.map((finding) => [finding]) : byFile(own);
    shown.push(...groups.slice(0, mostOfLevel).map((group) => annotation(level, group, safe)));
    over.push(...groups.slice(mostOfLevel));
  }
  // The last notice says how much is left.
  const room = over.length > mostOfLevel ? mostOfLevel - 1 : mostOfLevel;
  shown.push(...over.slice(0, room).map((group) => annotation('notice', group, safe)));
  return { shown, left: over.slice(room).flat() };
}

function byFile(findings: readonly Finding[]): (readonly Finding[])[] {
  const groups = Map.groupBy(findings, ({ place, source }) => place?.file ?? source);
  return [...groups.values()];
}

function annotation(
  level: Annotation['level'],
  findings: readonly Finding[],
  safe: (text: string) => string,
): Annotation {
  const [first] = findings;
  const only = findings.length === 1 ? first : undefined;
  if (only) {
    const { rule, message, remedy, severity } = only;
    const title = level === severity ? rule : `${severity}: ${rule}`;
    return { level, title, lines: [safe(`${message} ${remedy}`)], place: only.place };
  }
  const title = counted(findings.length, first?.severity ?? 'error');
  const place = first?.place ? { ...first.place, column: null } : null;
  return { level, title, lines: together(findings, safe), place };
}

/** As many of them as one message has room for, a line each, and how many more there are. */
function together(findings: readonly Finding[], safe: (text: string) => string): readonly string[] {
  const lines: string[] = [];
  let room = longestMessage - forNote;
  for (const { place, rule, message, remedy } of findings) {
    const at = place ? `${placeText(place)}: ` : '';
    const text = safe(`${at}${message} ${remedy} [${rule}]`);
    if ((room -= text.length + 1) < 0) break;
    lines.push(text);
  }
  const left = findings.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}
