import { markHoles } from '../composing/hole-marks.ts';
import { lineHunks, splitLines, type Hunk } from '../model/line-hunks.ts';
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
  | {
      readonly clean: false;
      readonly conflicts: readonly Conflict[];
      /** What both sides changed, and whether that was too much to look for more, one sentence. */
      readonly message: string;
    };

/** How many tags a post of each kind can hold. */
const tagLimit = { article: 4, question: 5 } as const;

/**
 * Merges the source's change (`base` to `ours`) with the site's (`base` to `theirs`), field by field:
 * texts by lines, tags as a set within the site's limit, everything else whole. All three must be of
 * one kind.
 */
export function mergeContents(base: PostContent, ours: PostContent, theirs: PostContent): Merge {
  const marked = markHoles(base, ours, theirs);
  const [markedBase = base, markedOurs = ours, markedTheirs = theirs] = marked.contents;
  const merge = mergeTexts(markedBase, markedOurs, markedTheirs);
  if (merge.clean) return { clean: true, content: marked.unmark(merge.content) };
  const conflicts = merge.conflicts.map(({ field, ...sides }) => ({
    field,
    base: marked.named(sides.base),
    ours: marked.named(sides.ours),
    theirs: marked.named(sides.theirs),
  }));
  return { ...merge, conflicts };
}

function mergeTexts(base: PostContent, ours: PostContent, theirs: PostContent): Merge {
  const conflicts: Conflict[] = [];
  const conflict = (field: Field, b: string, o: string, t: string) => {
    conflicts.push({ field, base: b, ours: o, theirs: t });
    return o;
  };
  const whole = (field: Field, b: string, o: string, t: string) => {
    if (o === t || t === b) return o;
    return o === b ? t : conflict(field, b, o, t);
  };
  let fine = true;
  const lines = (field: Field, b: string, o: string, t: string) => {
    const merge = mergeLines(b, o, t);
    if (merge.text === null) fine &&= merge.fine;
    return merge.text ?? conflict(field, b, o, t);
  };

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
  if (conflicts.length === 0) return { clean: true, content };
  const fields = conflicts.map(({ field }) => field).join(' and the ');
  const why = fine ? '' : ', in too many lines to merge them one by one';
  const message = `Both the source and the site changed the ${fields}${why}.`;
  return { clean: false, conflicts, message };
}

/**
 * Merges by lines, keeping each line's own ending. `text` is null where both changed the same lines;
 * where not `fine`, a side has so many changes that they were taken for one.
 */
function mergeLines(
  base: string,
  ours: string,
  theirs: string,
): { readonly text: string | null; readonly fine: boolean } {
  if (ours === theirs || theirs === base) return { text: ours, fine: true };
  if (ours === base) return { text: theirs, fine: true };
  const lines = splitLines(base);
  const own = lineHunks(lines, splitLines(ours));
  const other = lineHunks(lines, splitLines(theirs));
  const fine = own.fine && other.fine;
  const isOwn = new Set(own.hunks);
  let text = '';
  let at = 0;
  for (const region of regionsOf([...own.hunks, ...other.hunks])) {
    const { start, end } = region;
    const side = (wanted: boolean) =>
      applied(lines, { ...region, hunks: region.hunks.filter((h) => isOwn.has(h) === wanted) });
    const [was, o, t] = [lines.slice(start, end).join(''), side(true), side(false)];
    if (o !== t && o !== was && t !== was) return { text: null, fine };
    text += lines.slice(at, start).join('') + (o === was ? t : o);
    at = end;
  }
  return { text: text + lines.slice(at).join(''), fine };
}

/** The lines from `start` up to `end`, and all that changes them. */
interface Region {
  readonly start: number;
  end: number;
  readonly hunks: Hunk[];
}

/** Puts changes together that touch: which of them stands first cannot be told. */
function regionsOf(hunks: readonly Hunk[]): Region[] {
  const regions: Region[] = [];
  for (const hunk of hunks.toSorted((a, b) => a.start - b.start)) {
    const last = regions.at(-1);
    if (last && hunk.start <= last.end) {
      last.end = Math.max(last.end, hunk.end);
      last.hunks.push(hunk);
    } else regions.push({ start: hunk.start, end: hunk.end, hunks: [hunk] });
  }
  return regions;
}

/** The text of a region with its changes. */
function applied(lines: readonly string[], { start, end, hunks }: Region): string {
  let text = '';
  let at = start;
  for (const hunk of hunks) {
    text += [...lines.slice(at, hunk.start), ...hunk.lines].join('');
    at = hunk.end;
  }
  return text + lines.slice(at, end).join('');
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
