import { isDigest } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import { actions, type PlanIndex } from '../../model/plan.ts';
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
    const index: unknown = JSON.parse(await session.readFile(name));
    if (isPlanIndex(index)) return index;
    const { schema } = membersOf(index);
    if (typeof schema === 'number' && schema > 1)
      throw new RangeError(`its schema is ${schema}, and this version reads 1`);
    throw new SyntaxError('expected the index of a plan');
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw new Fault('usage', 'index-unreadable', `Cannot read the index ${name}: ${seen}.`, {
      remedy:
        error instanceof RangeError
          ? 'Publish with the version that planned, or plan again with this one.'
          : 'Give the file that `stack-publish plan --index FILE` wrote.',
      place: { file: name, line: null, column: null },
      cause: error,
    });
  }
}

/** Whether it is as `plan --index` writes it, as far as anything is done by what it says. */
function isPlanIndex(value: unknown): value is PlanIndex {
  const { schema, tier, site, team, api, account, steps } = membersOf(value);
  return (
    schema === 1 &&
    [tier, site, api].every((each) => typeof each === 'string') &&
    (team === null || typeof team === 'string') &&
    Number.isSafeInteger(account) &&
    Array.isArray(steps) &&
    steps
      .map(membersOf)
      .every(
        ({ source, action, digest }) =>
          typeof source === 'string' &&
          actions.some((each) => each === action) &&
          typeof digest === 'string' &&
          isDigest(digest),
      )
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
