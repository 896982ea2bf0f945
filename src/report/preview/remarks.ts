import { forgetText, goneBeforeText } from '../beside-lines.ts';
import { textDiff } from '../content-diff.ts';
import { editorLines, tagLines } from '../people-lines.ts';
import type { PlanReport } from '../plan-report.ts';
import { element, link, type Part } from './element.ts';
import { facts } from './facts.ts';
import { findingList } from './finding-list.ts';
import { diffView } from './text-view.ts';

/** A part of the page behind the steps. */
export interface Remark {
  readonly id: string;
  readonly title: string;
  readonly content: Part;
}

/** What stands beside the steps of a plan, each part only where there is something to tell. */
export function remarksOf(report: PlanReport): readonly Remark[] {
  const sources = new Set(report.steps.map(({ source }) => source));
  const findings = report.findings.filter(({ source }) => !sources.has(source));
  const contents = report.steps.flatMap(({ before, after }) => [before, after]);
  const people = [editorLines(report.people, contents), tagLines(report.tags)];
  return [
    section('held', 'Held: a person has to decide', report.held.map(heldPart)),
    section('edited', 'Edited on the site, and left as they are', report.edited.map(postItem)),
    section('orphaned', 'Their source is gone, or not marked; nothing is deleted', orphans(report)),
    section('people', 'Tags and people', people.flatMap(peoplePart)),
    section(
      'findings',
      report.steps.length > 0 ? 'Findings of what is not in this plan' : 'Findings',
      findings.length > 0 ? [findingList(findings)] : [],
    ),
  ].flatMap((remark) => remark ?? []);
}

function orphans({ orphaned, goneBefore = 0 }: PlanReport): Part[] {
  return [
    ...orphaned.map((orphan) => [
      postItem(orphan),
      orphan.unread ? findingList([orphan.unread]) : null,
    ]),
    ...(orphaned.length > 0 ? [element('p', {}, forgetText)] : []),
    ...(goneBefore > 0 ? [element('p', {}, goneBeforeText(goneBefore))] : []),
  ];
}

function section(id: string, title: string, parts: readonly Part[]): Remark | null {
  return parts.length === 0 ? null : { id, title, content: parts };
}

function heldPart(held: PlanReport['held'][number], index: number): Part {
  const id = `held-${index + 1}`;
  const { url } = held;
  return element(
    'article',
    { ariaLabelledBy: [id] },
    element('h3', { id }, held.source),
    facts([
      { name: 'Reason', values: [element('code', {}, held.reason)] },
      ...(url ? [{ name: 'Post', values: [link(url, url)] }] : []),
    ]),
    element('p', {}, held.message),
    element('p', {}, held.remedy),
    held.conflicts.map(({ field, ours, theirs }) => [
      element('h4', {}, `${field}, from the site's (-) to the source's (+)`),
      diffView(textDiff(theirs, ours)),
    ]),
  );
}

function postItem({ source, url }: PlanReport['edited'][number]): Part {
  return element('p', {}, element('code', {}, source), ' ', link(url, url));
}

/** The lines are those of the other reports: a heading, and items under it. */
function peoplePart(parts: ReturnType<typeof tagLines>): Part[] {
  const lines = parts.flat().filter(({ text }) => text !== '');
  if (lines.length === 0) return [];
  const ofTone = (isHeading: boolean) =>
    lines.flatMap(({ text, tone }) =>
      (tone === 'heading') === isHeading ? [text.replace(/^\* |:$/g, '')] : [],
    );
  return [
    element('h3', {}, ofTone(true)),
    element(
      'ul',
      {},
      ofTone(false).map((text) => element('li', {}, text)),
    ),
  ];
}
