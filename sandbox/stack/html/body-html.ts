import type { Post } from '../post.ts';
import type { Switches } from '../switches.ts';
import { simpleHtml } from './simple-html.ts';

const simple = new WeakMap<Post, string>();
const rendered = new WeakMap<Post, Promise<string>>();

/**
 * A post's body as HTML. Each version of a post is rendered once, when somebody first asks. The
 * whole Markdown took 2 to 4 s for 100,000 characters; its parser is only loaded then.
 */
export function bodyHtml(post: Post, html: Switches['html']): string | Promise<string> {
  if (html === 'simple') {
    const known = simple.get(post) ?? simpleHtml(post.body);
    simple.set(post, known);
    return known;
  }
  let known = rendered.get(post);
  if (known === undefined) {
    known = import('../../../src/rendering/render-as-stack.ts').then((module) =>
      module.renderAsStack(post.body),
    );
    rendered.set(post, known);
  }
  return known;
}
