import { counted } from '../model/counted.ts';
import type { Finding } from '../model/finding.ts';
import type { Mechanism } from '../model/evidence.ts';
import type { ToldFault } from './audience.ts';
import { checkLines } from './check-report.ts';
import type { CheckDocument } from './documents/check.ts';
import type { PublishDocument } from './documents/publish.ts';
import { planParts, planSummary, type PlanReport } from './plan-report.ts';
import { publishLines } from './publish-report.ts';
import { line, longestPage, type Line } from './line.ts';
import type { Shown } from './shown.ts';

/** Makes any text one harmless line. */
type Safe = (text: string) => string;

/** What code blocks take beside their lines. */
const aroundBlocks = 240;

/**
 * A plan as Markdown: all of it inside code blocks, where nothing in it has an effect. Every step is
 * there, as a plan has no more than a page can show; what stands beside them is, while there is room.
 */
export function planSummaryMarkdown(
  report: Shown<PlanReport>,
  accept: readonly Mechanism[],
  safe: Safe,
): string {
  const { steps, beside, end } = planParts(report);
  const page = (more: readonly Line[]) =>
    [
      '## Plan for Stack Internal',
      '',
      `${safe(planSummary(report))}.`,
      '',
      ...blocks([...steps, ...more, ...end], safe),
      ...(report.digest ? ['', ...howToApprove(report.digest, accept)] : []),
      '',
    ].join('\n');
  let room = longestPage - Buffer.byteLength(page([])) - aroundBlocks;
  let left = 0;
  const shown = beside.filter((lines) => {
    const size = lines.reduce((sum, { text }) => sum + sizeOf(safe(text)), aroundBlocks);
    const fits = size <= room;
    if (fits) room -= size;
    else left += 1;
    return fits;
  });
  const note = left === 0 ? [] : [line(''), line(leftOut(left), 'warning')];
  return page([...shown.flat(), ...note]);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text) + 1;
}

function leftOut(count: number): string {
  return `There is no room here for ${counted(count, 'more remark')} on what is held, edited, gone or found; the plan at a terminal shows them.`;
}

/** What was done, as Markdown, with a link to each post. */
export function publishSummaryMarkdown(document: Shown<PublishDocument>, safe: Safe): string {
  const links = document.steps.flatMap(({ result, source, post }) => {
    const address = post && linkTarget(post.url);
    return address ? [`- ${result} [${codeSpan(safe(source))}](${address})`] : [];
  });
  const { approval } = document;
  return [
    '## Published to Stack Internal',
    '',
    ...(approval
      ? [
          `Approved by ${approversOf(approval)
            .map((login) => codeSpan(safe(login)))
            .join(
              ', ',
            )} (${approval.mechanism}, ${approval.verified ? 'verified' : 'not verified'}): \`${approval.digest}\``,
          '',
        ]
      : []),
    ...links,
    ...(links.length > 0 ? [''] : []),
    ...blocks(publishLines(document), safe),
    '',
  ].join('\n');
}

function approversOf({ by, others = [] }: NonNullable<PublishDocument['approval']>): string[] {
  return [by?.login ?? 'nobody known', ...others.map(({ login }) => login)];
}

/** What a check found, and what will be made of its pull request, as Markdown. */
export function checkSummaryMarkdown(
  document: Shown<CheckDocument>,
  findings: Shown<readonly Finding[]>,
  safe: Safe,
): string {
  const all = checkLines(document, findings);
  let room = longestPage - aroundBlocks;
  const shown = all.filter(({ text }) => (room -= 2 * sizeOf(safe(text))) > 0);
  const left = all.length - shown.length;
  const note = left === 0 ? [] : [line(`… and ${counted(left, 'more line')}`)];
  return ['## Check for Stack Internal', '', ...blocks([...shown, ...note], safe), ''].join('\n');
}

/** Why nothing was done, as Markdown. */
export function faultSummaryMarkdown(fault: Shown<ToldFault>, safe: Safe): string {
  const lines = [...fault.message.split('\n'), '', fault.remedy].map((text) => line(text));
  return [`## stack-publish: \`${fault.code}\``, '', ...blocks(lines, safe), ''].join('\n');
}

function howToApprove(digest: string, accept: readonly Mechanism[]): string[] {
  const copied = (text: string) => ['', '```text', text, '```'];
  const ways: string[] = [];
  const add = (way: Mechanism, ...lines: string[]) => {
    if (accept.includes(way)) ways.push(...lines);
  };
  add('environment', 'To approve it, approve the deployment that waits in this run.');
  const comment = 'To approve it, comment on a pull request with this line alone:';
  add('comment', comment, ...copied(`/publish ${digest}`));
  const dispatch = 'To approve it, start the workflow by hand with this digest:';
  add('dispatch', dispatch, ...copied(digest));
  return ways.length > 0 ? ways : ['Its digest:', ...copied(digest)];
}

/** Of longer fences a page could become too long to be shown. */
const longestFence = 50;
/** What ends a code block, where it is longer than any fence. */
const endsAny = new RegExp(`^( {0,3})\`(?=\`{${longestFence - 1},}[ \\t]*$)`);

/**
 * Code blocks: one for each run of lines that are ours, and one for each text that is shown. The fence
 * of each is longer than any run of backticks in it; a line that would end every block has its first
 * one escaped.
 */
function blocks(lines: readonly Line[], safe: Safe): string[] {
  const runs: { readonly quoted: boolean; readonly texts: string[] }[] = [];
  for (const { text, quoted = false } of lines) {
    if (runs.at(-1)?.quoted !== quoted) runs.push({ quoted, texts: [] });
    runs.at(-1)?.texts.push(safe(text));
  }
  return runs.flatMap(({ quoted, texts }) => {
    const fence = '`'.repeat(Math.min(longestRun(texts.join('\n'), 2) + 1, longestFence));
    const lines = texts.map((text) => text.replace(endsAny, String.raw`$1\u{60}`));
    return [`${fence}${quoted ? 'diff' : 'text'}`, ...lines, fence];
  });
}

function codeSpan(text: string): string {
  const marks = '`'.repeat(longestRun(text, 0) + 1);
  return `${marks} ${text} ${marks}`;
}

function longestRun(text: string, least: number): number {
  return text.matchAll(/`+/g).reduce((longest, [run]) => Math.max(longest, run.length), least);
}

/** An address that cannot end its link; null where it is none of the web. */
function linkTarget(address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  return url.href.replace(/[()<>[\]\\\s]/g, (char) =>
    encodeURIComponent(char).replace('(', '%28').replace(')', '%29'),
  );
}
