import { provenanceText, type Provenance } from './provenance.ts';

/** A source's identity. As a text it is the key of the source's record, and what plans and people call it. */
export interface SourceKey {
  /** What the source is named by: where it comes from, or a name that its author pinned. */
  readonly base: Provenance | { readonly kind: 'id'; readonly name: string };
  /** Of a question that is not pinned itself: the anchor of its heading. */
  readonly question: string | null;
}

/** The key of a source: by its pinned id where it has one, so that it can move; else by where it is from. */
export function sourceKey(provenance: Provenance, id: string | null): SourceKey {
  return { base: id === null ? provenance : { kind: 'id', name: id }, question: null };
}

/** Writes a key: `docs/tls.md`, `docs/faq.md#who-may`, `pull/128`, `merge/128`, `release/v1.4.0`, `id/NAME`. */
export function formatSourceKey({ base, question }: SourceKey): string {
  const text = base.kind === 'id' ? `id/${base.name}` : provenanceText(base);
  return question === null ? text : `${text}#${question}`;
}

/**
 * Reads a key. Every text is one: what has no other form names a file. Paths are free, so that a file
 * may have the form of something else; where a source comes from is never taken from its key alone.
 */
export function parseSourceKey(text: string): SourceKey {
  // The anchors of headings have letters, digits, `-` and `_` only; a path may hold `#`, too.
  const [, named = text, question = null] = /^(.+)#([\p{L}\p{M}\p{N}\p{Pc}-]+)$/u.exec(text) ?? [];
  const [, word, number] = /^(pull|merge)\/([1-9]\d{0,14})$/.exec(named) ?? [];
  if (number !== undefined) {
    const kind = word === 'pull' ? 'pull-request' : 'merge-request';
    return { base: { kind, number: Number(number) }, question };
  }
  const [, name] = /^id\/([A-Za-z0-9._-]{1,100})$/.exec(named) ?? [];
  if (name !== undefined) return { base: { kind: 'id', name }, question };
  // A release is one source, whatever is in the name of its tag.
  const [, tag] = /^release\/(.+)$/.exec(text) ?? [];
  if (tag !== undefined) return { base: { kind: 'release', tag }, question: null };
  return { base: { kind: 'file', path: named }, question };
}

let collator: Intl.Collator | null = null;

/**
 * The one order of sources, and of what they come from: by name, and by number where a name counts, so
 * that `pull/9` stands before `pull/10`. Plans list their steps in it, so that it is part of a digest.
 */
export function compareSourceKeys(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || (a === b ? 0 : a < b ? -1 : 1);
}
