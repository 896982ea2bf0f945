import { Fault, passingText, type ErrorCode } from '../model/error.ts';
import type { ApprovalForge, Reaction } from '../ports/approval-forge.ts';
import type { Log } from '../ports/log.ts';

/**
 * Does what a comment asked for, and answers it with a sign. Only for the comment of somebody
 * who may approve: a stranger must not bring us to write anything. The sign is a courtesy: where it
 * cannot be set, that is one line in the log.
 */
export async function answerComment<Done extends { readonly exitCode: number }>(
  comment: number,
  forge: Pick<ApprovalForge, 'react'>,
  log: Log,
  work: () => Promise<Done>,
): Promise<Done> {
  const answer = async (reaction: Reaction) => {
    try {
      await forge.react(comment, reaction);
    } catch (error) {
      log.info(`The comment was not answered. ${passingText(error)}`);
    }
  };
  try {
    const done = await work();
    await answer(signs[done.exitCode] ?? 'confused');
    return done;
  } catch (error) {
    await answer(error instanceof Fault && isRefusal(error) ? 'confused' : '-1');
    throw error;
  }
}

/** What was asked for was not carried out, and nothing failed. */
function isRefusal({ kind, code }: Fault): boolean {
  return kind === 'policy' || unfit.includes(code);
}

/** Codes of decisions that do not fit what they are about. */
const unfit: readonly ErrorCode[] = [
  'source-unknown',
  'adopt-refused',
  'nothing-to-resolve',
  'resolution-unfit',
];

/** By exit code; every other is one of refusal. */
const signs: Readonly<Record<number, Reaction>> = { 0: 'rocket', 4: '-1' };
