import { lineHunks, splitLines, type Hunk } from '../model/line-hunks.ts';
import type { PostContent } from '../model/post.ts';
import { line, type Line, type Tone } from './line.ts';

const unchangedAround = 3;

/** A field that a step sets; `was` is null where it is new. */
interface ChangedField {
  readonly name: string;
  readonly now: string;
  readonly was: string | null;
}

/** What a step changes: fields apart from texts, so that no line of a text can pass for a field. */
interface ContentChange {
  readonly fields: readonly ChangedField[];
  /** The texts, each as a unified diff of its lines. */
  readonly texts: readonly { readonly name: string; readonly lines: readonly Line[] }[];
}

/**
 * Finds what a step changes; a new post stands there whole, because whoever approves it has to read
 * it. Nothing is cut: what is not shown is not approved.
 */
export function contentChange(before: PostContent | null, after: PostContent): ContentChange {
  const fields: ChangedField[] = [];
  const texts: { name: string; lines: Line[] }[] = [];
  const field = (name: string, was: string | null, now: string | null) => {
    if (now !== null && was !== now) fields.push({ name, now, was });
  };
  const text = (name: string, old: string, now: string) => {
    if (old !== now) texts.push({ name, lines: textDiff(old, now) });
  };
  field('title', before?.title ?? null, after.title);
  field('tags', before?.tags.join(', ') ?? null, after.tags.join(', '));
  if (after.kind === 'article') {
    const old = before?.kind === 'article' ? before : null;
    field('type', old?.type ?? null, after.type);
    field('editors', old ? editorsText(old.permissions) : null, editorsText(after.permissions));
  }
  text('body', before?.body ?? '', after.body);
  if (after.kind === 'question')
    text('accepted answer', before?.kind === 'question' ? before.answer : '', after.answer);
  return { fields, texts };
}

/** What a step changes as lines: fields are lines of ours, `tags: a, b`; a text follows its name. */
export function contentDiff(before: PostContent | null, after: PostContent): Line[] {
  const { fields, texts } = contentChange(before, after);
  return [
    ...fields.flatMap(({ name, now, was }) => [
      line(`${name}: ${now}`, 'added'),
      ...(was === null ? [] : [line(`${name} was: ${was}`, 'removed')]),
    ]),
    ...texts.flatMap(({ name, lines }) => [line(`${name}:`, 'faint'), ...lines]),
  ];
}

/** A unified diff of two texts, by lines: each line that comes or goes, and three around them, or so many. */
export function textDiff(before: string, after: string, around = unchangedAround): Line[] {
  const [old, now] = [splitLines(before), splitLines(after)];
  /** By how many lines the second text is ahead. */
  let ahead = 0;
  return together(lineHunks(old, now).hunks, around).flatMap((hunks) => {
    const start = Math.max(0, (hunks[0]?.start ?? 0) - around);
    const end = Math.min(old.length, (hunks.at(-1)?.end ?? 0) + around);
    const lines = hunks.flatMap((hunk, index) => [
      ...marked(' ', old.slice(hunks[index - 1]?.end ?? start, hunk.start), 'plain'),
      ...marked('-', old.slice(hunk.start, hunk.end), 'removed'),
      ...marked('+', hunk.lines, 'added'),
      ...(index < hunks.length - 1 ? [] : marked(' ', old.slice(hunk.end, end), 'plain')),
    ]);
    if (before === '') return lines;
    const more = hunks.reduce((sum, hunk) => sum + hunk.lines.length - hunk.end + hunk.start, 0);
    const [oldLines, newLines] = [end - start, end - start + more];
    const place = `@@ -${rangeText(start, oldLines)} +${rangeText(start + ahead, newLines)} @@`;
    ahead += more;
    return [quoted(place, 'faint'), ...lines];
  });
}

/** Puts hunks together that have no more lines between them than are shown around each. */
function together(hunks: readonly Hunk[], around: number): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.end ?? -Infinity;
    if (last && hunk.start - end <= 2 * around) last.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

/** Where lines begin, from 1, and how many they are; of none, the line before them. */
function rangeText(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

function marked(mark: string, lines: readonly string[], tone: Tone): Line[] {
  return lines.flatMap((text) =>
    text.endsWith('\n')
      ? [quoted(mark + text.slice(0, -1), tone)]
      : [quoted(mark + text, tone), quoted(String.raw`\ No newline at end of file`, 'faint')],
  );
}

function quoted(text: string, tone: Tone): Line {
  return { text, tone, quoted: true };
}

type PermissionsOrNull = Extract<PostContent, { kind: 'article' }>['permissions'];

function editorsText(permissions: PermissionsOrNull): string | null {
  if (permissions === null) return null;
  if (permissions.editableBy !== 'specific') return permissions.editableBy;
  const { users, groups } = permissions;
  return [...users.map((id) => `user ${id}`), ...groups.map((id) => `group ${id}`)].join(', ');
}
