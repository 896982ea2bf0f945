import { counted } from '../model/counted.ts';
import { longestPage } from './line.ts';
import { codeSpan, inLine, linked, type Safe } from './markdown.ts';
import {
  decidingFindings,
  forgetText,
  goneBeforeText,
  othersText,
  unreleasedText,
  waitingText,
} from './beside-lines.ts';
import { howToApprove, type ApprovalPlace, type Words } from './how-to-approve.ts';
import { mostAtOnce } from './plan-lines.ts';
import {
  askingPulls,
  planSummary,
  posterName,
  targetName,
  type PlanReport,
} from './plan-report.ts';
import type { Shown } from './shown.ts';
import { findingItem } from './summary/finding-item.ts';
import { extra, fitPage, type Part } from './summary/fit-page.ts';
import { holdSection } from './summary/hold-section.ts';
import { stepRow, stepTableHead } from './summary/step-rows.ts';
import { stepSection, type Render } from './summary/step-section.ts';

/** What a page keeps free to tell how much is left out. */
const forNote = 400;
/** So many of the steps that wait are named, and of the pull requests that ask for something. */
const mostWaiting = 50;
const mostAsking = 20;

const gone = 'Their source is gone, or not marked; nothing is deleted';

/**
 * A plan as Markdown, in the order in which a reviewer needs it: what, where, under whose name and what
 * asks for it; the steps at a glance, then each; what is held; what waits; what was found; and how to
 * approve it. Texts of others are in code, or written so that nothing in them has an effect. Every step
 * is there with each byte that would be sent, as a plan has no more than a page can show; what stands
 * beside them is, while there is room.
 */
export function planSummaryMarkdown(
  report: Shown<PlanReport>,
  place: ApprovalPlace,
  safe: Safe,
  render: Render | null = null,
): string {
  const { digest, steps, tags, people } = report;
  const isOpen = steps.length <= mostAtOnce;
  const isFewHeld = report.held.length <= mostAtOnce;
  const parts: Part[] = [
    `## Plan for Stack Internal\n\n**${inLine(safe(planSummary(report)))}**\n\n`,
    headText(report, safe),
    extra(0, () => stepTable(report, safe)),
    ...steps.flatMap((step) => stepSection(step, { tags, people, isOpen, safe, render })),
    report.held.length > 0
      ? `### Held: ${counted(report.held.length, 'source')} to decide about\n\n`
      : '',
    ...report.held.flatMap((held) => holdSection(held, place, { isOpen: isFewHeld, safe })),
    extra(
      1,
      () => besideText('Edited on the site, and left as they are', report.edited, safe),
      true,
    ),
    extra(1, () => orphanText(report, safe), true),
    extra(1, () => waitsText(report, safe)),
    ...findingParts(report, safe),
  ];
  const end = digest ? approvalText(digest, place, safe) : '';
  const room = longestPage - Buffer.byteLength(end) - forNote;
  const { text, left } = fitPage(parts, room);
  return `${text}${left > 0 ? leftOut(left) : ''}${end}`;
}

function headText(report: Shown<PlanReport>, safe: Safe): string {
  const { destination, account, commit, steps } = report;
  const asking = askingPulls(steps).map(({ pull = '', page = null, author }) => {
    const by = author ? ` by ${linked(inLine(safe(author.login)), author.page)}` : '';
    return `${linked(codeSpan(safe(pull)), page)}${by}`;
  });
  const told = [
    ['Where', inLine(safe(targetName(destination)))],
    ['As', inLine(safe(posterName(account)))],
    ['From', commit ? `commit ${linked(codeSpan(commit.id.slice(0, 12)), commit.page)}` : ''],
    ['Asked for by', asking.slice(0, mostAsking).join(', ')],
  ] as const;
  const more = asking.length > mostAsking ? ` and ${asking.length - mostAsking} more` : '';
  const lines = told.flatMap(([name, text]) => (text === '' ? [] : [`- **${name}:** ${text}`]));
  return `${lines.join('\n')}${more}\n\n`;
}

/** The steps at a glance, each with what it comes from and its post. */
function stepTable({ steps }: Shown<PlanReport>, safe: Safe): string {
  if (steps.length === 0) return '';
  const rows = steps.map(({ action, source, page = null, url, after: { title, kind } }) =>
    stepRow({ what: action, title, source, page, url, kind }, safe),
  );
  return `${stepTableHead}${rows.join('')}\n`;
}

function besideText(
  heading: string,
  posts: Shown<PlanReport>['edited'] | Shown<PlanReport>['orphaned'],
  safe: Safe,
): string {
  if (posts.length === 0) return '';
  const items = posts.map(({ source, url }) => `- ${linked(codeSpan(safe(source)), url)}\n`);
  return `### ${heading}\n\n${items.join('')}\n`;
}

function orphanText({ orphaned, goneBefore = 0 }: Shown<PlanReport>, safe: Safe): string {
  const more = goneBefore > 0 ? `${goneBeforeText(goneBefore)}\n\n` : '';
  if (orphaned.length === 0) return more && `### Without a source\n\n${more}`;
  return `${besideText(gone, orphaned, safe)}${forgetText}\n\n${more}`;
}

function waitsText({ waiting, waits = [], unreleased }: Shown<PlanReport>, safe: Safe): string {
  if (waiting === 0 && unreleased === 0) return '';
  const named = waits.slice(0, mostWaiting);
  const items = named.map(({ action, source }) => `- ${action} ${codeSpan(safe(source))}\n`);
  const more = waits.length - named.length;
  return [
    '### Waiting\n\n',
    waiting > 0 ? `${waitingText(waiting)}.\n\n` : '',
    ...items,
    more > 0 ? `- and ${more} more\n` : '',
    items.length > 0 ? '\n' : '',
    unreleased > 0 ? `${unreleasedText(unreleased)}\n\n` : '',
  ].join('');
}

/** What a decision may rest on, each while there is room, and the rest as a count. */
function findingParts(report: Shown<PlanReport>, safe: Safe): Part[] {
  const { deciding, others } = decidingFindings(report);
  if (deciding.length === 0 && others === 0) return [];
  return [
    '### Findings\n\n',
    ...deciding.map((finding) => extra(2, () => findingItem(finding, safe), true)),
    deciding.length > 0 && others > 0 ? '\n' : '',
    others > 0 ? `${othersText(others)}\n\n` : '\n',
  ];
}

function leftOut(count: number): string {
  return `There is no room here for ${counted(count, 'more remark')} on how posts look, and on what is held or found; the plan's page has all of them.\n\n`;
}

function approvalText(digest: string, place: ApprovalPlace, safe: Safe): string {
  // Who reads it is not at a terminal.
  const onForge = place.ways.filter((way) => way !== 'asserted');
  const { ways, rest } = howToApprove(digest, { ...place, ways: onForge });
  const written = (words: Words) => wordsText(words, safe);
  const copied = (line: string) => `\`\`\`text\n${line}\n\`\`\`\n\n`;
  const told = ways.map(
    ({ sentence, line, more }) =>
      `${written(sentence)}\n\n${copied(line)}${more ? `${written(more)}\n\n` : ''}`,
  );
  const how = told.length > 0 ? told.join('') : `Its digest:\n\n${copied(digest)}`;
  return `### To approve it\n\n${how}${rest.map(written).join('\n\n')}\n`;
}

function wordsText(words: Words, safe: Safe): string {
  return words
    .map((word) => {
      if (typeof word === 'string') return word;
      return 'code' in word ? codeSpan(safe(word.code)) : linked(word.text, word.address);
    })
    .join('');
}
