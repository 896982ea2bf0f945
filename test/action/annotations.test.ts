import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/action/annotations.ts';
import type { Finding, Severity } from '../../src/model/finding.ts';
import { createActionWorld } from '../kit/action-world.ts';

const asIs = (text: string) => text;
const finding = (severity: Severity, file: string, line: number, message = 'Seen.'): Finding => ({
  rule: 'no-tags',
  severity,
  source: file,
  provenance: { kind: 'file', path: file },
  place: { file, line, column: 2 },
  message,
  remedy: 'Mend it.',
});
const many = (severity: Severity, files: number, each: number) =>
  Array.from({ length: files }, (_, file) =>
    Array.from({ length: each }, (_, line) => finding(severity, `docs/${file}.md`, line + 1)),
  ).flat();
const levelsOf = (findings: readonly Finding[]) =>
  Object.fromEntries(
    Map.groupBy(annotationsOf(findings, asIs).shown, ({ level }) => level)
      .entries()
      .map(([level, all]) => [level, all.length]),
  );

describe('what GitHub shows beside lines', () => {
  test('is each finding, while there are ten of a severity at most', () => {
    const findings = [...many('error', 2, 5), ...many('warning', 1, 10)];
    expect(levelsOf(findings)).toEqual({ error: 10, warning: 10 });
    expect(annotationsOf(findings, asIs).left).toEqual([]);
  });

  test('is one for each file where there are more, with each of its findings', () => {
    const { shown, left } = annotationsOf(many('error', 3, 4), asIs);
    expect(left).toEqual([]);
    expect(shown.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['4 errors', 4],
      ['4 errors', 4],
      ['4 errors', 4],
    ]);
    expect(shown[1]?.place).toEqual({ file: 'docs/1.md', line: 1, column: null });
  });

  test('uses the places that notices have, and counts what has none', () => {
    expect(levelsOf(many('error', 18, 2))).toEqual({ error: 10, notice: 8 });
    const { shown, left } = annotationsOf(
      [...many('error', 25, 2), ...many('warning', 25, 1)],
      asIs,
    );
    expect(shown).toHaveLength(29);
    expect(left).toHaveLength((15 - 9) * 2 + 15);
  });

  test('is never longer than GitHub shows', () => {
    const findings = Array.from({ length: 300 }, (_, line) =>
      finding('warning', 'docs/a.md', line + 1, `Line ${line}: ${'x'.repeat(90)}`),
    );
    const [only] = annotationsOf(findings, asIs).shown;
    expect(only?.lines.join('\n').length).toBeLessThanOrEqual(4096);
    expect(only?.lines.at(-1)).toMatch(/^… and \d+ more$/);
  });
});

test('a check of many bad pages tells each in the log and the summary', async () => {
  const bad = Array.from({ length: 40 }, (_, index) => [
    `docs/${index}.md`,
    `---\nstack: article\n---\n\nNo title on page ${index}.\n`,
  ]);
  const world = await createActionWorld({
    files: Object.fromEntries(bad) as Record<string, string>,
  });
  const { log, summary } = await world.act({ event: 'pull_request', ref: 'refs/pull/1/merge' });
  for (const level of ['error', 'warning', 'notice'])
    expect(log.match(new RegExp(`^::${level} `, 'gm'))?.length ?? 0).toBeLessThanOrEqual(10);
  expect(log).toMatch(/^::notice title=stack-publish::\d+ more findings/m);
  for (const [path = ''] of bad) {
    expect(log).toContain(path);
    expect(summary).toContain(path);
  }
});
