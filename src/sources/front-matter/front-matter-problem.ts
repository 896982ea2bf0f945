import type { SchemaProblem } from '../../yaml/schema-problems.ts';
import type { Problem } from '../reading.ts';

/** Says why a front matter is not read. */
export function problemAt(offset: number, seen: string, remedy: string): Problem {
  const message = `The front matter cannot be read: ${seen.replace(/\.?$/, '.')}`;
  return { rule: 'front-matter', offset, message, remedy };
}

/** Says what the schema does not accept; `start` is the offset of the front matter. */
export function schemaProblem(problem: SchemaProblem, start: number): Problem {
  const { offset, seen, expected, nearest, unknown } = problem;
  const correct = nearest === null ? `Write ${expected}` : `Write \`${nearest}\``;
  const remedy = unknown !== null && nearest === null ? 'Remove it.' : `${correct}, or remove it.`;
  return problemAt(start + offset, `${seen}, expected ${expected}`, remedy);
}

/** Warns of a setting that means nothing for a FAQ. */
export function unusedSetting(key: string, offset: number): Problem {
  return {
    rule: 'unused-setting',
    severity: 'warning',
    offset,
    message: `\`${key}\` is set for a FAQ, expected it with \`article\` only: a question has none of it.`,
    remedy: `Remove \`${key}\`.`,
  };
}
