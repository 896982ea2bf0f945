import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modules } from '../../scripts/modules.ts';

const root = join(import.meta.dirname, '../..');

/** Every import from one module to another, also of types and of what is loaded when needed. */
const arrows = new Map<string, string>(
  globSync(['src/**/*.ts', 'sandbox/**/*.ts'], { cwd: root }).flatMap((native) => {
    const file = native.replaceAll('\\', '/');
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*'(\.[^']+)'/g)].flatMap(([, path = '']) => {
      const from = moduleOf(file);
      const to = moduleOf(posix.join(posix.dirname(file), path));
      return from === to ? [] : [[`${from} -> ${to}`, `${file} imports ${path}`] as const];
    });
  }),
);

const allowed: readonly string[] = Object.entries(modules).flatMap(([name, { imports }]) =>
  imports.map((each) => `${name} -> ${each}`),
);

describe('scripts/modules.ts', () => {
  test('has every folder of src/, and each of its folders is there', () => {
    const names = readdirSync(join(root, 'src')).map((name) => `src/${name}`);
    const listed = Object.values(modules).map(({ folder }) => folder);
    expect(names.filter((name) => !listed.includes(name))).toEqual([]);
    const missing = Object.entries(modules).filter(
      ([, { folder }]) => !existsSync(join(root, folder)),
    );
    expect(missing).toEqual([]);
  });

  test('allows every import that there is', () => {
    const others = [...arrows].filter(([arrow]) => !allowed.includes(arrow));
    expect(others.map(([, where]) => where)).toEqual([]);
  });

  test('allows nothing that nobody uses', () => {
    expect(allowed.filter((arrow) => !arrows.has(arrow))).toEqual([]);
  });

  test('has no circle', () => {
    const names = Object.keys(modules);
    for (const [index, name] of names.entries())
      for (const each of modules[name]?.imports ?? [])
        if (each !== 'sandbox')
          expect(names.indexOf(each), `${name} -> ${each}`).toBeLessThan(index);
  });
});

function moduleOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? second : top;
}
