import { diff3Merge } from 'node-diff3';
import type { PostContent } from '../model/post.ts';
import type { Field } from './compare.ts';

/** A field that both sides changed, each in its own way. */
export interface Conflict {
  readonly field: Field;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

type Merge =
  | { readonly clean: true; readonly content: PostContent }
  | { readonly clean: false; readonly conflicts: readonly Conflict[] };

/** How many tags a post of each kind can hold. */
const tagLimit = { article: 4, question: 5 } as const;

/**
 * Merges the source's change (`base` to `ours`) with the site's (`base` to `theirs`), field by field:
 * texts by lines, tags as a set within the site's limit, everything else whole. All three must be of
 * one kind.
 */
export function mergeContents(base: PostContent, ours: PostContent, theirs: PostContent): Merge {
  const conflicts: Conflict[] = [];
  const conflict = (field: Field, b: string, o: string, t: string) => {
    conflicts.push({ field, base: b, ours: o, theirs: t });
    return o;
  };
  const whole = (field: Field, b: string, o: string, t: string) => {
    if (o === t || t === b) return o;
    return o === b ? t : conflict(field, b, o, t);
  };
  const lines = (field: Field, b: string, o: string, t: string) =>
    mergeLines(b, o, t) ?? conflict(field, b, o, t);

  const shared = {
    title: whole('title', base.title, ours.title, theirs.title),
    body: lines('body', base.body, ours.body, theirs.body),
    tags: mergeTags(base.tags, ours.tags, theirs.tags),
  };
  if (shared.tags.length > tagLimit[ours.kind])
    conflict('tags', base.tags.join(' '), ours.tags.join(' '), theirs.tags.join(' '));

  let content: PostContent;
  if (base.kind === 'article' && ours.kind === 'article' && theirs.kind === 'article') {
    // Both are values of closed lists or ids: compared and chosen as their JSON.
    const pick = <T>(field: Field, b: T, o: T, t: T): T =>
      JSON.parse(whole(field, JSON.stringify(b), JSON.stringify(o), JSON.stringify(t))) as T;
    content = {
      ...ours,
      ...shared,
      type: pick('type', base.type, ours.type, theirs.type),
      permissions: ours.permissions
        ? pick('permissions', base.permissions, ours.permissions, theirs.permissions)
        : null,
    };
  } else if (base.kind === 'question' && ours.kind === 'question' && theirs.kind === 'question') {
    content = {
      ...ours,
      ...shared,
      answer: lines('answer', base.answer, ours.answer, theirs.answer),
    };
  } else {
    throw new TypeError('a merge needs three contents of one kind');
  }
  return conflicts.length === 0 ? { clean: true, content } : { clean: false, conflicts };
}

/** Merges by lines, keeping each line's own ending; null where both changed the same lines. */
function mergeLines(base: string, ours: string, theirs: string): string | null {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  const splitLines = (text: string) => text.split(/(?<=\n)/);
  const regions = diff3Merge(splitLines(ours), splitLines(base), splitLines(theirs), {
    excludeFalseConflicts: true,
  });
  let text = '';
  for (const region of regions) {
    if (!region.ok) return null;
    text += region.ok.join('');
  }
  return text;
}

/** Ours without what the site removed, then what the site added. */
function mergeTags(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = ours.filter((tag) => theirs.includes(tag) || !base.includes(tag));
  const added = theirs.filter((tag) => !base.includes(tag) && !kept.includes(tag));
  return [...kept, ...added];
}
