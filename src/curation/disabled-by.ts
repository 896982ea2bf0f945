import { disableComments, type DisableComment } from '../markdown/disable-comments.ts';
import type { Draft } from '../model/draft.ts';
import type { Finding, TextPoint } from '../model/finding.ts';
import { comparingRules, draftRules } from './rules.ts';
import { canBeDisabled, isUsable } from './usable-comment.ts';
import { parsedTexts, placesOf, textsOf } from './texts.ts';

/** The findings of a draft, and its comments that let some of them pass. */
interface Disabled {
  /** The findings that no comment lets pass. */
  readonly left: readonly Finding[];
  /** A remark on each comment that lets nothing pass, where that rests on the draft alone. */
  readonly idle: readonly Finding[];
}

/** Whether these find something also rests on the run: on other sources, or on who can read what. */
const varying = new Set([
  'image-unavailable',
  ...[...draftRules, ...comparingRules].flatMap(({ id, varies }) => (varies ? [id] : [])),
]);

/**
 * Takes out of a draft's findings what the comments `<!-- stack-publish-disable RULE: reason -->` in its
 * texts let pass: findings of that rule in the block behind it, or in its line. One at the beginning of
 * a text counts also for what is about the whole draft. Fixed rules pass nowhere.
 */
export function disabledBy(draft: Draft, findings: readonly Finding[]): Disabled {
  if (!textsOf(draft).some(({ text }) => text.includes('stack-publish-disable')))
    return { left: findings, idle: [] };
  const comments = parsedTexts(draft).flatMap(({ name: field, text, tree }) =>
    tree === null ? [] : disableComments(text, tree).map((comment) => ({ ...comment, field })),
  );
  const usable = Map.groupBy(comments.filter(isUsable), ({ rule }) => rule);
  const used = new Set<DisableComment>();
  const left = findings.filter(({ rule, at }) => {
    const passing = canBeDisabled(rule)
      ? (usable.get(rule) ?? []).filter((comment) => covers(comment, at))
      : [];
    for (const comment of passing) used.add(comment);
    return passing.length === 0;
  });
  const placeOf = placesOf(draft);
  const idle = [...usable.values()].flat().flatMap((comment) => {
    if (used.has(comment) || varying.has(comment.rule)) return [];
    const at = { field: comment.field, offset: comment.start };
    return [
      {
        rule: 'disable-comment',
        severity: 'warning',
        source: draft.key,
        provenance: draft.provenance,
        place: placeOf(at) ?? draft.place,
        at,
        message: `The comment lets nothing pass: \`${comment.rule}\` finds nothing in the block behind it, or in its line.`,
        remedy: 'Take it out, or move it right before the place that it is for.',
      } satisfies Finding,
    ];
  });
  return { left, idle };
}

function covers(
  { field, scope, isFirst }: DisableComment & { readonly field: TextPoint['field'] },
  at: TextPoint | undefined,
): boolean {
  if (at === undefined) return isFirst;
  return at.field === field && at.offset >= scope.start && at.offset < scope.end;
}
