import { describe, expect, test } from 'vitest';
import { helpText } from '../../src/cli/help.ts';
import { commands } from '../../src/commands/registry.ts';

test('help lists every command with what it does', () => {
  const text = helpText(null);
  for (const { name, summary } of commands)
    expect(text).toMatch(new RegExp(`^  ${name} +${summary}`, 'm'));
});

describe.each(commands.map((command) => ({ name: command.name, command })))(
  'help for $name',
  ({ command }) => {
    const text = helpText(command);

    test('tells of each of its flags', () => {
      for (const [name, { value, multiple, about }] of Object.entries(command.options)) {
        const taken = value === undefined ? '' : ` ${value}${multiple ? '…' : ''}`;
        expect(text).toMatch(
          new RegExp(`^  --${name}${taken} +${about.replaceAll(/[()]/g, '.')}$`, 'm'),
        );
      }
    });

    test('names the words that it takes, and the flags of all', () => {
      expect(text).toContain([command.name, ...command.operands].join(' '));
      expect(text).toMatch(/^ {2}--json +one JSON document/m);
      expect(text).toMatch(/^ {2}--help, --version$/m);
      expect(text).not.toMatch(/\n\n\n/);
      expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    });
  },
);
