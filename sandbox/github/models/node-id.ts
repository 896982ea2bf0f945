/** An id as GraphQL has it: opaque, with the kind in its first letters. */
export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** The kind and the id of a node id, or null. */
export function readNodeId(text: string): readonly [kind: string, id: string] | null {
  const [, kind, rest] = /^([A-Z]+)_([\w-]+)$/.exec(text) ?? [];
  if (kind === undefined || rest === undefined) return null;
  return [kind, Buffer.from(rest, 'base64url').toString('utf8')];
}
