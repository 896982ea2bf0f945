import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { helpText } from '../../src/cli/help.ts';
import { commands } from '../../src/commands/registry.ts';

test('help lists every command with what it does', () => {
  const text = helpText(null);
  for (const { name, summary } of commands)
    expect(text).toMatch(new RegExp(`^  ${name} +${summary}`, 'm'));
});

test('help names every variable that a command line reads', () => {
  const text = helpText(null);
  // What a run of the Action reads beside.
  const actions =
    /GITHUB_(?:ACTOR|EVENT|RUN|SHA|STEP|TRIGGERING|WORKFLOW|WORKSPACE)|RUNNER_|GITEA_ROLES_TOKEN/;
  const read = ['src/cli', 'src/wiring'].flatMap((folder) => {
    const root = new URL(`../../${folder}/`, import.meta.url);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(new URL(name, root), 'utf8');
        return [...source.matchAll(/(?:variables\[|given\(|: )'([A-Z][A-Z_]{3,}|CI)'/g)];
      })
      .map(([, name = '']) => name);
  });
  expect(read).toContain('GITHUB_SERVER_URL');
  expect(read).toContain('STACK_ACCESS_TOKEN');
  for (const name of read) if (!actions.test(name)) expect(text).toContain(name);
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
