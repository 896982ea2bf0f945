import type { FleetView, FoundPull, NewFile } from '../../../ports/forge-fleet.ts';
import type { CheckoutFiles } from '../init-context.ts';
import { chore, refusalOf, type Chore, type Step } from '../steps.ts';
import type { Member } from './fleet-context.ts';

/** What is left where a pull request of ours is open; nothing where none is. */
export function mergeChore(pull: FoundPull | null): Chore[] {
  return pull?.state === 'open' ? [chore('Review and merge it.', pull.url)] : [];
}

/** The one branch that brings our files, so that a later run finds it. */
export const setUpBranch = 'stack-publish/set-up';

/** The files of a view, beside those that are to be there: what is created is kept for a pull request. */
export function filesOf({ files }: Pick<FleetView, 'files'>): {
  readonly files: CheckoutFiles;
  readonly created: readonly NewFile[];
} {
  const created: NewFile[] = [];
  return {
    created,
    files: {
      read(path) {
        const text = files.get(path);
        if (text === undefined) return Promise.resolve('nothing');
        return Promise.resolve(text === null ? 'something else' : { text });
      },
      create(path, text) {
        created.push({ path, text });
        return Promise.resolve();
      },
      replace: () => Promise.reject(new Error('a file of another repository is never replaced')),
    },
  };
}

/** What came of bringing files: the state of their steps, and the pull request that has them. */
interface Offered {
  readonly state: 'proposed' | 'left' | 'failed';
  readonly message: string | null;
  readonly pull: FoundPull | null;
  /** Whether something was written now. */
  readonly isNew: boolean;
}

/**
 * Brings new files by a branch and a pull request, where neither is there yet. A pull request that was
 * closed is somebody's no; a branch of that name with anything else in it is somebody's own.
 */
export async function offerFiles(
  { place, found }: Pick<Member, 'place' | 'found'>,
  view: Pick<FleetView, 'head' | 'hasBranch' | 'pull'>,
  files: readonly NewFile[],
): Promise<Offered> {
  const { pull, hasBranch, head } = view;
  const base = found.defaultBranch;
  const left = (message: string): Offered => ({ state: 'left', message, pull, isNew: false });
  if (pull?.state === 'open') return { state: 'proposed', message: null, pull, isNew: false };
  if (pull?.state === 'closed')
    return left(
      `its pull request #${pull.number} was closed, which counts as a no; reopen it to have it`,
    );
  if (hasBranch && pull !== null)
    return left(
      `the branch ${setUpBranch} of the merged #${pull.number} is still there: delete it, and run again`,
    );
  if (head === null) return left('it has no commit yet');
  try {
    if (!hasBranch)
      await place.createBranch(setUpBranch, {
        commit: head,
        files,
        message: 'Set up stack-publish',
      });
    else if (!(await place.holdsOnly(setUpBranch, base, files)))
      return left(
        `the branch ${setUpBranch} is there and has something else in it: look at it, delete it, and run again`,
      );
    const opened = await place.openPull({
      branch: setUpBranch,
      base,
      title: 'Set up stack-publish',
      body: pullText(files),
    });
    return { state: 'proposed', message: null, pull: opened, isNew: true };
  } catch (error) {
    return { ...refusalOf(error), pull: null, isNew: false };
  }
}

function pullText(files: readonly NewFile[]): string {
  return [
    'What this repository needs to publish to Stack Internal by the workflow that the organisation shares:',
    '',
    ...files.map(({ path }) => `- \`${path}\``),
    '',
    'Nothing is published by merging it: only what is marked for it, and only after a reviewer has said yes to exactly what will be posted.',
    '',
    'Closing it counts as a no: `stack-publish init --org` will not ask again.',
    '',
  ].join('\n');
}

/** The steps of files, with what came of them. */
export function stepsOf(steps: readonly Step[], offered: Offered): Step[] {
  return steps.map((step) =>
    step.state === 'created'
      ? { ...step, state: offered.state, message: offered.message ?? step.message }
      : step,
  );
}
