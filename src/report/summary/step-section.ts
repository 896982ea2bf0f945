import { contentChange, textDiff } from '../content-diff.ts';
import type { Line } from '../line.ts';
import { blocks, codeSpan, inLine, inTag, linked, textInTag, type Safe } from '../markdown.ts';
import { editorLines, tagLines } from '../people-lines.ts';
import { addressLines, warningLines } from '../step-lines.ts';
import { type PlanReport, type ReportedStep } from '../plan-report.ts';
import type { Shown } from '../shown.ts';
import { extra, type Extra, type Part } from './fit-page.ts';

/** Writes a post as Markdown that shows what it will look like, and in which nothing acts. */
export type Render = (markdown: string) => string | null;

/** So many lines are shown of what was rewritten. */
const mostRewritten = 60;

interface SectionOptions {
  readonly tags: Shown<PlanReport>['tags'];
  readonly people: Shown<PlanReport>['people'];
  readonly isOpen: boolean;
  readonly safe: Safe;
  /** Null: nothing is rendered. */
  readonly render: Render | null;
}

/**
 * A step in an element that folds: where from and where to, what it passes over, the fields, each text
 * as a diff; and while there is room how a new post will look, what was rewritten, and whom to ask.
 */
export function stepSection(step: ReportedStep, options: SectionOptions): Part[] {
  const { isOpen, safe, render } = options;
  const { fields, texts } = contentChange(step.before, step.after);
  const changed = fields.flatMap(({ name, now, was }) => [
    ...(was === null ? [] : [quoted(`-${name}: ${was}`)]),
    quoted(`+${name}: ${now}`),
  ]);
  const isNew = step.action === 'create';
  return [
    `<details${isOpen ? ' open' : ''}><summary><b>${step.action}</b> <code>${inTag(safe(step.source))}</code>`,
    extra(0, () => `: ${textInTag(safe(step.after.title))}`),
    '</summary>\n\n',
    extra(3, () => originText(step, safe)),
    `To ${step.url === null ? 'a new post' : linked('its post', step.url)}.\n\n`,
    ...warningLines(step).map(
      ({ text, tone }) => `${tone === 'warning' ? '**Warning:** ' : ''}${inLine(safe(text))}\n\n`,
    ),
    block([...changed, ...addressLines(step).map(({ text }) => quoted(`+${text}`))], safe),
    ...(step.action === 'adopt'
      ? ['Nothing is written: the ledger notes that the post is of this source.\n\n']
      : []),
    ...texts.flatMap(({ name, lines }) => [`**${capital(name)}**\n\n`, block(lines, safe)]),
    ...(isNew && render ? looks(step, safe, render) : []),
    ...(step.rewritten ?? []).map((each) => extra(6, () => rewrittenText(each, safe))),
    extra(5, () => peopleText(step, options)),
    '</details>\n\n',
  ];
}

function originText({ source, page, history, author }: ReportedStep, safe: Safe): string {
  const code = codeSpan(safe(source));
  if (page === undefined) return '';
  const changed = history === undefined ? '' : ` (${linked('who changed it', history)})`;
  const by = author ? `, by ${linked(inLine(safe(author.login)), author.page)}` : '';
  return `From ${linked(code, page)}${changed}${by}. `;
}

/** How a new post will look. */
function looks({ after, look }: ReportedStep, safe: Safe, render: Render): Extra[] {
  const own = after.kind === 'question' ? after.answer : null;
  const { body, answer } = look ?? { body: after.body, answer: own };
  const parts =
    answer === null
      ? ([['How it will look', body]] as const)
      : ([
          ['How the question will look', body],
          ['How its accepted answer will look', answer],
        ] as const);
  return parts.map(([name, text]) =>
    extra(
      7,
      () => {
        const quote = render(text);
        if (quote === null)
          return `${name} is too long to be shown here; the plan's page shows it.\n\n`;
        const lines = quote.trimEnd().split('\n').map(safe);
        return `**${name}**\n\n${lines.join('\n')}\n\n`;
      },
      true,
    ),
  );
}

function rewrittenText(
  { name, source, post }: NonNullable<ReportedStep['rewritten']>[number],
  safe: Safe,
): string {
  const lines = textDiff(source, post, 0).filter(({ tone }) => tone !== 'faint');
  if (lines.length === 0) return '';
  const heading = `<details><summary>Rewritten for Stack in the ${name}: from the source (-) to the post (+)</summary>\n\n`;
  const more = lines.length - mostRewritten;
  const rest = more > 0 ? `And ${more} more lines.\n\n` : '';
  return `${heading}${block(lines.slice(0, mostRewritten), safe)}${rest}</details>\n\n`;
}

/** Who the editors are that it names, what becomes of its tags, and whom to ask about them. */
function peopleText(
  { source, before, after }: ReportedStep,
  { tags, people, safe }: SectionOptions,
): string {
  const noted = tags.filter(({ sources }) => sources.includes(source));
  const parts = [
    ['Who may edit it', editorLines(people, [before, after])],
    ['Tags, and whom to ask about them', tagLines(noted)],
  ] as const;
  return parts.map(([name, lines]) => listText(name, lines.flat(), safe)).join('');
}

function listText(name: string, lines: readonly Line[], safe: Safe): string {
  const told = lines.filter(({ text }) => text.startsWith('* '));
  const items = told.map(({ text }) => `- ${inLine(safe(text.slice(2)))}\n`);
  return items.length === 0 ? '' : `**${name}**\n\n${items.join('')}\n`;
}

function block(lines: readonly Line[], safe: Safe): string {
  return lines.length === 0 ? '' : `${blocks(lines, safe).join('\n')}\n\n`;
}

function quoted(text: string): Line {
  return { text, tone: 'plain', quoted: true };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
