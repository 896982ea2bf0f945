import type { LedgerKind } from './world.ts';

/** A marked page, and how to tell that its post shows what was approved. */
export interface Page {
  readonly source: string;
  readonly title: string;
  /** What the file said when it was first published; null: it was not there yet. */
  readonly before: string | null;
  readonly after: string;
  /** A line that only the newest text has. */
  readonly mark: string;
}

const filler = (name: string) =>
  `Who looks after ${name} is on the duty list.\n\n\`\`\`sh\nservicectl status ${name} --format "a & b <c>"\n\`\`\`\n\nAsk in the channel of the team.\n`;

function newPage(number: number): Page {
  const mark = `Service ${number} answers on port ${8000 + number}.`;
  const source = `docs/new-${number}.md`;
  return {
    source,
    title: `How to reach service ${number}`,
    before: null,
    after: `${mark}\n\n${filler(`service-${number}`)}`,
    mark,
  };
}

function changedPage(name: string): Page {
  const mark = `The ${name} restarts within 30 seconds.`;
  return {
    source: `docs/${name}.md`,
    title: `Restarting the ${name}`,
    before: `The ${name} restarts within two minutes.\n\n${filler(name)}`,
    after: `${mark}\n\n${filler(name)}`,
    mark,
  };
}

/** Five new pages, two that changed, and one that changed here and on the site. */
export const pages: readonly Page[] = [
  ...[1, 2, 3, 4, 5].map(newPage),
  changedPage('gateway'),
  changedPage('scheduler'),
  changedPage('shared-cache'),
];

/** The page that a colleague edited on the site before the plan was made. */
export const editedPage = 'docs/shared-cache.md';
/** The page that a colleague edits while a run is under way, where the fault is just that. */
export const laterEditedPage = 'docs/gateway.md';

export const colleagueLine = 'On Fridays, ask Ada first.';
export const laterLine = 'Since May this also holds for the test system.';

export function fileOf(title: string, body: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nstack: article\n---\n\n${body}`;
}

export function configOf(url: string, team: string, ledger: LedgerKind): string {
  return [
    `destination: { tier: business, team: ${team}, url: "${url}" }`,
    'defaults: { tags: [operations] }',
    'visibility: private',
    'approval: { accept: [asserted] }',
    ledger === 'file'
      ? 'ledger: { file: .git/ledger.json }'
      : 'ledger: { branch: stack-publish/ledger }',
    '',
  ].join('\n');
}

export function titleOf(source: string): string {
  const page = pages.find((each) => each.source === source);
  if (!page) throw new Error(`the scenario has no ${source}`);
  return page.title;
}
