import { counted } from '../../model/counted.ts';
import type { Finding } from '../../model/finding.ts';
import { changeNoun, type ChangeKind } from '../../model/provenance.ts';
import type { CheckDocument } from '../documents/check.ts';
import { codeInCell, inCell, linked, type Safe } from '../markdown.ts';
import type { Shown } from '../shown.ts';
import { findingItem } from '../summary/finding-item.ts';
import { extra, type Part } from '../summary/fit-page.ts';
import type { Render } from '../summary/step-section.ts';
import { commentText } from './comment-text.ts';

/** A page that a pull request adds or changes, and what it will be. */
export interface CheckedPage {
  readonly source: string;
  readonly kind: string;
  readonly title: string;
}

interface CheckComment {
  /** What the note of the pull request will be; null: nothing. */
  readonly entry: Shown<CheckDocument>['entry'];
  readonly pages: readonly CheckedPage[];
  /** Those that are about the pull request. */
  readonly findings: Shown<readonly Finding[]>;
  /** The page of the run; null where it is not known. */
  readonly run: string | null;
}

/** What a pull request will be on the site once it is merged; null where that is nothing. */
export function checkComment(told: CheckComment, safe: Safe, render: Render): string | null {
  const { entry, pages, findings, run } = told;
  if (entry === null && pages.length === 0 && findings.length === 0) return null;
  const isAny = entry !== null || pages.length > 0;
  return commentText(
    [
      '### Stack Internal: before the merge\n\n',
      isAny
        ? 'Once this is merged, and a maintainer has approved it, readers will see:\n\n'
        : 'As it is now, nothing of this will be published.\n\n',
      ...pagesTable(pages, safe),
      ...(entry === null ? [] : entryParts(entry, run, safe, render)),
      ...findingParts(findings, safe),
    ],
    run,
  );
}

/** What stands in the place of such a comment once there is nothing to say any more. */
export function nothingComment(kind: ChangeKind): string {
  return `Nothing of this ${changeNoun(kind)} is published on Stack Internal.`;
}

function pagesTable(pages: readonly CheckedPage[], safe: Safe): Part[] {
  if (pages.length === 0) return [];
  const rows = pages.map(({ source, kind, title }) =>
    extra(0, () => `| ${kind} | ${inCell(safe(title))} | ${codeInCell(safe(source))} |\n`, true),
  );
  return ['| | Title | Source |\n| --- | --- | --- |\n', ...rows, '\n'];
}

function entryParts(
  { text, section }: NonNullable<CheckComment['entry']>,
  run: string | null,
  safe: Safe,
  render: Render,
): Part[] {
  const where =
    section === null ? '' : `, in the section ${inCell(safe(section))} of the next release`;
  return [
    `Its note${where}:\n\n`,
    extra(
      2,
      () => {
        const quote = render(text);
        if (quote === null)
          return `It is too long to be shown here; ${linked("the run's page", run)} has it.\n\n`;
        return `${quote.trimEnd().split('\n').map(safe).join('\n')}\n\n`;
      },
      true,
    ),
  ];
}

function findingParts(findings: CheckComment['findings'], safe: Safe): Part[] {
  if (findings.length === 0) return [];
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const told = [
    ...(errors > 0 ? [`**${counted(errors, 'error')}**, and what has one is not published`] : []),
    ...(warnings > 0 ? [`**${counted(warnings, 'warning')}**`] : []),
  ];
  return [
    `${told.join('; ')}:\n\n`,
    ...findings.map((finding) => extra(1, () => findingItem(finding, safe), true)),
    '\n',
  ];
}
