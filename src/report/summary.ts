import { counted } from '../model/counted.ts';
import type { Finding } from '../model/finding.ts';
import type { ToldFault } from './audience.ts';
import { checkLines } from './check-report.ts';
import type { CheckDocument } from './documents/check.ts';
import type { PublishDocument } from './documents/publish.ts';
import { aroundBlocks, blocks, codeSpan, linkTarget, sizeOf, type Safe } from './markdown.ts';
import { publishLines } from './publish-report.ts';
import { line, longestPage } from './line.ts';
import type { Shown } from './shown.ts';

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
  isFork = false,
): string {
  const all = checkLines(document, findings);
  let room = longestPage - aroundBlocks;
  const shown = all.filter(({ text }) => (room -= 2 * sizeOf(safe(text))) > 0);
  const left = all.length - shown.length;
  const note = left === 0 ? [] : [line(`… and ${counted(left, 'more line')}`)];
  return [
    '## Check for Stack Internal',
    '',
    ...(isFork
      ? ['The pull request is from a fork, whose runs may not comment on it: all is told here.', '']
      : []),
    ...blocks([...shown, ...note], safe),
    '',
  ].join('\n');
}

/** Why nothing was done, as Markdown. */
export function faultSummaryMarkdown(fault: Shown<ToldFault>, safe: Safe): string {
  const lines = [...fault.message.split('\n'), '', fault.remedy].map((text) => line(text));
  return [`## stack-publish: \`${fault.code}\``, '', ...blocks(lines, safe), ''].join('\n');
}
