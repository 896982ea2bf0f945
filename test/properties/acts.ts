import { colleague, us, type ModelPost, type Shown } from './model-site.ts';
import { keyOf, lineOf, tagsOf, titleOf } from './pages.ts';
import type { Act } from './steps.ts';
import type { Watch } from './watch.ts';
import type { ModelWorld } from './model-world.ts';

type Deed = Extract<Act, { do: 'human' }>['deed'];

const handMade = {
  tags: ['docs'],
  type: 'knowledge-article',
  permissions: { editableBy: 'everyone', users: [], groups: [] },
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
      (call) => call.name === 'update' && call.post === post?.id,
    );
    if (post && !sent) touch(post, act.deed, act.line, world, watch);
    return;
  }
  if (act.do === 'flood') {
    for (let n = 0; n < act.posts; n += 1) {
      const name = `Elsewhere ${site.posts.size + 1}`;
      site.create(us, { ...handMade, title: name, body: `${name}, of another repository.\n` });
    }
    return;
  }
  const page = pages[act.source % pages.length];
  if (!page) return;
  switch (act.do) {
    case 'edit': {
      const line = act.line % Math.max(page.lines.length, 1);
      page.lines[line] = lineOf(page.number, line, act.text);
      return;
    }
    case 'title':
      page.title = titleOf(page.number, act.text);
      return;
    case 'tags':
      page.tags = tagsOf(act.text);
      return;
    case 'rename':
      // Never a path that another page had: then its record is that page's.
      page.path = page.path.replace('.md', 'x.md');
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
      if (!post || post.deleted) return;
      const lines = post.shown.body.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n');
      if (lines[0]?.trim()) page.lines = lines;
      watch.broughtIntoSource(post.shown.body);
      return;
    }
    case 'seed':
      site.create(act.ours ? us : colleague, {
        ...handMade,
        title: page.title,
        body: `${watch.newMark()} by hand\n`,
      });
  }
}

function touch(
  post: ModelPost,
  deed: Deed,
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
  const lines = shown.body.split('\n');
  switch (deed) {
    case 'line':
      return edit({
        body: lines
          .with(line % lines.length, `${watch.newMark()} wrote <b> & "so" &lt;`)
          .join('\n'),
      });
    case 'append':
      return edit({ body: `${shown.body.replace(/\n?$/, '\n')}${watch.newMark()} added this\n` });
    case 'title':
      return edit({ title: `A title of ${watch.newMark()} & others` });
    case 'tag':
      return edit({ tags: [...shown.tags.slice(0, 3), watch.newMark()] });
    case 'whole':
      return edit({ body: `${watch.newMark()} wrote\nall of it\n` });
    case 'back': {
      const old = post.past[line % post.past.length];
      return old ? edit(old.shown) : undefined;
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
