import { Fault } from '../../model/error.ts';
import type { CheckoutFiles } from './init-context.ts';
import type { Step } from './steps.ts';

/** Writes a file where there is none. One that is there stays as it is, whatever it has. */
export async function newFile(
  files: CheckoutFiles,
  file: { readonly kind: Step['kind']; readonly path: string; readonly text: string },
  dryRun: boolean,
): Promise<Step> {
  const { kind, path, text } = file;
  const step = (state: Step['state'], message: string | null = null): Step => ({
    kind,
    name: path,
    state,
    message,
  });
  const found = await files.read(path);
  if (found === 'something else')
    return step('differs', 'there is a link, a folder or something else, which is left alone');
  if (found !== 'nothing')
    return sameText(found.text, text)
      ? step('kept')
      : step('differs', 'it is there with another text, and is left alone');
  if (dryRun) return step('planned');
  await files.create(path, text);
  return step('created');
}

/** Line ends aside, which git may have changed. */
const sameText = (one: string, other: string) =>
  one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');

/** Adds a line to `.gitignore`, at its end. */
export async function ignore(
  files: CheckoutFiles,
  pattern: string,
  dryRun: boolean,
): Promise<Step> {
  const name = '.gitignore';
  const step = (state: Step['state'], message: string): Step => ({
    kind: 'gitignore',
    name,
    state,
    message,
  });
  const found = await files.read(name);
  if (found === 'something else')
    return step('differs', `it is no ordinary file; add the line ${pattern} where git reads it`);
  if (dryRun) return step('planned', `the line ${pattern}`);
  if (found === 'nothing') {
    await files.create(name, `${pattern}\n`);
    return step('created', `the line ${pattern}`);
  }
  const { text } = found;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? '' : end;
  await files.replace(name, `${text}${start}${pattern}${end}`);
  return step('changed', `the line ${pattern} was added`);
}

/**
 * What git has to ignore of a ledger in a file, as a pattern of `.gitignore`; null where it lies
 * outside of the checkout. Beside a file lie its lock and what a run leaves that was ended.
 */
export function ledgerPattern(file: string): string | null {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.');
  if (file.startsWith('/') || parts.length === 0 || parts.includes('..') || parts[0] === '.git')
    return null;
  if (/\\|^[A-Za-z]:/.test(file))
    throw new Fault(
      'usage',
      'usage',
      `Cannot set up: --ledger-file is ${JSON.stringify(file)}, expected a path with / from the root of the repository.`,
      { remedy: 'Name it such as `.stack-publish/ledger.json`.' },
    );
  const path = parts.map((part) => part.replace(/[*?[\]!#\\ ]/g, String.raw`\$&`)).join('/');
  return file.endsWith('/') ? `/${path}/` : `/${path}*`;
}
