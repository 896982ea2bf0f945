import type { FleetSize } from './fleet/measure.ts';
import { grouped } from './numbers.ts';
import { resultText } from './page.ts';
import type { Row } from './row.ts';

const opening = '<!-- fleet: written by `npm run bench -- fleet` -->';
const closing = '<!-- /fleet -->';
const marked = new RegExp(`${opening}[^]*${closing}\n?`);

/** The part of docs/performance.md about many repositories, as it stands; empty where it does not. */
export const fleetIn = (page: string): string => marked.exec(page)?.[0] ?? '';

/** The page with this part, before how each is measured. */
export function withFleet(page: string, fleet: string): string {
  const rest = page.replace(marked, '');
  const end = rest.lastIndexOf('How each is measured');
  return `${rest.slice(0, end)}${fleet}\n${rest.slice(end)}`;
}

/** What was measured of many repositories. */
export function fleetSection(rows: readonly Row[], { repositories, pushes }: FleetSize): string {
  return `${opening}

## A fleet

A simulated day of ${grouped(repositories)} repositories with 40 pages each, all of one account and token: ${grouped(pushes)} pushes between 8 and 17 o'clock, each with a plan; one in five changes one or two pages, one in twenty adds one, and what a plan proposes is published within the hour. At 15 o'clock three publishes of 25 pages begin in the same second. People edit 40 posts and delete 5. In the next morning each repository makes its daily plan, at a minute of its own. These are the real commands over real HTTP, against the sandbox with the throttle of API v3 (50 calls in two seconds; 5,000, of which 100 come back each minute) and 100 ms for each answer. Time stands still while anybody works.

| What | Measured |
| --- | --- |
${rows.map((row) => `| ${row.what} | ${resultText(row)} |`).join('\n')}

${closing}
`;
}
