import { imagePlaces } from '../../markdown/image-places.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { digestOfBytes } from '../../model/digest.ts';
import { mostCharacters, type Draft, type DraftImage, type ImageFlaw } from '../../model/draft.ts';
import { imageTypeOf, mostImageBytes, type ImageFile } from '../../model/image.ts';
import { isRepositoryAddress, repositoryPath } from '../../model/repository-path.ts';
import type { FileTree, RepositoryFile } from '../../ports/repository.ts';

/**
 * What may hold an image of the repository, as parsing takes long: an image whose address is no absolute
 * one, or stands elsewhere.
 */
const mayShow = /!\[(?:[^\]]{1000}|[^\]]{0,999}\](?!\(\s*<?(?:[a-z][a-z\d+.-]*:|\/\/)))|<img\s/i;
const lfs = 'version https://git-lfs.github.com/spec/';

/**
 * Looks the images up that drafts of files show, as they are in the same tree. Each is read once, and
 * none is kept. Drafts without such an image come back as they are.
 */
export async function withLocalImages(
  drafts: readonly Draft[],
  files: readonly RepositoryFile[],
  tree: Pick<FileTree, 'read'>,
): Promise<readonly Draft[]> {
  const shown = new Map<Draft, readonly Located[]>();
  for (const draft of drafts) {
    const located = imagesOf(draft);
    if (located.length > 0) shown.set(draft, located);
  }
  if (shown.size === 0) return drafts;
  const wanted = new Set([...shown.values()].flat().map(({ path }) => path));
  const byPath = new Map<string, RepositoryFile>();
  for (const file of files) if (wanted.has(file.path)) byPath.set(file.path, file);
  const read = await readImages([...byPath.values()], tree);
  return drafts.map((draft) => {
    const located = shown.get(draft);
    if (!located) return draft;
    const images = located.map(({ path, ...place }): DraftImage => {
      const file = path === null ? undefined : byPath.get(path);
      const found = read.get(path ?? '') ?? (path === null ? 'outside' : 'missing');
      return { ...place, path, revision: file?.revision ?? '', file: found };
    });
    return { ...draft, images };
  });
}

type Located = Pick<DraftImage, 'field' | 'start' | 'end' | 'url' | 'path'>;

function imagesOf(draft: Draft): readonly Located[] {
  const { body, answer, provenance, kind } = draft;
  if (provenance.kind !== 'file') return [];
  const texts = [
    ['body', body],
    ['answer', answer ?? ''],
  ] as const;
  return texts.flatMap(([field, text]) => {
    if (text.length > mostCharacters[kind] || !mayShow.test(text)) return [];
    const tree = parseMarkdown(text);
    if (tree === null) return [];
    return imagePlaces(text, tree)
      .filter(({ url }) => isRepositoryAddress(url))
      .map((place) => ({ field, ...place, path: repositoryPath(place.url, provenance.path) }));
  });
}

/** The pictures among files, by path, and what is wrong with the others. */
async function readImages(
  files: readonly RepositoryFile[],
  tree: Pick<FileTree, 'read'>,
): Promise<ReadonlyMap<string, ImageFile | ImageFlaw>> {
  const found = new Map<string, ImageFile | ImageFlaw>();
  const toRead: RepositoryFile[] = [];
  for (const file of files) {
    const flaw = flawOf(file);
    if (flaw === null) toRead.push(file);
    else found.set(file.path, flaw);
  }
  for await (const { file, bytes, changedBy } of tree.read(toRead))
    found.set(file.path, pictureOf(file, bytes, changedBy ?? null));
  return found;
}

/** What is wrong with a file that need not be read for it. */
function flawOf({ kind, size }: RepositoryFile): ImageFlaw | null {
  switch (kind) {
    case 'file':
      return (size ?? 0) > mostImageBytes ? 'too-big' : null;
    case 'symlink':
    case 'submodule':
      return kind;
    case 'absent':
      return 'not-checked-out';
    case 'unnamed':
      return 'missing';
  }
}

function pictureOf(
  { path, revision }: RepositoryFile,
  bytes: Uint8Array,
  changedBy: string | null,
): ImageFile | ImageFlaw {
  if (changedBy !== null) return changedBy.endsWith(' lfs') ? 'lfs' : 'filtered';
  if (Buffer.from(bytes.subarray(0, lfs.length)).toString('latin1') === lfs) return 'lfs';
  if (bytes.length > mostImageBytes) return 'too-big';
  const type = imageTypeOf(bytes);
  if (type === null) return 'other-type';
  return { path, revision, size: bytes.length, type, digest: digestOfBytes(bytes) };
}
