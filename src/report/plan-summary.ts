import { counted } from '../model/counted.ts';
import type { Mechanism } from '../model/evidence.ts';
import { approvalWays } from './approval-ways.ts';
import { line, longestPage, type Line } from './line.ts';
import { aroundBlocks, blocks, inTag, inTable, linkTarget, sizeOf, type Safe } from './markdown.ts';
import { planParts, planSummary, type PlanReport } from './plan-report.ts';
import type { Shown } from './shown.ts';

/** With more steps than these, each is folded: a reader chooses what to open. */
const mostOpen = 3;

/**
 * A plan as Markdown, in the order in which a reviewer needs it: what, where and under whose name, each
 * step, what stands beside them, and how to approve it. Every text of others is in a code block or an
 * element, where nothing in it has an effect. Every step is there, as a plan has no more than a page can
 * show; the table of steps and what stands beside them are, while there is room.
 */
export function planSummaryMarkdown(
  report: Shown<PlanReport>,
  ways: readonly Mechanism[],
  safe: Safe,
): string {
  const { target, steps, beside, end } = planParts(report);
  const open = steps.length > mostOpen ? '' : ' open';
  const folded = report.steps.flatMap(({ action, source }, n) => [
    `<details${open}><summary>${action} <code>${inTag(safe(source))}</code></summary>`,
    '',
    ...blocks(steps[n]?.lines ?? [], safe),
    '',
    '</details>',
    '',
  ]);
  const page = (table: readonly string[], more: readonly Line[]) =>
    [
      '## Plan for Stack Internal',
      '',
      `${safe(planSummary(report))}.`,
      '',
      ...blocks([target], safe),
      '',
      ...madeFrom(report),
      ...table,
      ...folded,
      ...blocks([...more, ...end], safe),
      ...(report.digest ? ['', ...howToApprove(report.digest, ways)] : []),
      '',
    ].join('\n');
  let room = longestPage - Buffer.byteLength(page([], [])) - aroundBlocks;
  const all = stepTable(report, safe);
  const tableSize = all.reduce((sum, each) => sum + sizeOf(each), 0);
  const table = tableSize <= room ? all : [];
  if (table.length > 0) room -= tableSize;
  let left = 0;
  const shown = beside.filter((lines) => {
    const size = lines.reduce((sum, { text }) => sum + sizeOf(safe(text)), aroundBlocks);
    const fits = size <= room;
    if (fits) room -= size;
    else left += 1;
    return fits;
  });
  const note = left === 0 ? [] : [line(''), line(leftOut(left), 'warning')];
  return page(table, [...shown.flat(), ...note]);
}

function madeFrom({ commit }: Shown<PlanReport>): string[] {
  if (!commit) return [];
  const id = `<code>${commit.id.slice(0, 12)}</code>`;
  const address = commit.page && linkTarget(commit.page);
  return [`Made from commit ${address ? `[${id}](${address})` : id}.`, ''];
}

/** The steps at a glance, each with its source on the forge and its post. */
function stepTable(report: Shown<PlanReport>, safe: Safe): string[] {
  if (report.steps.length === 0) return [];
  const cell = (text: string, address: string | null | undefined) => {
    const code = `<code>${inTable(safe(text))}</code>`;
    const to = address ? linkTarget(address) : null;
    return to ? `[${code}](${to})` : code;
  };
  return [
    '| | Source | Title | Post |',
    '| --- | --- | --- | --- |',
    ...report.steps.map(({ action, source, page, url, after }) => {
      const post = (url && linkTarget(url)) ?? null;
      return `| ${action} | ${cell(source, page)} | ${cell(after.title, null)} | ${post ? `[open](${post})` : 'new'} |`;
    }),
    '',
  ];
}

function leftOut(count: number): string {
  return `There is no room here for ${counted(count, 'more remark')} on what is held, edited, gone or found; the plan at a terminal shows them.`;
}

function howToApprove(digest: string, ways: readonly Mechanism[]): string[] {
  const copied = (text: string) => ['', '```text', text, '```'];
  const onGitHub = ways.filter((way) => way !== 'asserted');
  const told = approvalWays(digest, onGitHub).flatMap(({ sentence, line: text, more }, n) => [
    ...(n > 0 ? [''] : []),
    sentence,
    ...(text === null ? [] : copied(text)),
    ...(more === undefined ? [] : ['', more]),
  ]);
  return told.length > 0 ? told : ['Its digest:', ...copied(digest)];
}
