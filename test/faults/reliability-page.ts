import { format, resolveConfig } from 'prettier';
import { weaknesses } from './weaknesses.ts';
import { recoveries, total, type Tally } from './tally.ts';
import { harms } from './trial.ts';
import type { LedgerKind } from './world.ts';

export interface Result {
  readonly ledger: LedgerKind;
  readonly tallies: readonly Tally[];
}

/** The page that tells what was tried and what came of it. */
export async function reliabilityPage(results: readonly Result[]): Promise<string> {
  const all = total(results.flatMap(({ tallies }) => tallies));
  const harmed = Object.values(all.harm).reduce((sum, each) => sum + each, 0);
  const kinds = [
    ...new Map(
      results.flatMap(({ tallies }) => tallies.map(({ kind }) => [kind.name, kind] as const)),
    ).values(),
  ];
  const text = `# Reliability

<!-- Written by \`npm run test:faults\`. -->

This page shows what happens to the posts when something fails in the middle of a run. The bundled command runs against the sandbox, and one fault strikes it: at its first request, in the next trial at its second, and so on through every request and every write of the ledger. A trial begins each time with five new pages, two changed pages, and one page that was changed both in its source and on the site.

After the fault, a trial goes on as a user would: the same command again, then a new plan six minutes later by the site's clock, until nothing is left to do. After each command these things are checked:

- **duplicates**: two posts have one title;
- **lost edits**: a line that a colleague wrote on the site is gone;
- **unapproved writes**: a write is not, byte by byte, a step of the plan whose digest was given;
- **untrue exits**: exit code 0 while an approved step is missing, or a step's result that is not so on the site;
- **ledger wrong**: at the end a record and its post do not agree, or an intent is left;
- **token shown**: the access token stands in the output;
- **restless**: one more run, with nothing to do, writes something or makes more than three requests.

**${all.tried} trials: ${harmed === 0 ? 'none of this happened' : `${harmed} times something of this happened`}${all.recovery.never === 0 ? ', and every page was on the site in the end' : `; ${all.recovery.never} times a page was missing in the end`}.**

${results.map(sectionOf).join('\n\n')}

The last columns tell when all eight pages were on the site and a command had said so: by the run that was struck, by the next run, or by a new plan after six minutes. A write whose answer is missing is searched for at once. Where it is not found, it may still be carried out, so it is repeated after five minutes and not before.

## The faults

| fault | what happens |
| --- | --- |
${kinds.map(({ name, about }) => `| ${name} | ${about} |`).join('\n')}

With the ledger in a branch, a write is a push: it is refused, or its connection breaks after it was taken, or the command is killed while the remote holds the push.

## Run it

\`\`\`sh
npm run test:faults
npm run test:faults -- --prove
\`\`\`

The first takes about a quarter of an hour on two cores, ends with exit code 1 where anything was found, and writes this page. \`npm test\` runs a sample of the same trials.

The second tests the trials themselves. It takes one safeguard after the other out of a copy of the command, and fails unless the trials find the harm:

| taken out | has to be found |
| --- | --- |
${weaknesses.map(({ name, harm }) => `| ${name} | ${harm} |`).join('\n')}

## What no trial can show

The site has no conditional update. Between the last look at a post and its change, a fraction of a second later, an edit on the site is overwritten; the trials leave that moment out.
`;
  const config = await resolveConfig(import.meta.filename);
  return format(text, { ...config, parser: 'markdown' });
}

function sectionOf({ ledger, tallies }: Result): string {
  const head = ['fault', 'tried', ...harms, ...recoveries];
  const rows = [...tallies, { kind: { name: '**all**' }, ...total(tallies) }].map((each) => [
    each.kind.name,
    each.tried,
    ...harms.map((name) => each.harm[name]),
    ...recoveries.map((name) => each.recovery[name]),
  ]);
  const lines = [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows];
  return `## With the ledger in a ${ledger}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}
