import { repositoryStates, type InitOrgDocument } from './documents/init-org.ts';
import { choreLines, stepLine } from './init-report.ts';
import { line, type Line, type Tone } from './line.ts';
import type { Shown } from './shown.ts';

type Row = InitOrgDocument['repositories'][number];

const tones: Readonly<Partial<Record<Row['state'], Tone>>> = {
  failed: 'error',
  skipped: 'warning',
  done: 'faint',
};

/** A row a repository, those that need a look first; what is left over all. */
export function initOrgLines(
  { dryRun, organisation, shared, repositories, counts, left, next }: Shown<InitOrgDocument>,
  verbose: boolean,
): Line[] {
  const width = Math.max(...[shared, ...repositories].map(({ repository }) => repository.length));
  // What is done is only counted.
  const rows = repositoryStates.flatMap((state) =>
    state === 'done' && !verbose ? [] : repositories.filter((row) => row.state === state),
  );
  const counted = repositoryStates.flatMap((state) =>
    counts[state] === 0 ? [] : [`${counts[state]} ${state}`],
  );
  return [
    ...(dryRun ? [line('A dry run: nothing but reads was sent.', 'heading')] : []),
    ...rowLines(shared, width, verbose),
    ...rows.flatMap((row) => rowLines(row, width, verbose)),
    line(''),
    line(
      `${organisation}: ${counts.chosen} of ${counts.seen} repositories: ${counted.join(', ') || 'none'}.`,
      'heading',
    ),
    ...choreLines(left),
    line(''),
    line(`Next: ${next}`, 'heading'),
  ];
}

function rowLines(row: Row, width: number, verbose: boolean): Line[] {
  const { repository, state, pull, steps, left } = row;
  const text = `${state.padEnd(8)} ${repository.padEnd(width)}  ${summaryOf(row)}`.trimEnd();
  const more = verbose
    ? [
        ...steps.map((step) => stepLine(step, '    ')),
        ...left.map(({ do: what, url }) =>
          line(`    to do: ${what}${url === null ? '' : ` ${url}`}`),
        ),
      ]
    : [];
  const address = pull?.state === 'open' ? [line(`         ${pull.url}`, 'faint')] : [];
  return [line(text, tones[state] ?? 'plain'), ...address, ...more];
}

/** What was or would be done, a word a kind of thing, or why nothing was. */
function summaryOf({ state, message, steps, pull }: Row): string {
  const troubles = steps.flatMap((step) =>
    step.state === 'failed' || step.state === 'left' || step.state === 'differs'
      ? [`${step.name}: ${step.message ?? step.state}`]
      : [],
  );
  const told = [...(message === null ? [] : [message]), ...new Set(troubles)];
  const words = (['created', 'changed', 'planned', 'proposed'] as const).flatMap((each) => {
    const names = steps.filter((step) => step.state === each).map(({ name }) => name);
    return names.length === 0 ? [] : [`${each} ${names.map(shortName).join(', ')}`];
  });
  const waits =
    state === 'waits' && words.length === 0 && pull?.state === 'open' ? ['reviewed?'] : [];
  return [...words, ...waits, ...told].join('; ');
}

const shortName = (path: string) => path.replace(/^\.github\/(?:workflows\/)?/, '');
