import { Fault } from '../../model/error.ts';
import type { PlanIndex } from '../../model/plan.ts';
import type { Session } from '../session.ts';

/**
 * Reads the index of an approved plan. It proves itself by its digest, so only its shape is checked
 * here. `name` is the file as the person named it. Throws `index-unreadable`.
 */
export async function readIndex(
  session: Pick<Session, 'readFile'>,
  name: string,
): Promise<PlanIndex> {
  try {
    const index = JSON.parse(await session.readFile(name)) as PlanIndex | null;
    if (index?.schema === 1 && Array.isArray(index.steps)) return index;
    throw new SyntaxError('expected the index of a plan');
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw new Fault('usage', 'index-unreadable', `Cannot read the index ${name}: ${seen}.`, {
      remedy: 'Give the file that `stack-publish plan --index FILE` wrote.',
      place: { file: name, line: null, column: null },
      cause: error,
    });
  }
}
