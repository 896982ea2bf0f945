import type { Metafile } from 'esbuild';
import { basename } from 'node:path';

type Output = Metafile['outputs'][string];

/**
 * Names for the files that esbuild made, by their paths there. An entry keeps its name. Else a file is
 * named after the module that is loaded by it when needed, or after the one in it that most others in
 * it are there for: `src/commands/publish.ts` gives `commands.publish.js`, a package `npm.yaml.js`.
 * So no name depends on what is in other files.
 */
export function bundleNames(
  metafile: Metafile,
  entries: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Map(entries.map((name) => [`dist/${name}.js`, `${name}.js`]));
  const others = Object.entries(metafile.outputs).filter(([path]) => !names.has(path));
  const taken = new Set(names.values());
  // What is loaded when needed comes first: where its module is shared as well, two files hold it.
  for (const [path, output] of others.toSorted(([, a], [, b]) => rank(a) - rank(b))) {
    const whole = nameOf(output.entryPoint ?? mainInput(output, metafile.inputs));
    const name = [`${whole}.js`, `${whole}.shared.js`].find((each) => !taken.has(each));
    if (name === undefined) throw new Error(`Three files of the bundle would be ${whole}.js.`);
    taken.add(name);
    names.set(path, name);
  }
  return names;
}

const rank = ({ entryPoint }: Output) => (entryPoint === undefined ? 1 : 0);

/** Without folders, as files of the bundle look for assets beside themselves. */
function nameOf(input: string): string {
  const inPackage = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
  if (inPackage !== undefined) return `npm.${inPackage.replace('@', '').replace('/', '-')}`;
  return input
    .replace(/^src\//, '')
    .replace(/\.\w+$/, '')
    .replaceAll('/', '.');
}

/** Of what is in a file, the module that leads to most of the rest; one of ours where there is any. */
function mainInput(output: Output, inputs: Metafile['inputs']): string {
  const held = filesOf(output).map(([path]) => path);
  // esbuild's own helpers are in a file without any module.
  if (held.length === 0) return 'esbuild-helpers';
  const ours = held.filter((path) => !path.includes('node_modules/'));
  const candidates = ours.length > 0 ? ours : held;
  const led = new Map(
    candidates.map((path) => [path, reachable(path, new Set(held), inputs).size]),
  );
  const most = Math.max(...led.values());
  return candidates.filter((path) => led.get(path) === most).toSorted()[0] ?? '';
}

function reachable(
  from: string,
  within: ReadonlySet<string>,
  inputs: Metafile['inputs'],
): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const path of seen)
    for (const { path: next, kind } of inputs[path]?.imports ?? [])
      if (kind !== 'dynamic-import' && within.has(next)) seen.add(next);
  return seen;
}

/** The modules of which something is in a file of the bundle, with the bytes that it takes there. */
export function filesOf({ inputs }: Output): (readonly [path: string, bytes: number])[] {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 && !path.startsWith('builtin-') ? [[path, bytesInOutput] as const] : [],
  );
}

/** The text of a file with the new names of those that it imports. Throws where one is not found. */
export function renameImports(
  text: string,
  output: Output,
  names: ReadonlyMap<string, string>,
): string {
  let renamed = text;
  for (const path of new Set(
    output.imports.filter((each) => !each.external).map((each) => each.path),
  )) {
    const parts = renamed.split(`"./${basename(path)}"`);
    const name = names.get(path);
    if (parts.length === 1 || name === undefined)
      throw new Error(`No import of ${path} to rename.`);
    renamed = parts.join(`"./${name}"`);
  }
  return renamed;
}
