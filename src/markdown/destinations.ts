import type { Extension } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';

/** Where an address stands in a text, with the angle brackets around it, if any. */
export interface Destination {
  readonly start: number;
  readonly end: number;
}

const destinations = new WeakMap<object, Destination>();

/**
 * Where the address of a link, an image or a definition stands, which the tree itself does not tell;
 * null where it is empty.
 */
export function destinationOf(node: Nodes): Destination | null {
  return destinations.get(node) ?? null;
}

type Handle = Exclude<NonNullable<Extension['enter']>[string], undefined>;

const note: Handle = function note(token) {
  const node = this.stack.at(-1);
  if (node) destinations.set(node, { start: token.start.offset, end: token.end.offset });
};

/** Notes while a tree is built where the addresses stand. */
export const noteDestinations: Extension = {
  enter: { resourceDestination: note, definitionDestination: note },
};
