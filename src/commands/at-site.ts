import { Fault } from '../model/error.ts';
import { audienceOf } from './audience-of.ts';
import type { Context } from './context.ts';
import type { Session } from './session.ts';

/**
 * Connects, works with the site, and says then who can read what came of it. What ended the work is
 * asked about too where the answer decides what is told of it; without an answer everyone can read it.
 */
export async function atSite<Result>(
  session: Session,
  work: (context: Context) => Promise<Result>,
  options?: Parameters<Session['connect']>[0],
): Promise<Result> {
  await using context = await session.connect(options);
  try {
    const result = await work(context);
    session.disclosure.setAudience(await audienceOf(context));
    return result;
  } catch (error) {
    if (!(error instanceof Fault) || error.forTeam !== null)
      session.disclosure.setAudience(await audienceOf(context).catch(() => 'everyone' as const));
    throw error;
  }
}
