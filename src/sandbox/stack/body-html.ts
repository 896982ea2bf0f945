import type { Post } from './post.ts';
import { htmlEncode } from './html-encode.ts';
import type { Switches } from './switches.ts';

const rendered = new WeakMap<Post, Promise<string>>();

/** A post's body as HTML. Each version of a post is rendered once, when somebody first asks. */
export function bodyHtml(post: Post, html: Switches['html']): string | Promise<string> {
  if (html === 'plain') return `<p>${htmlEncode(post.body)}</p>\n`;
  let known = rendered.get(post);
  if (known === undefined) {
    known = import('../pages/render-markdown.ts').then((module) =>
      module.renderMarkdown(post.body),
    );
    rendered.set(post, known);
  }
  return known;
}
