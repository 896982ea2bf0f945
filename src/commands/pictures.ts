import type { Pictures } from '../composing/images.ts';
import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Context } from './context.ts';

type Given = Pick<Context, 'site' | 'forge' | 'pages' | 'config'>;

/**
 * Where the pictures of drafts go: to the site where its API takes them, else they are shown from the
 * forge, where every reader can open them. Nothing is asked where no draft has one.
 */
export async function picturesFor(
  drafts: readonly Draft[],
  { site, forge, pages, config: { visibility } }: Given,
): Promise<Pictures> {
  const hasPicture = ({ images = [] }: Draft) =>
    images.some(({ file }) => typeof file !== 'string');
  if (site.images || !drafts.some(hasPicture)) return { on: 'site' };
  const isOpen =
    visibility === 'auto'
      ? ((await forge?.isPublic().catch(noAnswer)) ?? false)
      : visibility === 'public';
  return { on: 'forge', pages: isOpen ? pages : null };
}

function noAnswer(error: unknown): null {
  if (error instanceof Fault) return null;
  throw error;
}
