import { format, resolveConfig } from 'prettier';
import { faultKinds } from './fault-kinds.ts';
import type { Measured } from './measured.ts';
import { weaknesses } from './weaknesses.ts';
import { recoveries, total } from './tally.ts';
import { harms } from './trial.ts';

/** What was run by hand beyond what the tests run. */
const histories =
  'By hand, on 27 November 2026 at commit 5f0c5bc: 100,000 of them, of the seeds 9201 to 9300; none broke a promise. Of the 100,000 before (9001 to 9100, at commit c210156) one did: over API v2.3 the answers to a question were told as of a minute ago, and a second answer was posted. They are asked for in a way of their own since.';

/** The page that tells what was tried and what came of it. */
export async function reliabilityPage(tables: readonly Measured[]): Promise<string> {
  const all = total(tables.flatMap(({ tallies }) => tallies));
  const harmed = Object.values(all.harm).reduce((sum, each) => sum + each, 0);
  const tried = new Set(tables.flatMap(({ tallies }) => tallies.map(({ name }) => name)));
  const kinds = faultKinds.filter(({ name }) => tried.has(name));
  const text = `# Reliability

<!-- Written by \`npm run test:faults\`. -->

What happens to the posts when something fails in the middle of a run? The bundled command runs against the sandbox with one fault: at its first request, in the next trial at its second, and so on through every request and every write of the ledger. There are two kinds of trials, each over API v3 and over API v2.3:

- **Articles**: five new pages, two changed ones, and one that was changed both in its source and on the site.
- **Questions**: a new question, which takes three writes (the question, its answer, the acceptance), and a published one, whose text was changed both in its source and on the site, and its answer in its source. Here the sandbox accepts a second question with the same title, so that one would be seen.

Over API v2.3 a fault is tried at every third request, and the next fault begins one request later, so that all requests come up; at every write of the ledger; and with the ledger in a file. Articles need not wait for a minute there.

After the fault, a trial goes on as a user would: the same command again, then a new plan six minutes later by the site's clock, until nothing is left to do. After each command it looks for:

- **duplicates**: two posts have one title, or one question has two answers of ours;
- **lost edits**: a line that a colleague wrote on the site is gone;
- **unapproved writes**: a write is not, byte by byte, a step of the approved plan, or a part of one;
- **untrue exits**: exit code 0 while an approved step is missing (a question also without its accepted answer), or a step's result that is not so on the site;
- **ledger wrong**: at the end a record and its post do not agree, an edit on the site is not known, so that no plan would tell of it, or an intent is left;
- **token shown**: the access token stands in the output;
- **restless**: one more run, with nothing to do, writes something or makes more than three requests (Questions: four).

**${all.tried} trials: ${harmed === 0 ? 'none of this happened' : `${harmed} times something of this happened`}${all.recovery.never === 0 ? ', and everything was on the site in the end' : `; ${all.recovery.never} times something was missing in the end`}.**

Each table tells when it was measured. The command may have changed since; \`npm run test:long\` tries a sample of the same faults on the command as it is.

${tables.map(sectionOf).join('\n\n')}

The columns tell when everything was on the site and a command had said so: by the run with the fault, by the next one, or by a new plan after six minutes. A write whose answer is missing is searched for at once. Where it is not found, it may still be carried out, so it is repeated after five minutes and not before.

## The faults

| fault | what happens |
| --- | --- |
${kinds.map(({ name, about }) => `| ${name} | ${about} |`).join('\n')}

With the ledger in a branch, a write is a push: it is refused, or its connection breaks after it was taken, or the command is killed while the remote holds the push.

## Run it

\`\`\`sh
npm run test:faults
npm run test:faults -- --api v2.3 --scenario questions
npm run test:faults -- --prove
\`\`\`

The first takes forty minutes on two quiet cores, ends with exit code 1 where anything was found, and writes this page. The second measures one table anew; \`--ledger file\` and \`--ledger branch\` choose among those of the Articles over API v3. \`--minutes 120\` gives a busy machine more time than an hour, and \`--every 1\` tries all requests over API v2.3, without a table.

The third tests the trials themselves. It takes one safeguard after the other out of a copy of the command, and fails unless the trials find the harm:

| taken out | has to be found | in the trials of |
| --- | --- | --- |
${weaknesses.map(({ name, harm, scenario, api = 'v3' }) => `| ${name} | ${harm} | ${titles[scenario?.name ?? 'articles']}, ${api} |`).join('\n')}

## What no trial can show

The site has no conditional update. Between the last look at a post and its change, a fraction of a second later, an edit on the site is overwritten; the trials leave that moment out.

## Random histories

The trials have one fault each. \`npm run test:long\` also plays 5,000 random histories on a model of the site and of several runs at a time: sources change, are renamed, pinned, copied, marked and unmarked; people edit, delete, restore, lock and answer; the ledger is lost; runs crash, overlap, lose answers and resume; lists have small pages and lag; other posts stand under the same account; a quarter of them happens over API v2.3, with its old reads, whole seconds and missing methods. After each step, promises such as the ones above are checked, and at rest two plans have to be the same and to write nothing.

${histories}
`;
  const config = await resolveConfig(import.meta.filename);
  return format(text, { ...config, parser: 'markdown' });
}

const titles = { articles: 'Articles', questions: 'Questions' } as const;

function sectionOf({ api, scenario, ledger, when, tallies }: Measured): string {
  const whole = total(tallies);
  // A column of zeros says nothing that the sentence above the tables does not say.
  const shownHarms = harms.filter((name) => whole.harm[name] > 0);
  const shownRecoveries = recoveries.filter((name) => name !== 'never' || whole.recovery.never > 0);
  const head = ['fault', 'tried', ...shownHarms, ...shownRecoveries];
  const rows = [...tallies, { name: '**all**', ...whole }].map((each) => [
    each.name,
    each.tried,
    ...shownHarms.map((name) => each.harm[name]),
    ...shownRecoveries.map((name) => each.recovery[name]),
  ]);
  const lines = [head, head.map((_, at) => (at === 0 ? '---' : '--:')), ...rows];
  return `## ${titles[scenario]} over API ${api}, with the ledger in a ${ledger}\n\nMeasured ${when}.\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}
