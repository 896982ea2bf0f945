import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedOptions } from '../../src/cli/shared-options.ts';
import { optionValues } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/registry.ts';
import { planningOptions } from '../../src/commands/planning-options.ts';

const root = join(import.meta.dirname, '../../src/commands');

describe.each(commands.map((command) => ({ name: command.name, command })))(
  'the command $name',
  ({ name, command }) => {
    test('is the file of its name', async () => {
      const text = await readFile(join(root, `${name}.ts`), 'utf8');
      expect(text).toContain(`export const ${name} = defineCommand({`);
    });

    test('has no flag that all have', () => {
      for (const option of Object.keys(command.options))
        expect(Object.keys(sharedOptions)).not.toContain(option);
    });

    test('says what each flag is for, and what it takes', () => {
      for (const { type, value, about } of Object.values(command.options)) {
        expect(about).not.toBe('');
        expect(value === undefined).toBe(type === 'boolean');
      }
    });
  },
);

test('every command is registered, once', async () => {
  const names: string[] = [];
  for (const file of globSync('*.ts', { cwd: root }))
    for (const [, name = ''] of (await readFile(join(root, file), 'utf8')).matchAll(
      /^export const (\w+) = defineCommand\(/gm,
    ))
      names.push(name);
  expect(commands.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

test('what was not given has a value all the same', () => {
  expect(optionValues(planningOptions, { full: true })).toEqual({
    source: [],
    full: true,
    recompose: false,
  });
  expect(optionValues({ index: { type: 'string', about: 'a file' } }, {})).toEqual({ index: null });
});
