import { transform, type TransformOptions } from 'esbuild';

/**
 * Takes the blanks out of what comes from packages, in a file that esbuild bundled: nobody reads a
 * difference there. Our own modules keep their lines. Each begins with a line of its own that names it,
 * as one of `inputs`.
 */
export async function condensePackages(
  text: string,
  inputs: ReadonlySet<string>,
  options: TransformOptions,
): Promise<string> {
  const runs: { foreign: boolean; text: string }[] = [];
  // What the file exports stands last, and belongs to no module.
  const end = text.lastIndexOf('\nexport {') + 1 || text.length;
  for (const piece of text.slice(0, end).split(/^(?=\/\/ )/m)) {
    const input = /^\/\/ (.*)\n/.exec(piece)?.[1] ?? '';
    const last = runs.at(-1);
    // A line of a template can look like this as well.
    const foreign = inputs.has(input) ? input.includes('node_modules/') : (last?.foreign ?? false);
    if (last?.foreign === foreign) last.text += piece;
    else runs.push({ foreign, text: piece });
  }
  const written = runs.map(async (run) =>
    run.foreign
      ? (await transform(run.text, { ...options, minifyWhitespace: true, minifySyntax: true })).code
      : run.text,
  );
  return [...(await Promise.all(written)), text.slice(end)].join('');
}
