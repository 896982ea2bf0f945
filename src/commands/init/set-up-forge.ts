import type { Config } from '../../config/schema.ts';
import type { GitHubPlace } from './init-context.ts';
import { setUpEnvironment } from './set-up-environment.ts';
import { setUpLabels } from './set-up-labels.ts';
import type { Chore, Done, Step } from './steps.ts';
import { readEnvironment } from './workflow-text.ts';
import type { Way } from './wish.ts';

interface ForgeWish {
  readonly config: Config;
  readonly way: Way | null;
  readonly branch: string;
  readonly reviewers: Parameters<typeof setUpEnvironment>[1]['reviewers'];
}

/** The environments that keep the tokens, and the labels that mark pull requests. */
export async function setUpForge(
  github: GitHubPlace,
  { config, way, branch, reviewers }: ForgeWish,
  dryRun: boolean,
): Promise<Done & { readonly pages: Readonly<Record<string, string>> }> {
  const pages: Record<string, string> = {};
  const steps: Step[] = [];
  const left: Chore[] = [];
  const { environment } = config.approval;
  const wanted = [
    { name: readEnvironment(environment), branch, reviewers: null },
    { name: environment, branch, reviewers: way === 'reviewers' ? reviewers : null },
  ];
  for (const each of way === null ? [] : wanted) {
    const done = await setUpEnvironment(github, each, dryRun);
    pages[each.name] = done.page;
    steps.push(done.step);
    left.push(...done.left);
  }
  const pulls = config.sources['pull-requests'];
  if (pulls !== false) {
    const done = await setUpLabels(github, pulls, dryRun);
    steps.push(...done.steps);
    left.push(...done.left);
  }
  return { steps, left, pages };
}
