import type { Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';

/**
 * Takes from Node's own modules only what is used. `import` makes Node look at every export, and some
 * load much more when they are looked at: 4 ms for `util`, 8 for `process`, 30 for `http`. Modules that
 * import each other in a circle may meet such a name before it is taken.
 */
export const leanBuiltins = (root: string): Plugin => ({
  name: 'lean-builtins',
  setup(build) {
    // One for each importer, so that it lies in the importer's chunk: shared ones would be chunks.
    build.onResolve({ filter: /^[a-z]/ }, ({ path, importer, kind }) => {
      // What is imported when it is needed can as well come whole.
      if (!isBuiltin(path) || kind === 'dynamic-import') return undefined;
      const namespace = kind === 'import-statement' ? 'builtin-import' : 'builtin-require';
      return { path, namespace, suffix: `?${relative(root, importer).replaceAll('\\', '/')}` };
    });
    const taken = (path: string) => `process.getBuiltinModule(${JSON.stringify(path)})`;
    build.onLoad({ filter: /^/, namespace: 'builtin-require' }, ({ path }) => ({
      contents: [
        `module.exports = ${taken(path)};`,
        `if (!module.exports) throw Object.assign(new Error('This Node has no ${path}'), { code: 'ERR_UNKNOWN_BUILTIN_MODULE' });`,
      ].join('\n'),
    }));
    build.onLoad({ filter: /^/, namespace: 'builtin-import' }, ({ path }) => ({
      contents: [
        `const all = /* @__PURE__ */ ${taken(path)};`,
        'export default all;',
        'const one = (name) => all[name];',
        ...Object.keys(process.getBuiltinModule(path) ?? {}).map(
          (name) =>
            `const $${name} = /* @__PURE__ */ one(${JSON.stringify(name)}); export { $${name} as ${name} };`,
        ),
      ].join('\n'),
    }));
  },
});

/**
 * Where Markdown is read, tables are never written. A module that readers and writers import lies in one
 * chunk with all that it imports: so who reads has one that cannot write, and a build in which somebody
 * takes the writer from it fails.
 */
export const tablesToRead = (root: string): Plugin => ({
  name: 'tables-to-read',
  setup(build) {
    const file = join(root, 'node_modules/mdast-util-gfm-table/lib/index.js');
    const writer = join(root, 'src', 'rendering', 'inert-markdown.ts');
    build.onResolve({ filter: /^mdast-util-gfm-table$/ }, ({ importer }) =>
      importer.startsWith(join(root, 'src') + sep) && importer !== writer
        ? { path: file, suffix: '?read', sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /mdast-util-gfm-table[\\/]lib[\\/]index\.js$/ }, ({ suffix }) =>
      suffix === '?read'
        ? {
            contents: readFileSync(file, 'utf8')
              .replace(/^import .* from '(?:mdast-util-to-markdown|markdown-table)'$/gm, '')
              .replace('export function gfmTableToMarkdown', 'function gfmTableToMarkdown'),
          }
        : undefined,
    );
  },
});

/** undici's other protocol: it is switched off where connections are opened, and takes 14 ms to load. */
export const withoutHttp2: Plugin = {
  name: 'without-http2',
  setup(build) {
    build.onLoad({ filter: /undici[\\/]lib[\\/]dispatcher[\\/]client-h2\.js$/ }, () => ({
      contents: `module.exports = () => { throw new Error('HTTP/2 is not part of this bundle'); };`,
    }));
  },
};
