import type { Picture } from '../publishing/upload-images.ts';
import type { Context } from './context.ts';
import type { Prepared } from './prepare.ts';

/** Reads the picture that a hole names again, as the commit has it; null where no source shows it. */
export async function readPicture(
  { tree }: Pick<Context, 'tree'>,
  { pictures }: Pick<Prepared, 'pictures'>,
  target: string,
): Promise<Picture | null> {
  const file = pictures.get(target);
  if (!file) return null;
  const { path, revision, size } = file;
  for await (const { bytes } of tree.read([{ path, revision, size, kind: 'file' }]))
    return { file, bytes };
  return null;
}
