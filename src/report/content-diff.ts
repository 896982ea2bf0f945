import { structuredPatch } from 'diff';
import type { PostContent } from '../model/post.ts';
import { line, type Line, type Tone } from './line.ts';

const unchangedAround = 3;

/**
 * Shows what a step changes; a new post stands there whole, because whoever approves it has to read
 * it. Nothing is cut: what is not shown is not approved. Fields are lines of ours, `tags: a, b`; a text
 * follows its name as a unified diff, so that no line of it can pass for a field.
 */
export function contentDiff(before: PostContent | null, after: PostContent): Line[] {
  const lines: Line[] = [];
  const field = (name: string, old: string | null, now: string | null) => {
    if (now === null || old === now) return;
    lines.push(line(`${name}: ${now}`, 'added'));
    if (old !== null) lines.push(line(`${name} was: ${old}`, 'removed'));
  };
  const text = (name: string, old: string, now: string) => {
    if (old !== now) lines.push(line(`${name}:`, 'faint'), ...textDiff(old, now));
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
  return lines;
}

/** A unified diff of two texts, by lines. */
export function textDiff(before: string, after: string): Line[] {
  if (before === after) return [];
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: unchangedAround });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => {
    const place = quoted(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, 'faint');
    const changed = lines.map((text) =>
      quoted(text, text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : 'plain'),
    );
    return before === '' ? changed : [place, ...changed];
  });
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
