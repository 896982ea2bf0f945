import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folders = '{src,sandbox,scripts,bench,test}/**/*.ts';
const files = new Map(
  globSync([folders, '*.ts'], { cwd: root }).map((path) => [
    path.replaceAll('\\', '/'),
    readFileSync(join(root, path), 'utf8'),
  ]),
);
/** All but the tests. */
const own = [...files].filter(([path]) => !path.startsWith('test/'));

describe('the files of the source', () => {
  test('have at most 300 lines', () => {
    const long = own.filter(([, text]) => text.split('\n').length > 301);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  test('export nothing that nobody imports', () => {
    const imported = new Set([...files].flatMap(([path, text]) => importsOf(path, text)));
    const idle = own.flatMap(([path, text]) =>
      imported.has(`${path} *`)
        ? []
        : exportsOf(text)
            .map((name) => `${path} ${name}`)
            .filter((each) => !imported.has(each)),
    );
    expect(idle).toEqual([]);
  });
});

/** The values that a file declares and exports; the types that describe them may be for reading. */
function exportsOf(text: string): string[] {
  const declared = /^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm;
  return [...text.matchAll(declared)].map(([, name = '']) => name);
}

/** What a file imports or hands on, as `path name`; `path *` where it takes all. */
function importsOf(path: string, text: string): string[] {
  const at = (target: string) => posix.join(posix.dirname(path), target);
  const named = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'(\.[^']+)'/g;
  const whole = /(?:\*\s+as\s+\w+\s+from\s+|\bimport\(\s*)'(\.[^']+)'/g;
  return [
    ...[...text.matchAll(named)].flatMap(([, names = '', target = '']) =>
      names.split(',').map((each) => {
        const [name = ''] = each
          .trim()
          .replace(/^type /, '')
          .split(' as ');
        return `${at(target)} ${name}`;
      }),
    ),
    ...[...text.matchAll(whole)].map(([, target = '']) => `${at(target)} *`),
  ];
}
