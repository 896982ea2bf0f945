import { Fault } from '../model/error.ts';
import type { ApprovalForge, Reaction } from '../ports/approval-forge.ts';
import type { Log } from '../ports/log.ts';

/**
 * Publishes, and answers the comment that asked for it with a sign. Only for the comment of somebody
 * who may approve: a stranger must not bring us to write anything. The sign is a courtesy: where it
 * cannot be set, that is one line in the log.
 */
export async function answerComment<Done extends { readonly exitCode: number }>(
  comment: number,
  forge: Pick<ApprovalForge, 'react'>,
  log: Log,
  publish: () => Promise<Done>,
): Promise<Done> {
  const answer = async (reaction: Reaction) => {
    try {
      await forge.react(comment, reaction);
    } catch (error) {
      const seen = error instanceof Fault ? `${error.message} ${error.remedy}` : String(error);
      log.info(`The comment was not answered. ${seen}`);
    }
  };
  try {
    const done = await publish();
    await answer(signs[done.exitCode] ?? 'confused');
    return done;
  } catch (error) {
    await answer(error instanceof Fault && error.kind === 'policy' ? 'confused' : '-1');
    throw error;
  }
}

/** By exit code; every other is one of refusal. */
const signs: Readonly<Record<number, Reaction>> = { 0: 'rocket', 4: '-1' };
