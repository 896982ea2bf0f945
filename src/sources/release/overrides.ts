import { lineIndex } from '../../markdown/line-index.ts';
import { quoted } from '../../markdown/quoted.ts';
import type { Place } from '../../model/error.ts';
import type { FileTree, RepositoryFile } from '../../ports/repository.ts';
import { decodeUtf8 } from '../docs/decode-utf8.ts';
import type { Problem } from '../reading.ts';

const folder = '.stack-publish/notes';

/** What a reviewed file says in the place of a note: of a pull request by number, of a release by tag. */
export interface Override {
  readonly path: string;
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
  /** Why it cannot be read. */
  readonly problem: Problem | null;
}

/** The files that stand for notes. */
export interface Overrides {
  /** The path of an override, whether or not there is one. */
  readonly pathOf: (name: number | string) => string;
  /** What the revision of an override is; null: there is none. */
  readonly revisionOf: (name: number | string) => string | null;
  /** The numbers of all pull requests that have one. */
  readonly numbers: readonly number[];
  /** Reads those that there are. */
  readonly read: <Name extends number | string>(
    names: readonly Name[],
  ) => Promise<ReadonlyMap<Name, Override>>;
}

/** `.stack-publish/notes/123.md` is the note of pull request 123, `v1.4.0.md` beside it says more of that release. */
export async function overridesIn(tree: FileTree): Promise<Overrides> {
  const pathOf = (name: number | string) => `${folder}/${name}.md`;
  const own = (await tree.files()).filter(({ path }) => path.startsWith(`${folder}/`));
  const byPath = new Map(own.map((file) => [file.path, file]));
  return {
    pathOf,
    revisionOf: (name) => byPath.get(pathOf(name))?.revision ?? null,
    numbers: own.flatMap(({ path }) => {
      const [, number] = /^\/([1-9]\d{0,9})\.md$/.exec(path.slice(folder.length)) ?? [];
      return number === undefined ? [] : [Number(number)];
    }),
    async read(names) {
      const files = names.flatMap((name) => byPath.get(pathOf(name)) ?? []);
      const texts = files.length === 0 ? new Map<string, Override>() : await readAll(tree, files);
      return new Map(
        names.flatMap((name) => {
          const text = texts.get(pathOf(name));
          return text ? [[name, text] as const] : [];
        }),
      );
    },
  };
}

async function readAll(
  tree: FileTree,
  files: readonly RepositoryFile[],
): Promise<ReadonlyMap<string, Override>> {
  const found = new Map<string, Override>();
  const fail = (path: string, seen: string, line: number | null = null) => {
    const placeOf = () => ({ file: path, line, column: null });
    found.set(path, { path, text: '', placeOf, problem: unreadable(seen) });
  };
  for (const { path, kind } of files) if (kind !== 'file') fail(path, kind);
  const readable = files.filter(({ kind }) => kind === 'file');
  for await (const { file, bytes } of tree.read(readable)) {
    const { path } = file;
    const decoded = decodeUtf8(bytes);
    if (decoded.text === null) {
      fail(path, decoded.seen, decoded.line);
      continue;
    }
    const { text } = decoded;
    const at = lineIndex(text);
    const placeOf = (offset: number) => ({ file: path, ...at(offset) });
    found.set(path, { path, text, placeOf, problem: null });
  }
  return found;
}

function unreadable(seen: string): Problem {
  return {
    rule: 'release-override',
    offset: 0,
    message: `Seen in the place of a note: ${quoted(seen)}, expected a text file.`,
    remedy: 'Save the note as UTF-8 in a file of its own, or remove the file.',
  };
}
