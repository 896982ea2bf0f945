import type { PlanReport } from '../plan-report.ts';
import type { Shown } from '../shown.ts';
import type { Render } from './step-section.ts';

/** So many characters of posts are rendered for one page: more would take seconds. */
const mostRendered = 200_000;

/** What renders the new posts of a plan, loaded only where there are some. */
export async function rendererFor({ steps }: Shown<PlanReport>): Promise<Render | null> {
  if (!steps.some(({ action }) => action === 'create')) return null;
  const { inertMarkdown } = await import('../../rendering/inert-markdown.ts');
  let left = mostRendered;
  return (markdown) => {
    left -= markdown.length;
    return left < 0 ? null : inertMarkdown(markdown);
  };
}

/** What renders the note of one pull request. */
export async function noteRenderer(): Promise<Render> {
  const { inertMarkdown } = await import('../../rendering/inert-markdown.ts');
  return inertMarkdown;
}
