import { build, type Metafile, type Plugin } from 'esbuild';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { leanBuiltins, withoutHttp2 } from './bundle-plugins.ts';
import { packagesOf, thirdPartyLicenses } from './third-party-licenses.ts';

export interface BundleOptions {
  /** The project's folder, an absolute path. */
  readonly root: string;
  /** What to bundle: file names without `.js`, and the modules they are made from. */
  readonly entries: Readonly<Record<string, string>>;
  /** Files to copy, by their path in the bundle: the package and the file in it. */
  readonly assets: Readonly<Record<string, { readonly package: string; readonly file: string }>>;
  /** For tests of a changed command. */
  readonly plugins?: readonly Plugin[];
}

/** A file of the bundle: its path in the output folder, its bytes, and whether it can be run. */
export interface BundledFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
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
  process.exitCode = 1;
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

  const copied = Object.entries(assets).map(([path, asset]) => ({
    path,
    bytes: readFileSync(join(root, 'node_modules', asset.package, asset.file)),
    executable: false,
  }));
  const packages = [
    ...packagesOf(
      Object.values(metafile.outputs).flatMap((output) => filesOf(output).map(([path]) => path)),
    ),
    ...Object.values(assets).map((asset) => `node_modules/${asset.package}`),
  ];
  return [
    ...('main' in entries ? [text('cli.js', launcher, true)] : []),
    ...outputFiles.map(({ path, contents }) => ({
      path: path.slice(join(root, 'dist/').length),
      bytes: contents,
      executable: false,
    })),
    ...copied,
    text('THIRD-PARTY-LICENSES.txt', thirdPartyLicenses(root, packages)),
  ];
}

function run({ root, entries, plugins = [] }: BundleOptions) {
  return build({
    absWorkingDir: root,
    entryPoints: entries,
    plugins: [leanBuiltins(root), withoutHttp2, ...plugins],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${nodeMajor}`,
    // Chunks lie beside the entries, as they look for assets relative to themselves.
    chunkNames: '[name]-[hash]',
    // Names stay, so that a stack trace can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    charset: 'utf8',
    // undici leaves out its experimental second parser, as in the copy that is part of Node.
    define: { esbuildDetection: 'true' },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
}

/** The files of which something is in an output, with the bytes that it takes there. */
export function filesOf({ inputs }: Metafile['outputs'][string]): (readonly [string, number])[] {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 && !path.startsWith('builtin-') ? [[path, bytesInOutput] as const] : [],
  );
}

const text = (path: string, content: string, executable = false): BundledFile => ({
  path,
  bytes: Buffer.from(content),
  executable,
});
