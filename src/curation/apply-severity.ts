import type { Finding } from '../model/finding.ts';
import { provenanceText } from '../model/provenance.ts';
import { compareSourceKeys } from '../model/source-key.ts';
import { fixedRuleIds } from './rule-ids.ts';

/** A severity by rule id, as the configuration sets it. */
export type RuleSettings = Readonly<Record<string, 'error' | 'warning' | 'off'>>;

/**
 * Gives findings the severity that the configuration sets, drops those of rules that are off, and
 * sorts them by what they come from, line, column and rule. Fixed rules stay errors whatever is set.
 */
export function applySeverity(findings: readonly Finding[], rules: RuleSettings): Finding[] {
  return findings
    .flatMap((finding) => {
      if (fixedRuleIds.includes(finding.rule)) return [{ ...finding, severity: 'error' as const }];
      const set = Object.hasOwn(rules, finding.rule) ? rules[finding.rule] : undefined;
      return set === 'off' ? [] : [{ ...finding, severity: set ?? finding.severity }];
    })
    .sort(
      (a, b) =>
        compareSourceKeys(provenanceText(a.provenance), provenanceText(b.provenance)) ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
}
