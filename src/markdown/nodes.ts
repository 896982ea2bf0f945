import type { Nodes } from 'mdast';

/** The offset at which a node begins in the text that it was parsed from. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** The offset at which a node ends. */
export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** The source of a node in the text that it was parsed from. */
export function sliceOf(text: string, node: Nodes): string {
  return text.slice(startOf(node), endOf(node));
}

/** Whether a node is code that blanks before its lines make, and no marks around it. */
export function isIndentedCode(text: string, node: Nodes): boolean {
  return node.type === 'code' && !/^[ \t]*[`~]{3}/.test(sliceOf(text, node));
}

/** Lists all nodes of a tree, or of a part of one, in the order of its text. */
export function nodesOf(tree: Nodes): readonly Nodes[] {
  const found: Nodes[] = [];
  // A stack of nodes and no recursion: a hostile text may be nested some thousand levels deep.
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    found.push(node);
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}
