import type { Instant } from '../records.ts';

/** GitHub's dates have whole seconds. */
export function dateText(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

export function dateOrNull(instant: Instant | null): string | null {
  return instant === null ? null : dateText(instant);
}

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
