import type { GitHubPlace } from './init-context.ts';
import { refusalOf, chore, type Done, type Step } from './steps.ts';

/** The labels that mark pull requests, as the configuration names them. */
export interface WantedLabels {
  readonly article: string;
  readonly faq: string;
}

/** Creates the labels that there are not. */
export async function setUpLabels(
  { pages, setup }: GitHubPlace,
  { article, faq }: WantedLabels,
  dryRun: boolean,
): Promise<Done> {
  const wanted = [
    { name: article, color: '0969da', description: 'Publish the note as an Article' },
    { name: faq, color: '8250df', description: 'Publish the note as questions and answers' },
  ].filter(({ name }, at) => at === 0 || name !== article);
  const names = wanted.map(({ name }) => name);
  const page = `${pages.repository}/labels`;
  const byHand = (missing: readonly string[]) =>
    chore(
      `Create the ${missing.length === 1 ? 'label' : 'labels'} ${missing.map((name) => `\`${name}\``).join(' and ')}.`,
      page,
    );
  if (setup === null) return { steps: [], left: [byHand(names)] };
  const found = await setup.labelsAmong(names).catch(refusalOf);
  if ('state' in found) {
    const steps = names.map((name): Step => ({ kind: 'label', name, ...found }));
    return { steps, left: found.state === 'left' ? [byHand(names)] : [] };
  }
  const steps: Step[] = [];
  for (const label of wanted) {
    const { name } = label;
    const step = (state: Step['state']): Step => ({ kind: 'label', name, state, message: null });
    if (found.includes(name)) steps.push(step('kept'));
    else if (dryRun) steps.push(step('planned'));
    else {
      const refusal = await setup.createLabel(label).then(() => null, refusalOf);
      steps.push(refusal === null ? step('created') : { kind: 'label', name, ...refusal });
    }
  }
  const missing = steps.filter(({ state }) => state === 'left').map(({ name }) => name);
  return { steps, left: missing.length === 0 ? [] : [byHand(missing)] };
}
