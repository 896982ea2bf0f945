import { configPaths } from './config-paths.ts';

/** What a configuration stands over: a file of its repository, or of another one of the same forge. */
export type Extended = ExtendedFile | SharedFile;

interface ExtendedFile {
  readonly kind: 'file';
  /** From the root of the repository. */
  readonly path: string;
}

/** A file of another repository. */
export interface SharedFile {
  readonly kind: 'shared';
  readonly owner: string;
  readonly name: string;
  /** The first of them that is there. */
  readonly paths: readonly string[];
  /** A branch, a tag or a commit; null: the default branch. */
  readonly ref: string | null;
}

/** What `extends` takes, for messages. */
export const aSharedConfig =
  'OWNER/NAME, OWNER/NAME:PATH@REF (path and ref may be left out), or the path of a .yml file from the root of this repository';

const name = '[A-Za-z0-9._-]{1,100}';
const segment = String.raw`(?!\.\.?(?:/|$|@))[^\s/\\:@\p{C}]{1,200}`;
const path = `${segment}(?:/${segment}){0,20}`;
const ref = String.raw`(?!.*(?:\.\.|//))[A-Za-z0-9][A-Za-z0-9._/+-]{0,200}`;

/** What `extends` may look like. */
export const extendedPattern = new RegExp(
  String.raw`^(?:(?!\.\.?/)${name}/(?!\.\.?(?:[:@]|$))${name}(?::${path})?(?:@${ref})?|(?:\./)?${path}\.ya?ml)$`,
  'u',
);

/**
 * Reads the value of `extends`; null where it is none. A text that ends in .yml or .yaml and names
 * neither path nor ref is a file of this repository.
 */
export function parseExtended(text: string): Extended | null {
  if (!extendedPattern.test(text)) return null;
  if (/^[^:@]+\.ya?ml$/.test(text)) return { kind: 'file', path: text.replace(/^\.\//, '') };
  const [, owner = '', repository = '', file = null, at = null] =
    /^([^/]+)\/([^:@/]+)(?::([^@]+))?(?:@(.+))?$/.exec(text) ?? [];
  const paths = file === null ? configPaths : [file];
  return { kind: 'shared', owner, name: repository, paths, ref: at };
}
