import type { Draft } from '../model/draft.ts';
import { listed, type Finding } from '../model/finding.ts';
import { curationContext, type DraftRepository, type KnownSource } from './context.ts';
import { draftRules } from './rules.ts';
import { placesOf } from './texts.ts';
import { disabledBy } from './disabled-by.ts';
import { applySeverity, type RuleSettings } from './apply-severity.ts';

/**
 * Checks whether drafts are fit to publish. `known` are the sources that exist and were not read
 * again, so that doubles of them are seen: it must not name the source of any of the drafts. `recorded`
 * is what the ledger has of the drafts, by key.
 */
export function curate(
  drafts: readonly Draft[],
  options: {
    readonly rules: RuleSettings;
    readonly known: readonly KnownSource[];
    readonly recorded?: ReadonlyMap<string, KnownSource>;
    readonly repository?: DraftRepository;
    /** What making a post of a draft finds. */
    readonly composed?: (draft: Draft) => readonly Finding[];
    /** Told before each draft how many are checked. */
    readonly onDraft?: (done: number) => void;
  },
): Finding[] {
  const context = curationContext(
    drafts,
    options.known,
    options.recorded ?? new Map(),
    options.repository,
  );
  const findings = drafts.flatMap((draft, index) => {
    options.onDraft?.(index);
    const placeOf = placesOf(draft);
    const found = draftRules.flatMap((rule) =>
      [rule.check(draft, context) ?? []]
        .flat()
        .map(({ at, place, severity, message, remedy }): Finding => ({
          rule: rule.id,
          severity: severity ?? rule.severity,
          source: draft.key,
          provenance: draft.provenance,
          place: (at ? placeOf(at) : place) ?? draft.place,
          ...(at && { at }),
          message,
          remedy,
        })),
    );
    const all = [...found, ...(options.composed?.(draft) ?? [])];
    const { left, idle } = disabledBy(draft, all, () => context.texts(draft));
    const byRule = Map.groupBy([...left, ...idle], ({ rule }) => rule);
    return [...byRule.values()].flatMap(listed);
  });
  return applySeverity(findings, options.rules);
}
