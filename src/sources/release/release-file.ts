import * as z from 'zod/mini';
import { schemaProblems, type SchemaProblem } from '../../yaml/schema-problems.ts';
import { readYaml } from '../../yaml/yaml-file.ts';
import type { Problem } from '../reading.ts';
import type { Exclusion, ReleaseSections } from './sort-notes.ts';

/** What GitHub's file says, and what is wrong with it: with an error it says nothing. */
export interface ReleaseFile {
  readonly sections: ReleaseSections | null;
  readonly problems: readonly Problem[];
}

/** Checking the keys of a map for doubles takes time by the square of their number. */
const longest = 32_768;

function schemaOf(isStrict: boolean) {
  const map = <Shape extends z.core.$ZodLooseShape>(shape: Shape, expected: string) => {
    const loose = z.object(shape, expected);
    return isStrict ? (z.strictObject(shape, expected) as unknown as typeof loose) : loose;
  };
  const names = z.array(z.string('a name'), 'a list of names');
  const exclude = z.nullish(
    map({ labels: z.nullish(names), authors: z.nullish(names) }, 'a map with labels and authors'),
  );
  const category = map(
    {
      title: z.string('a title').check(z.regex(/\S/, 'a title')),
      labels: names.check(z.minLength(1, 'a list of labels, at least one')),
      exclude,
    },
    'a map with title, labels and exclude',
  );
  const changelog = map(
    { exclude, categories: z.nullish(z.array(category, 'a list of categories')) },
    'a map with exclude and categories',
  );
  return map({ changelog: z.nullish(changelog) }, 'a map with changelog');
}

/** As it has to be, and without what means nothing. */
const [strictFile, looseFile] = [schemaOf(true), schemaOf(false)];

/**
 * Reads `.github/release.yml`, by which GitHub sorts generated release notes. What GitHub passes over in
 * silence is told.
 */
export function parseReleaseFile(text: string): ReleaseFile {
  if (text.length > longest)
    return failed([
      { offset: 0, seen: `the file has ${text.length} characters, expected at most ${longest}` },
    ]);
  const { tree, problems } = readYaml(text);
  if (tree === null || problems.length > 0)
    return failed(problems.map(({ offset, message }) => ({ offset, seen: message })));
  const value = tree.value ?? {};
  const strict = z.safeParse(strictFile, value);
  const found = strict.success ? [] : schemaProblems(strict.error.issues, tree, strictFile);
  const grave = found.filter(({ unknown }) => unknown === null);
  if (grave.length > 0)
    return failed(
      grave.map(({ offset, seen, expected }) => ({
        offset,
        seen: `${seen}, expected ${expected}`,
      })),
    );
  const { changelog } = z.parse(looseFile, value);
  const categories = changelog?.categories?.map(({ title, labels, exclude }) => ({
    title: title.trim(),
    labels,
    exclude: exclusionOf(exclude),
  }));
  return {
    sections: { exclude: exclusionOf(changelog?.exclude), categories: categories ?? null },
    problems: found.map(unknownKey),
  };
}

function exclusionOf(
  given:
    | { labels?: string[] | null | undefined; authors?: string[] | null | undefined }
    | null
    | undefined,
): Exclusion {
  return { labels: given?.labels ?? [], authors: given?.authors ?? [] };
}

/** What is wrong with a file that cannot be read. */
export function failed(
  flaws: readonly { readonly offset: number; readonly seen: string }[],
): ReleaseFile {
  const problems = flaws.map(({ offset, seen }): Problem => ({
    rule: 'release-file',
    offset,
    message: `The file of the release's sections is not understood: ${seen}.`,
    remedy: 'Correct it, as GitHub describes it under "automatically generated release notes".',
  }));
  return { sections: null, problems };
}

function unknownKey({ offset, seen, expected, nearest, unknown }: SchemaProblem): Problem {
  const isAuthors = unknown?.key === 'authors';
  return {
    rule: 'release-file-key',
    severity: 'warning',
    offset,
    message: `Seen: ${seen}, expected ${expected}: it means nothing.`,
    remedy: isAuthors
      ? 'Use `exclude: { authors: […] }`: a category takes pull requests by label alone.'
      : `${nearest === null ? 'Remove it' : `Write \`${nearest}\``}.`,
  };
}
