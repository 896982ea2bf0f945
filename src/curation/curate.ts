import type { Draft } from '../model/draft.ts';
import { listed, type Finding } from '../model/finding.ts';
import { applySeverity, type RuleSettings } from './apply-severity.ts';
import { curationContext, draftContext, type DraftContext, type KnownSource } from './context.ts';
import { disabledBy } from './disabled-by.ts';
import type { ComparingRule, Rule } from './rule.ts';
import { comparingRules, draftRules } from './rules.ts';
import { placesOf } from './texts.ts';

/** What the rules find in a draft that they look at by itself. */
export function examine(draft: Draft, context: DraftContext): readonly Finding[] {
  return findingsOf(draft, draftRules, (rule) => rule.check(draft, context));
}

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
    /** What was found in a draft by itself; where it is left out, what `examine` finds. */
    readonly found?: (draft: Draft) => readonly Finding[];
  },
): Finding[] {
  const { known, recorded = new Map(), rules } = options;
  const context = curationContext(drafts, known, recorded);
  const alone = draftContext(null);
  const { found = (draft: Draft) => examine(draft, alone) } = options;
  const findings = drafts.flatMap((draft) => {
    const compared = findingsOf(draft, comparingRules, (rule) => rule.check(draft, context));
    const { left, idle } = disabledBy(draft, [...found(draft), ...compared]);
    const byRule = Map.groupBy([...left, ...idle], ({ rule }) => rule);
    return [...byRule.values()].flatMap(listed);
  });
  return applySeverity(findings, rules);
}

function findingsOf<Each extends Rule | ComparingRule>(
  draft: Draft,
  rules: readonly Each[],
  check: (rule: Each) => ReturnType<Each['check']>,
): readonly Finding[] {
  const placeOf = placesOf(draft);
  return rules.flatMap((rule) =>
    [check(rule) ?? []].flat().map(({ at, place, severity, message, remedy }): Finding => ({
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
}
