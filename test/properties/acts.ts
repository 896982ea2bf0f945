import { linkTo } from '../kit/linked-pages.ts';
import { colleague, noAnswers, us, type ModelPost, type Shown } from './model-site.ts';
import { keyOf, lineOf, linkAddressOf, tagsOf, titleOf } from './pages.ts';
import { isWriteName } from './schedule.ts';
import type { Act } from './steps.ts';
import type { Watch } from './watch.ts';
import type { ModelWorld } from './model-world.ts';

type Deed = Extract<Act, { do: 'human' }>['deed'];
type AnswerDeed = Extract<Deed, `answer-${string}`> | 'accept-beside';
type PostDeed = Exclude<Deed, AnswerDeed>;

const handMade = {
  tags: ['docs'],
  type: 'knowledge-article',
  permissions: { editableBy: 'everyone', users: [], groups: [] },
  ...noAnswers,
} as const;

/** Does what people do in the repository and on the site. What there is nothing to do it with, is not done. */
export function perform(act: Act, world: ModelWorld, watch: Watch): void {
  const { site, pages } = world;
  if (act.do === 'wait') {
    site.advance(act.minutes * 60_000);
    return;
  }
  if (act.do === 'human') {
    const posts = [...site.posts.values()];
    const post = posts[act.post % Math.max(posts.length, 1)];
    // Between the last look and the write nothing can protect an edit.
    const sent = world.schedule.waiting.some(
      (call) => isWriteName(call.name) && call.post === post?.id,
    );
    if (!post || sent) return;
    const { deed, line } = act;
    if (!isOfAnswer(deed)) touch(post, deed, line, world, watch);
    else if (post.kind === 'article') touch(post, onArticle[deed], line, world, watch);
    else touchAnswer(post, deed, line, world, watch);
    return;
  }
  if (act.do === 'flood') {
    for (let n = 0; n < act.posts; n += 1)
      for (const kind of new Set(pages.map((page) => page.kind))) {
        const name = `Elsewhere ${site.posts.size + 1}`;
        site.create(us, kind, {
          ...handMade,
          title: name,
          body: `${name}, of another repository.\n`,
        });
      }
    return;
  }
  const page = pages[act.source % pages.length];
  if (!page) return;
  /** The page itself, and the other questions of its file. */
  const together = pages.filter(({ path }) => path === page.path);
  switch (act.do) {
    case 'edit': {
      const line = act.line % Math.max(page.lines.length, 1);
      const text = lineOf(page.number, line, act.text);
      if (page.kind === 'question' && line === 5) page.asks = `Who knows ${text.trim()}?`;
      else page.lines[line] = text;
      return;
    }
    case 'link': {
      const target = pages[act.target % pages.length];
      if (!target || target === page) return;
      if (page.kind === 'question' && act.line === 5) page.asks = linkTo(linkAddressOf(target));
      else page.lines[act.line % Math.max(page.lines.length, 1)] = linkTo(linkAddressOf(target));
      return;
    }
    case 'title':
      page.title = titleOf(page.kind, page.number, act.text);
      return;
    case 'tags':
      for (const each of together) each.tags = tagsOf(act.text);
      return;
    case 'rename':
      // Never a path that another page had: then its record is that page's.
      for (const each of together) each.path = each.path.replace('.md', 'x.md');
      return;
    case 'pin':
      page.pinned = !page.pinned;
      return;
    case 'mark':
      page.marked = !page.marked;
      return;
    case 'copy': {
      const id = world.ledger.index.records[keyOf(page)]?.post?.id;
      const post = id === undefined ? undefined : site.posts.get(id);
      if (!post || post.deleted || post.kind !== page.kind) return;
      const body = linesOf(post.shown.body);
      if (page.kind === 'article') {
        if (body[0]?.trim()) page.lines = body;
        watch.broughtIntoSource(post.shown.body);
        return;
      }
      const answer = linesOf(ourAnswer(post)?.body ?? '');
      if (body.length === 1 && body[0]?.trim()) {
        page.asks = body[0].trim();
        watch.broughtIntoSource(page.asks);
      }
      if (answer[0]?.trim()) {
        page.lines = answer;
        watch.broughtIntoSource(answer.join('\n'));
      }
      return;
    }
    case 'seed': {
      const made = site.create(act.ours ? us : colleague, page.kind, {
        ...handMade,
        title: page.title,
        body: `${watch.newMark()} by hand\n`,
      });
      if (page.kind === 'question' && act.ours)
        site.answer(made, `${watch.newMark()} answered by hand`, us);
    }
  }
}

