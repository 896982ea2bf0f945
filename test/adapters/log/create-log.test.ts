import { describe, expect, test } from 'vitest';
import { createLog, type LogOptions } from '../../../src/adapters/log/create-log.ts';
import { createSanitizer } from '../../../src/adapters/log/create-sanitizer.ts';

/** A log, and a terminal that carries out what is written to it. */
function terminal(level: LogOptions['level'], color: boolean, columns = 20) {
  const lines: string[] = [];
  let row = '';
  let column = 0;
  let widest = 0;
  function print(text: string): void {
    for (const part of text.match(/\p{Cc}\[\d+[a-zA-Z]|\r|./gu) ?? []) {
      if (part === '\r') column = 0;
      else if (part === '\u001B[2K') row = '';
      else if (!part.startsWith('\u001B')) {
        row = row.slice(0, column).padEnd(column) + part + row.slice(column + 1);
        column += 1;
        widest = Math.max(widest, column);
      }
    }
  }
  const log = createLog({
    level,
    sanitize: createSanitizer(['s3cret-token']),
    write(line) {
      print(line);
      lines.push(row.trimEnd());
      row = '';
      column = 0;
    },
    progress: { write: print, columns, color },
  });
  return { log, lines, row: () => row.trimEnd(), widest: () => widest };
}

describe('the log', () => {
  test.each([
    ['quiet', ['warning: w', 'error: e']],
    ['normal', ['i', 'warning: w', 'error: e']],
    ['verbose', ['debug: d', 'i', 'warning: w', 'error: e']],
  ] as const)('%s shows %j', (level, expected) => {
    const { log, lines } = terminal(level, false);
    log.debug('d');
    log.info('i');
    log.warn('w');
    log.error('e');
    expect(lines).toEqual(expected);
  });

  test('writes one harmless line a call', () => {
    const { log, lines } = terminal('normal', false);
    log.info('::add-mask::x\n::error::s3cret-token');
    expect(lines).toEqual([':\\u{3a}add-mask::x\\u{a}::error::***']);
  });
});

describe.each([true, false])('progress, with colour: %s', (color) => {
  test('is one line, drawn again below what is logged, and gone at the end', () => {
    const { log, lines, row } = terminal('normal', color);
    log.progress({ label: 'Reading', done: 1, total: 10 });
    expect(row()).toBe('Reading 1/10');
    log.info('found');
    expect(lines).toEqual(['found']);
    expect(row()).toBe('Reading 1/10');
    log.progress({ label: 'R', done: 2, total: 10 });
    expect(row()).toBe('R 2/10');
    log.progress(null);
    expect(row()).toBe('');
    log.info('end');
    expect(lines).toEqual(['found', 'end']);
  });

  test('never fills the last column', () => {
    const { log, widest } = terminal('normal', color, 10);
    log.progress({ label: 'A long label\n::x::', done: 1, total: 10 });
    expect(widest()).toBe(9);
  });

  test('is not shown where quiet was asked for', () => {
    const { log, row } = terminal('quiet', color);
    log.progress({ label: 'Reading', done: 1, total: 10 });
    expect(row()).toBe('');
  });
});
