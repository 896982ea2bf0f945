import type { Element } from 'hast';
import type { Finding } from '../../model/finding.ts';
import type { NamedPeople } from '../../model/named.ts';
import type { PostContent } from '../../model/post.ts';
import { contentDiff } from '../content-diff.ts';
import type { PlanReport, ReportedStep } from '../plan-report.ts';
import { linkLine, pictureLine, warningLines } from '../step-lines.ts';
import { element, link, type Part } from './element.ts';
import { facts, type Fact } from './facts.ts';
import { findingList } from './finding-list.ts';
import type { RenderedPost, StepPreview } from './plan-preview.ts';
import { prose, type ProseOptions } from './prose.ts';
import { diffView, exactText } from './text-view.ts';

/** What steps share on their page. */
export interface StepArticleOptions extends Omit<ProseOptions, 'behind' | 'under'> {
  readonly people: NamedPeople;
  readonly findings: readonly Finding[];
  /** Its texts are unfolded; else a reader opens each. */
  readonly isOpen: boolean;
  readonly isForTeam: boolean;
}

/** What each type of an Article is called. */
const typeNames: Readonly<Record<Extract<PostContent, { kind: 'article' }>['type'], string>> = {
  'knowledge-article': 'Knowledge article',
  announcement: 'Announcement',
  policy: 'Policy',
  'how-to-guide': 'How-to guide',
};

/** One step: what it does, the post as it will be seen beside what is there now, and every byte of it. */
export function stepArticle(
  step: ReportedStep,
  preview: StepPreview,
  id: string,
  options: StepArticleOptions,
): Element {
  const { isOpen, isForTeam } = options;
  const findings = options.findings.filter(({ source }) => source === step.source);
  const [{ before, after }, { url }] = [preview, step];
  const now = step.action === 'adopt' ? null : before;
  const isHidden = url !== null && before === null && step.action !== 'adopt';
  return element(
    'article',
    { id, className: ['step'], ariaLabelledBy: [`${id}-title`] },
    element(
      'h2',
      { id: `${id}-title` },
      element('span', { className: ['action', step.action] }, step.action),
      ' ',
      step.after.title,
    ),
    element(
      'ul',
      { className: ['warnings'] },
      warningLines(step).map(({ text }) => element('li', {}, text)),
    ),
    facts(factsOf(step, preview, options.people)),
    findings.length > 0 ? [element('h3', {}, 'Findings'), findingList(findings)] : null,
    folded(
      'As readers will see it',
      isOpen,
      element(
        'div',
        { className: now ? ['sides'] : [] },
        side(sideName(step), after, options),
        now && side('On the site now', now, options),
      ),
      isHidden ? element('p', { className: ['note'] }, notShown(url, isForTeam)) : null,
    ),
    step.before && (before || step.action === 'adopt')
      ? folded('What changes', isOpen, changes(step, step.before, step.after))
      : null,
    folded('Exact text', false, exactParts(step.after)),
  );
}

function sideName({ action, adopts }: ReportedStep): string {
  if (adopts) return 'What the source says: the post keeps its own text';
  return action === 'adopt' ? 'Stays as it is' : 'With this plan';
}

function notShown(url: string, isForTeam: boolean): Part {
  const why = isForTeam
    ? 'What the site has now was not read: look at '
    : 'What the site has now is not shown, as not only the team can read this page: look at ';
  return [why, link(url, url), '.'];
}

function changes(step: ReportedStep, before: PostContent, after: PostContent): Part {
  const lines = contentDiff(before, after);
  if (lines.length > 0) return diffView(lines);
  const text =
    step.action === 'adopt'
      ? 'Nothing of the post is written: it becomes the post of this source.'
      : 'Nothing but where links lead, which stands above.';
  return element('p', { className: ['note'] }, text);
}

/** Every text of a post, byte by byte; what is in its holes stands there by its name. */
function exactParts(content: PostContent): Part {
  const part = (name: string, text: string): Part => [element('h4', {}, name), exactText(text)];
  return [
    part('Title', `${content.title}\n`),
    part('Body', content.body),
    content.kind === 'question' ? part('Accepted answer', content.answer) : null,
  ];
}

function side(name: string, post: RenderedPost, options: StepArticleOptions): Element {
  const { behind } = post;
  const render = (text: string, under: number) => prose(text, { ...options, behind, under });
  return element(
    'section',
    { className: ['side'] },
    element('h4', {}, name),
    element('p', { className: ['post-title'] }, post.title),
    render(post.body, 4),
    post.answer === null
      ? null
      : [
          element('h5', { className: ['answer'] }, 'Accepted answer'),
          post.answer === ''
            ? element('p', { className: ['note'] }, 'There is none yet.')
            : render(post.answer, 5),
        ],
  );
}

function folded(name: string, isOpen: boolean, ...parts: readonly Part[]): Element {
  return element(
    'details',
    { open: isOpen },
    element('summary', {}, element('h3', {}, name)),
    ...parts,
  );
}

function factsOf(
  step: ReportedStep,
  { digest }: StepPreview,
  people: PlanReport['people'],
): Fact[] {
  const { after, url, page, links = [], pictures = [] } = step;
  const code = (text: string) => element('code', {}, text);
  const all: readonly (readonly [string, readonly Part[]])[] = [
    ['Source', [page ? link(page, code(step.source)) : code(step.source)]],
    ['Post', url ? [link(url, url)] : ['a new one']],
    ['Type', [after.kind === 'article' ? typeNames[after.type] : 'Question']],
    ['Tags', after.tags.length > 0 ? [tagList(after.tags)] : []],
    ['Who may edit', [editors(step, people)]],
    ['Pictures', pictures.map((each) => pictureLine(each).text)],
    ['Links', links.map((each) => linkLine(each).text)],
    ['Digest of the step', [code(digest)]],
  ];
  return all.flatMap(([name, values]) =>
    values.filter((value) => value !== null).length > 0 ? [{ name, values }] : [],
  );
}

function tagList(tags: readonly string[]): Element {
  return element(
    'ul',
    { className: ['tags'] },
    tags.map((tag) => element('li', { className: ['s-tag'] }, tag)),
  );
}

function editors(
  { action, after: content }: ReportedStep,
  { users, groups }: NamedPeople,
): string | null {
  if (content.kind === 'question') return null;
  const { permissions } = content;
  if (permissions === null) return action === 'create' ? 'everyone' : 'who may now';
  if (permissions.editableBy !== 'specific') return permissions.editableBy;
  const named = (what: string, id: number, known: NamedPeople['users']) => {
    const name = known.find((each) => each.id === id)?.name;
    return name === undefined ? `${what} ${id}` : `${what} ${id} (${name})`;
  };
  return [
    ...permissions.users.map((id) => named('user', id, users)),
    ...permissions.groups.map((id) => named('group', id, groups)),
  ].join(', ');
}
