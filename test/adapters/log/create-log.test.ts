import { describe, expect, test } from 'vitest';
import { createLog, type LogOptions } from '../../../src/adapters/log/create-log.ts';
import { createSanitizer } from '../../../src/adapters/log/create-sanitizer.ts';

/** A log, and a terminal that carries out what is written to it. */
function terminal(level: LogOptions['level'], color: boolean, columns = 20) {
  const lines: string[] = [];
  let row = '';
  let column = 0;
  let widest = 0;
  let time = 0;
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
    now: () => time,
  });
  const pass = (ms: number) => (time += ms);
  return { log, pass, lines, row: () => row.trimEnd(), widest: () => widest };
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
    const { log, lines, row, pass } = terminal('normal', color, 40);
    log.progress({ label: 'Reading', done: 0, total: 10 });
    expect(row()).toBe('');
    pass(500);
    log.progress({ label: 'Reading', done: 1, total: 10 });
    expect(row()).toBe('Reading: 1 of 10');
    log.info('found');
    expect(lines).toEqual(['found']);
    expect(row()).toBe('Reading: 1 of 10');
    pass(100);
    log.progress({ label: 'R', done: 2, total: 10 });
    expect(row()).toBe('R: 2 of 10');
    log.progress(null);
    expect(row()).toBe('');
    log.info('end');
    expect(lines).toEqual(['found', 'end']);
  });

  test('never fills the last column', () => {
    const { log, widest, pass } = terminal('normal', color, 10);
    log.progress({ label: 'A', done: 0, total: 10 });
    pass(500);
    log.progress({ label: 'A long label\n::x::', done: 1, total: 10 });
    expect(widest()).toBe(9);
  });

  test('is not shown where quiet was asked for', () => {
    const { log, row, pass } = terminal('quiet', color);
    for (let done = 0; done < 10; done += 1) {
      log.progress({ label: 'Reading', done, total: 10 });
      pass(20_000);
    }
    expect(row()).toBe('');
  });

  test('says how long it still takes at the rate so far, in this phase', () => {
    const { log, row, pass } = terminal('normal', color, 60);
    log.progress({ label: 'first', done: 0, total: null });
    pass(60_000);
    log.progress({ label: 'second', done: 0, total: 200 });
    expect(row()).toBe('second: 0 of 200');
    pass(1000);
    log.progress({ label: 'second', done: 40, total: 200 });
    expect(row()).toBe('second: 40 of 200');
    pass(1000);
    log.progress({ label: 'second', done: 80, total: 200 });
    expect(row()).toBe('second: 80 of 200, about 3 s left');
    pass(118_000);
    log.progress({ label: 'second', done: 100, total: 200 });
    expect(row()).toBe('second: 100 of 200, about 2 min left');
    pass(100);
    log.progress({ label: 'second', done: 200, total: 200 });
    expect(row()).toBe('second: 200 of 200');
  });
});

describe('progress where no line can be drawn again', () => {
  test.each([
    ['normal', ['reading: 1 of 60, about 10 min left', 'reading: 2 of 60, about 10 min left']],
    ['quiet', []],
  ] as const)('%s: a line now and then, and none for what is short', (level, expected) => {
    const lines: string[] = [];
    let time = 0;
    const write = (text: string) => void lines.push(text);
    const log = createLog({ level, sanitize: (text) => text, write, now: () => time });
    for (let done = 0; done <= 2; done += 0.5) {
      log.progress({ label: 'reading', done, total: 60 });
      time += 5000;
    }
    log.progress(null);
    log.progress({ label: 'reading', done: 0, total: 1 });
    // Those that write tell each chunk.
    time += 20_000;
    log.progress({ label: 'p', done: 1, total: 9, writing: { recorded: 0, open: 1, steps: 9 } });
    expect(lines).toEqual(expected);
  });
});
