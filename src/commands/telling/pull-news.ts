import type { Origins } from '../origins-of.ts';
import type { Draft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import { changeNumber } from '../../model/provenance.ts';
import type { PullComments } from '../../ports/pull-comments.ts';
import type { PullNews } from './tell-pulls.ts';

/** What is told of the sources of each merged pull request; `text`: null, nothing new. */
export async function newsOfSteps<Step extends { readonly source: string }>(
  steps: readonly Step[],
  { commit, of }: Origins,
  pullsOfFiles: (
    ...asked: Parameters<PullComments['pullsOfFiles']>
  ) => Promise<ReadonlyMap<string, number> | null>,
  text: (steps: readonly Step[]) => string | null,
): Promise<readonly PullNews[]> {
  const paths = steps.flatMap(({ source }) => {
    const origin = of.get(source);
    return origin?.kind === 'file' ? [origin.path] : [];
  });
  const pulls = paths.length === 0 ? null : await pullsOfFiles(commit, [...new Set(paths)]);
  const byPull = Map.groupBy(steps, ({ source }) => {
    const origin = of.get(source);
    const [number] = changeNumber(origin);
    if (number !== undefined) return number;
    return (origin?.kind === 'file' && pulls?.get(origin.path)) || null;
  });
  return [...byPull].flatMap(([pull, own]) => {
    const told = pull === null ? null : text(own);
    return pull === null || told === null ? [] : [{ pull, text: told }];
  });
}

/** Of what was found and read, what is of the files that a pull request changes, or of its own text. */
export function ofPull(
  pull: number,
  files: ReadonlySet<string>,
  told: { readonly drafts: readonly Draft[]; readonly findings: readonly Finding[] },
): { readonly drafts: readonly Draft[]; readonly findings: readonly Finding[] } {
  const isOfPull = ({ provenance }: Pick<Draft | Finding, 'provenance'>) =>
    provenance.kind === 'file' ? files.has(provenance.path) : changeNumber(provenance)[0] === pull;
  return {
    drafts: told.drafts.filter((draft) => draft.provenance.kind === 'file' && isOfPull(draft)),
    findings: told.findings.filter(isOfPull),
  };
}
