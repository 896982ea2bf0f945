import type { Audience } from '../report/audience.ts';
import type { Context } from './context.ts';
import { isPublic } from './is-public.ts';

/** Who can read what a run on this repository shows. */
export async function audienceOf(
  context: Pick<Context, 'config' | 'repository' | 'forge'>,
): Promise<Audience> {
  return (await isPublic(context)) ? 'everyone' : 'team';
}
