import { build, type Plugin } from 'esbuild';
import { readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleNames, filesOf, renameImports } from './bundle-names.ts';
import { leanBuiltins, tablesToRead, withoutHttp2 } from './bundle-plugins.ts';
import { condensePackages } from './condense-packages.ts';
import { packagesOf, thirdPartyLicenses } from './third-party-licenses.ts';

export interface BundleOptions {
  /** The project's folder, an absolute path. */
  readonly root: string;
  /** What to bundle: file names without `.js`, and the modules they are made from. */
  readonly entries: Readonly<Record<string, string>>;
  /** Files to copy, by their path in the bundle: the package, or null for the project, and the file in it. */
  readonly assets: Readonly<
    Record<string, { readonly package: string | null; readonly file: string }>
  >;
  /** For tests of a changed command. */
  readonly plugins?: readonly Plugin[];
}

/** A file of the bundle: its path in the output folder, its bytes, and whether it can be run. */
export interface BundledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
  /** How many bytes of it come from which module, before blanks are taken out. */
  readonly parts: Readonly<Record<string, number>>;
}

/** The oldest major version of Node that can load the bundle. */
const nodeMajor = 24;

/**
 * Runs on any Node that knows ES modules, and loads the rest only where it can be read. Keep its
 * syntax old: npm's own check of `engines` is only a warning.
 */
const launcher = `#!/usr/bin/env node
var version = process.versions.node;
if (parseInt(version, 10) < ${nodeMajor}) {
  console.error(
    'stack-publish needs Node.js ${nodeMajor} or newer, and this is ' + version + '. Install a newer one and run it again.',
  );
  process.exitCode = 2;
} else {
  import('./main.js');
}
`;

/** Bundles the entries and all that they load. The same sources give the same bytes in any folder. */
export async function bundle(options: BundleOptions): Promise<BundledFile[]> {
  const { entries, assets } = options;
  const root = realpathSync(options.root);
  const { outputFiles, metafile } = await run({ ...options, root });
  // esbuild's stand-in for `require`, where it could not tell while bundling what is meant.
  const blind = outputFiles.find(({ text }) => text.includes('Dynamic require of "'));
  if (blind) throw new Error(`${blind.path} calls \`require\` while it runs, and has none.`);

  const names = bundleNames(metafile, Object.keys(entries));
  const made = outputFiles.map(async ({ path, text }) => {
    const key = relative(root, path).replaceAll('\\', '/');
    const output = metafile.outputs[key];
    const name = names.get(key);
    if (output === undefined || name === undefined)
      throw new Error(`esbuild does not tell of ${key}.`);
    const code = renameImports(text, output, names);
    const inputs = new Set(Object.keys(output.inputs));
    return file(name, await condensePackages(code, inputs, written), { parts: filesOf(output) });
  });
  const copied = Object.entries(assets).map(([path, asset]) =>
    file(path, readFileSync(join(root, folderOf(asset), asset.file))),
  );
  const code = await Promise.all(made);
  const packages = [
    ...packagesOf(code.flatMap(({ parts }) => Object.keys(parts))),
    ...Object.values(assets).flatMap((asset) => (asset.package === null ? [] : folderOf(asset))),
  ];
  return [
    ...('main' in entries ? [file('cli.js', launcher, { executable: true })] : []),
    ...code.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ...copied,
    file('THIRD-PARTY-LICENSES.txt', thirdPartyLicenses(root, packages)),
  ];
}

/** How code is written: names and lines stay, so that a stack trace and a difference can be read. */
const written = {
  target: `node${nodeMajor}`,
  legalComments: 'none',
  charset: 'utf8',
} as const;

const folderOf = (asset: BundleOptions['assets'][string]) =>
  asset.package === null ? '' : `node_modules/${asset.package}`;

function run({ root, entries, plugins = [] }: BundleOptions) {
  return build({
    ...written,
    absWorkingDir: root,
    // A package's path is the one below the project also where `node_modules` is a link.
    preserveSymlinks: true,
    entryPoints: entries,
    plugins: [leanBuiltins(root), tablesToRead(root), withoutHttp2, ...plugins],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // Nothing else in the bundle is spelt like this: `bundleNames` gives the names that stay.
    chunkNames: '[name]-[hash]',
    // undici leaves out its experimental second parser, as in the copy that is part of Node.
    define: { esbuildDetection: 'true' },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
}

function file(
  path: string,
  content: string | Uint8Array,
  more: { executable?: boolean; parts?: readonly (readonly [string, number])[] } = {},
): BundledFile {
  return {
    path,
    bytes: Buffer.from(content),
    executable: more.executable ?? false,
    parts: Object.fromEntries(more.parts ?? []),
  };
}
