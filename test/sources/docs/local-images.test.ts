import { expect, test, vi } from 'vitest';
import { curate } from '../../../src/curation/curate.ts';
import { digestOfBytes } from '../../../src/model/digest.ts';
import { mostImageBytes } from '../../../src/model/image.ts';
import type { FileTree, RepositoryFile } from '../../../src/ports/repository.ts';
import { withLocalImages } from '../../../src/sources/docs/local-images.ts';
import { aDraft, aQuestion, found } from '../../curation/a-draft.ts';
import { aPicture } from '../../kit/pictures.ts';

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';

interface Stored extends Partial<RepositoryFile> {
  readonly bytes?: Buffer;
  readonly changedBy?: string;
}

const stored: Readonly<Record<string, Stored>> = {
  'docs/a.png': { bytes: aPicture() },
  'docs/renamed.png': { bytes: aPicture('jpeg') },
  'docs/big.png': { size: mostImageBytes + 1 },
  'docs/largest.png': { bytes: aPicture('png', Buffer.alloc(mostImageBytes - 16)) },
  'docs/link.png': { kind: 'symlink', bytes: aPicture() },
  'docs/sub': { kind: 'submodule' },
  'docs/sparse.png': { kind: 'absent', size: null },
  'docs/lfs.png': { bytes: Buffer.from(pointer) },
  'docs/smudged.png': { bytes: aPicture(), changedBy: 'the filter lfs' },
  'docs/filtered.png': { bytes: aPicture(), changedBy: 'the filter crypt' },
  'docs/svg.png': { bytes: Buffer.from('<svg/>') },
  'docs/empty.png': { bytes: Buffer.of() },
};

const files = Object.entries(stored).map(([path, { kind = 'file', bytes, size }]) => ({
  path,
  revision: `blob of ${path}`,
  kind,
  size: size ?? bytes?.length ?? null,
}));

function tree() {
  const read = vi.fn<(path: string) => void>();
  const reading: Pick<FileTree, 'read'> = {
    async *read(wanted) {
      for (const file of wanted) {
        read(file.path);
        const { bytes = Buffer.of(), changedBy = null } = stored[file.path] ?? {};
        yield { file, bytes, changedBy };
      }
    },
  };
  return { read, reading };
}

async function findings(url: string): Promise<string[]> {
  const draft = aDraft({ body: `A text that is long enough.\n\nand ![A](${url})\n` });
  const drafts = await withLocalImages([draft], files, tree().reading);
  const found = curate(drafts, { rules: {}, known: [] });
  return found.map(
    ({ rule, severity, place }) => `${rule} ${severity} ${place?.line}:${place?.column}`,
  );
}

test.each<[string, string, string | null]>([
  ['a picture', 'a.png', null],
  ['one under the name of another type', 'renamed.png', null],
  ['one as large as may be', 'largest.png', null],
  ['an address with a scheme', 'https://b.example/no.png', null],
  ['one that is too large', 'big.png', 'image-too-big'],
  ['another type under the name of one', 'svg.png', 'image-type'],
  ['an empty file', 'empty.png', 'image-type'],
  ['nothing', 'no.png', 'image-missing'],
  ['a name in other letters', 'A.PNG', 'image-missing'],
  ['a folder', '.', 'image-missing'],
  ['what is outside', '../../etc/a.png', 'image-missing'],
  ['what is outside by escapes', '..%2F..%2Fetc/a.png', 'image-missing'],
  ['a symbolic link', 'link.png', 'image-missing'],
  ['what is behind a symbolic link', 'link.png/a.png', 'image-missing'],
  ['a submodule', 'sub', 'image-missing'],
  ['what is in a submodule', 'sub/a.png', 'image-missing'],
  ['what a sparse checkout leaves out', 'sparse.png', 'image-missing'],
  ['a pointer of Git LFS', 'lfs.png', 'image-missing'],
  ['what Git LFS puts there', 'smudged.png', 'image-missing'],
  ['what a filter changes', 'filtered.png', 'image-missing'],
  ['nothing, from the root', '/no.png', 'image-missing'],
])('tells of %s', async (_what, url, rule) => {
  // Behind the marks `and ![A](`, in the third line of a body whose first is line 6.
  expect(await findings(url)).toEqual(rule === null ? [] : [`${rule} warning 8:10`]);
});

test('reads each picture once, and only those that are shown', async () => {
  const { read, reading } = tree();
  const drafts = await withLocalImages(
    [
      aDraft({ body: '![A](a.png) ![B](/docs/a.png)' }),
      aQuestion({ body: 'x', answer: '![A](./a.png) ![B](big.png) ![C](link.png)' }),
      aDraft({ body: '`![A](renamed.png)`' }),
    ],
    files,
    reading,
  );
  expect(read.mock.calls).toEqual([['docs/a.png']]);
  const file = {
    path: 'docs/a.png',
    revision: 'blob of docs/a.png',
    type: 'png',
    size: aPicture().length,
    digest: digestOfBytes(aPicture()),
  };
  expect(drafts.map(({ images }) => images?.map((image) => [image.field, image.file]))).toEqual([
    [
      ['body', file],
      ['body', file],
    ],
    [
      ['answer', file],
      ['answer', 'too-big'],
      ['answer', 'symlink'],
    ],
    undefined,
  ]);
});

test('counts a hundred characters for the address of a picture', async () => {
  const lengthOf = async (length: number) => {
    const start = '![A](a.png)\n\n';
    const body = `${start}${'word '.repeat(20_000).slice(0, length - start.length)}`;
    const drafts = await withLocalImages([aDraft({ body })], files, tree().reading);
    return curate(drafts, { rules: {}, known: [], found }).map(({ rule }) => rule);
  };
  expect(await lengthOf(99_905)).toEqual([]);
  expect(await lengthOf(99_906)).toEqual(['body-too-long']);
});
