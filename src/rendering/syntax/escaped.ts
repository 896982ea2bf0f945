import type { Literal } from 'mdast';
import type { Extension as FromMarkdown, Handle } from 'mdast-util-from-markdown';

declare module 'mdast' {
  interface RootContentMap {
    escaped: Escaped;
  }
  interface PhrasingContentMap {
    escaped: Escaped;
  }
}

/** A character that was written with a backslash or by its name. No address goes over it. */
export interface Escaped extends Literal {
  type: 'escaped';
}

const enter: Handle = function (token) {
  const parent = this.stack.at(-1);
  const position = { start: token.start, end: token.end };
  const node: Escaped = { type: 'escaped', value: '', position };
  if (parent !== undefined && 'children' in parent) parent.children.push(node as never);
  this.stack.push(node);
};

export const escapedFromMarkdown: FromMarkdown = {
  enter: { characterEscape: enter, characterReference: enter },
};
