import { toHtml } from 'hast-util-to-html';
import type { Element, Root } from 'hast';
import { counted } from '../../model/counted.ts';
import { digestOfBytes } from '../../model/digest.ts';
import { howToApprove, type ApprovalPlace, type Words } from '../how-to-approve.ts';
import { planSummary, posterName, targetName } from '../plan-report.ts';
import type { SafeText } from '../safe-text.ts';
import type { Shown } from '../shown.ts';
import { element, lineBreak, link, type Part } from './element.ts';
import { makeHarmless } from './harmless.ts';
import { pageCss } from './page-css.ts';
import { pictureShelf } from './picture-shelf.ts';
import type { PlanPreview } from './plan-preview.ts';
import { remarksOf } from './remarks.ts';
import { stepArticle } from './step-article.ts';

/** Of so few steps the texts are unfolded. */
const mostUnfolded = 5;
/** A longer table of contents is folded. */
const longestContents = 25;

/**
 * A plan as one page of HTML, for whoever approves it: every byte of every step, and each post as its
 * readers will see it. It needs no script and no network, and nothing in it runs or calls out.
 */
export function previewPage(
  preview: Shown<PlanPreview>,
  place: ApprovalPlace,
  safe: SafeText,
): string {
  // Made harmless before it is rendered: what marks a text up could stand within a secret.
  const made = page(renderable(preview, safe), place);
  makeHarmless(made, safe);
  return `${toHtml(made)}\n`;
}

function renderable(preview: Shown<PlanPreview>, safe: SafeText): Shown<PlanPreview> {
  const post = <Post extends PlanPreview['steps'][number]['before']>(given: Post): Post =>
    given && {
      ...given,
      body: safe.rendered(given.body),
      answer: given.answer === null ? null : safe.rendered(given.answer),
    };
  const steps = preview.steps.map((step) => ({
    ...step,
    before: post(step.before),
    after: post(step.after),
  }));
  return { ...preview, steps };
}

function page(preview: Shown<PlanPreview>, place: ApprovalPlace): Root {
  const { report, isForTeam } = preview;
  const ids = report.steps.map((_, index) => `step-${index + 1}`);
  const idOf = new Map(report.steps.map(({ source }, index) => [source, ids[index]]));
  const pictures = pictureShelf(preview.pictures);
  const remarks = remarksOf(report);
  const articles = report.steps.flatMap((step, index) => {
    const [beside, id] = [preview.steps[index], ids[index]];
    if (!beside || id === undefined) return [];
    return stepArticle(step, beside, id, {
      pictures,
      addressOfStep: (source) => (idOf.has(source) ? `#${idOf.get(source)}` : null),
      people: report.people,
      findings: report.findings,
      isOpen: report.steps.length <= mostUnfolded,
      isForTeam,
    });
  });
  const entries = [
    ...report.steps.map((step, index) =>
      entry(
        ids[index] ?? '',
        step.after.title,
        element('span', { className: ['action', step.action] }, step.action),
      ),
    ),
    ...remarks.map(({ id, title }) => entry(id, title)),
  ];
  return document(`Plan for ${targetName(report.destination)}`, [
    element('a', { className: ['skip'], href: '#steps' }, 'To the steps'),
    header(preview, place),
    entries.length > 0 ? contents(entries) : null,
    element(
      'main',
      { id: 'steps' },
      articles,
      remarks.map(({ id, title, content }) =>
        element(
          'section',
          { id, className: ['remark'], ariaLabelledBy: [`${id}-title`] },
          element('h2', { id: `${id}-title` }, title),
          content,
        ),
      ),
    ),
  ]);
}

function document(title: string, body: readonly Part[]): Root {
  const policy = [
    "default-src 'none'",
    `style-src '${hashSource(pageCss)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    // Before everything that it is for.
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    // Else a browser would ask where it has the page from for one.
    element('link', { rel: ['icon'], href: 'data:,' }),
    element('style', {}, pageCss),
  );
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en' }, head, lineBreak, element('body', {}, body)),
    ],
  };
}

/** A style by the hash of its bytes, as a policy names it. */
function hashSource(css: string): string {
  const digest = digestOfBytes(Buffer.from(css)).slice('sha256:'.length);
  return `sha256-${Buffer.from(digest, 'hex').toString('base64')}`;
}

function header({ report, isForTeam }: PlanPreview, place: ApprovalPlace): Element {
  const { destination, account, commit = null, digest, waiting } = report;
  return element(
    'header',
    {},
    element('h1', {}, 'Plan for Stack Internal'),
    element(
      'p',
      { className: ['target'] },
      `For ${targetName(destination)}, as ${posterName(account)}.`,
      commit && [' Made from commit ', commitPart(commit), '.'],
    ),
    element('p', { className: ['counts'] }, `${planSummary(report as Shown<typeof report>)}.`),
    waiting > 0
      ? element('p', {}, 'What waits comes with the next plan, once this one is published.')
      : null,
    isForTeam
      ? null
      : element('p', {}, 'Not only the team can read this page: nothing of the site stands in it.'),
    digest === null
      ? null
      : element(
          'section',
          { className: ['approval'], ariaLabelledBy: ['approval'] },
          element('h2', { id: 'approval' }, 'Approval'),
          element(
            'p',
            {},
            `The digest of this plan, which covers ${counted(report.steps.length, 'step')}:`,
          ),
          copied(digest),
          approvalParts(digest, place),
        ),
  );
}

function approvalParts(digest: string, place: ApprovalPlace): Part {
  const { ways, rest } = howToApprove(digest, place);
  return [
    ways.map(({ sentence, line, more }) => [
      element('p', {}, sentence.map(wordPart)),
      line === digest ? null : copied(line),
      more && element('p', {}, more.map(wordPart)),
    ]),
    rest.map((words) => element('p', {}, words.map(wordPart))),
  ];
}

function wordPart(word: Words[number]): Part {
  if (typeof word === 'string') return word;
  if ('code' in word) return element('code', {}, word.code);
  return word.address === null ? word.text : link(word.address, word.text);
}

function commitPart({ id, page }: NonNullable<PlanPreview['report']['commit']>): Element {
  const short = element('code', {}, id.slice(0, 12));
  return page ? link(page, short) : short;
}

function copied(text: string): Element {
  return element('pre', { className: ['copied'] }, element('code', {}, text));
}

function entry(id: string, title: string, mark: Part = null): Element {
  return element('li', {}, mark, mark && ' ', element('a', { href: `#${id}` }, title));
}

function contents(entries: readonly Element[]): Element {
  const list = element('ol', {}, entries);
  const heading = element('h2', { id: 'contents' }, 'Contents');
  return element(
    'nav',
    { ariaLabelledBy: ['contents'] },
    entries.length > longestContents
      ? element('details', {}, element('summary', {}, heading), list)
      : [heading, list],
  );
}
