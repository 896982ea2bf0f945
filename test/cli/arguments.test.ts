import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { Fault } from '../../src/model/error.ts';

/** What is wrong with a command line. */
function refusal(...args: string[]): string {
  try {
    readArguments(args);
  } catch (error) {
    if (error instanceof Fault) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

describe('a command line', () => {
  test('names its command after the flags of all, too', () => {
    const { command, shared } = readArguments(['--cwd', 'there', 'plan', '--verbose']);
    expect(command?.name).toBe('plan');
    expect(shared).toEqual({
      config: null,
      cwd: 'there',
      json: false,
      quiet: false,
      verbose: true,
    });
  });

  test('takes several keys after one flag', () => {
    const { options } = readArguments(['plan', '--source', 'a', 'b', '--source=c', '--full']);
    expect(options).toMatchObject({ source: ['a', 'b', 'c'], full: true, recompose: false });
  });

  test('has as many words as its command takes', () => {
    expect(readArguments(['adopt', 'docs/a.md', 'https://a.example/1']).operands).toEqual([
      'docs/a.md',
      'https://a.example/1',
    ]);
    expect(refusal('adopt', 'docs/a.md')).toBe(
      'usage: Cannot run adopt: 1 word beside the flags, expected SOURCE URL, or --all.',
    );
    expect(refusal('plan', 'docs/a.md')).toMatch(/expected none\.$/);
    expect(readArguments(['adopt', '--help']).help).toBe(true);
  });

  test('without a command asks for nothing', () => {
    expect(readArguments([])).toMatchObject({ command: null, help: false, version: false });
    expect(readArguments(['-h'])).toMatchObject({ command: null, help: true });
    for (const flag of ['--version', '-v'])
      expect(readArguments([flag])).toMatchObject({ command: null, version: true });
  });

  test('asks for help by the word, too', () => {
    expect(readArguments(['help'])).toMatchObject({ command: null, help: true });
    expect(readArguments(['help', 'plan'])).toMatchObject({
      command: { name: 'plan' },
      help: true,
    });
    expect(readArguments(['help', 'adopt']).help).toBe(true);
    expect(refusal('help', 'plam')).toMatch(/did you mean plan\?$/);
  });
});

describe('what is not known', () => {
  test.each([
    ['a command', ['plam'], /"plam": it is not a command, did you mean plan\?/],
    ['a flag', ['plan', '--strickt'], /Unknown option '--strickt', did you mean --strict\?$/],
    ['a flag of all', ['plan', '--quite'], /did you mean --quiet\?$/],
    ['a flag with a value', ['plan', '--idnex=x'], /did you mean --index\?$/],
    ["another command's flag", ['check', '--strict'], /'--strict'; it is a flag of plan\.$/],
    ['a flag like no other', ['plan', '--zzzzzzzz'], /Unknown option '--zzzzzzzz'\.$/],
    ['a value that is missing', ['plan', '--index'], /Cannot run plan: Option '--index <value>'/],
  ])('is named: %s', (_, args, message) => {
    expect(refusal(...args)).toMatch(/^usage: /);
    expect(refusal(...args)).toMatch(message);
  });
});
