import { structuredPatch } from 'diff';
import type { PostContent } from '../model/post.ts';
import { line, type Line } from './line.ts';

const unchangedAround = 3;

/**
 * Shows what a step changes, field by field, as a unified diff; a new post stands there whole,
 * because whoever approves it has to read it. Nothing is cut: what is not shown is not approved.
 */
export function contentDiff(before: PostContent | null, after: PostContent): Line[] {
  const lines: Line[] = [];
  const field = (name: string, old: string | null, now: string | null) => {
    if (now === null || old === now) return;
    if (old !== null) lines.push(line(`-${name}: ${old}`, 'removed'));
    lines.push(line(`+${name}: ${now}`, 'added'));
  };
  field('title', before?.title ?? null, after.title);
  field('tags', before?.tags.join(', ') ?? null, after.tags.join(', '));
  if (after.kind === 'article') {
    const old = before?.kind === 'article' ? before : null;
    field('type', old?.type ?? null, after.type);
    field('editors', old ? editorsText(old.permissions) : null, editorsText(after.permissions));
  }
  lines.push(...textDiff(before?.body ?? '', after.body));
  if (after.kind === 'question') {
    const old = before?.kind === 'question' ? before.answer : '';
    if (old !== after.answer) lines.push(line('accepted answer:', 'faint'));
    lines.push(...textDiff(old, after.answer));
  }
  return lines;
}

/** A unified diff of two texts, by lines. */
export function textDiff(before: string, after: string): Line[] {
  if (before === after) return [];
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: unchangedAround });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => {
    const place = line(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, 'faint');
    const changed = lines.map((text) =>
      line(text, text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : 'plain'),
    );
    return before === '' ? changed : [place, ...changed];
  });
}

type PermissionsOrNull = Extract<PostContent, { kind: 'article' }>['permissions'];

function editorsText(permissions: PermissionsOrNull): string | null {
  if (permissions === null) return null;
  if (permissions.editableBy !== 'specific') return permissions.editableBy;
  const { users, groups } = permissions;
  return [...users.map((id) => `user ${id}`), ...groups.map((id) => `group ${id}`)].join(', ');
}