/** What a person does with an Article, where it would be done with an answer. */
const onArticle: Readonly<Record<AnswerDeed, PostDeed>> = {
  'answer-line': 'line',
  'answer-append': 'append',
  'answer-whole': 'whole',
  'answer-back': 'back',
  'answer-touch': 'touch',
  'answer-delete': 'delete',
  'answer-restore': 'restore',
  'answer-beside': 'touch',
  'accept-beside': 'touch',
};

function isOfAnswer(deed: Deed): deed is AnswerDeed {
  return Object.hasOwn(onArticle, deed);
}

function linesOf(text: string): string[] {
  return text.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n');
}

/** Our answer to a question, one that was not deleted before one that was. */
function ourAnswer({ shown }: ModelPost, deleted = false) {
  return shown.answers.findLast((each) => each.owner === us && each.deleted === deleted);
}

function touchAnswer(
  post: ModelPost,
  deed: AnswerDeed,
  line: number,
  world: ModelWorld,
  watch: Watch,
): void {
  const { site } = world;
  const ours = ourAnswer(post, deed === 'answer-restore');
  const beside = post.shown.answers.find(({ owner, deleted }) => owner === colleague && !deleted);
  if (post.deleted) return;
  if (deed === 'answer-beside') site.answer(post, `${watch.newMark()} knows it too`, colleague);
  else if (deed === 'accept-beside' && beside) site.accept(post, beside.id);
  else if (!ours) return;
  else if (deed === 'answer-delete') site.setAnswerDeleted(post, ours.id, true);
  else if (deed === 'answer-restore') site.setAnswerDeleted(post, ours.id, false);
  else {
    const before = post.past.flatMap(({ shown }) =>
      shown.answers.filter(({ id }) => id === ours.id).map(({ body }) => body),
    );
    const back = before[line % Math.max(before.length, 1)] ?? ours.body;
    const text = deed === 'answer-back' ? back : reworded(ours.body, deed.slice(7), line, watch);
    site.editAnswer(post, ours.id, text);
  }
  watch.touched(post.id);
}

/** What a person makes of a text. */
function reworded(text: string, how: string, line: number, watch: Watch): string {
  const lines = text.split('\n');
  switch (how) {
    case 'line':
      return lines.with(line % lines.length, `${watch.newMark()} wrote <b> & "so" &lt;`).join('\n');
    case 'append':
      return `${text.replace(/\n?$/, '\n')}${watch.newMark()} added this\n`;
    case 'whole':
      return `${watch.newMark()} wrote\nall of it\n`;
    default:
      return text;
  }
}

function touch(
  post: ModelPost,
  deed: PostDeed,
  line: number,
  { site }: ModelWorld,
  watch: Watch,
): void {
  if (post.deleted && deed !== 'restore') return;
  const edit = (change: Partial<Shown>) => {
    site.edit(post, change);
    watch.touched(post.id);
  };
  const { shown } = post;
  switch (deed) {
    case 'line':
    case 'append':
    case 'whole':
      return edit({ body: reworded(shown.body, deed, line, watch) });
    case 'title':
      return edit({ title: `A title of ${watch.newMark()} & others` });
    case 'tag':
      return edit({ tags: [...shown.tags.slice(0, 3), watch.newMark()] });
    case 'back': {
      const old = post.past[line % post.past.length]?.shown;
      if (!old) return;
      const { title, body, tags, type, permissions } = old;
      return edit({ title, body, tags, type, permissions });
    }
    case 'touch':
      return edit({});
    case 'permissions':
      return edit({ permissions: { editableBy: 'owner', users: [], groups: [] } });
    case 'delete':
      return site.setDeleted(post, true);
    case 'restore':
      return site.setDeleted(post, false);
    case 'lock':
      return site.setLocked(post, true);
    case 'unlock':
      return site.setLocked(post, false);
  }
}
