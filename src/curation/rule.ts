import type { Draft } from '../model/draft.ts';
import type { Place } from '../model/error.ts';
import type { Severity, TextPoint } from '../model/finding.ts';
import type { CurationContext, DraftContext } from './context.ts';

/** A remark of a rule on a draft. Without `at` it is about the whole draft. */
interface RuleRemark {
  readonly at?: TextPoint;
  /** Where in the file, for what stands in none of its texts. */
  readonly place?: Place | null;
  /** Where it is not that of the rule. */
  readonly severity?: Severity;
  /** What was seen and what was expected, one sentence. */
  readonly message: string;
  /** What to do, one sentence in the imperative. */
  readonly remedy: string;
}

/** What people can know of a rule. */
export interface RuleInfo {
  readonly id: string;
  /** The severity where the configuration sets none. */
  readonly severity: Severity;
  /** Always an error: the draft cannot be read, or the site would refuse it. */
  readonly fixed?: true;
  /** What the rule looks for, one sentence. */
  readonly about: string;
}

/** A rule that looks at one draft. */
export interface Rule extends RuleInfo {
  /** Whether it finds something does not rest on the draft alone. */
  readonly varies?: true;
  check(draft: Draft, context: DraftContext): Found;
}

/** A rule that holds a draft against others. */
export interface ComparingRule extends Omit<Rule, 'check'> {
  check(draft: Draft, context: CurationContext): Found;
}

type Found = RuleRemark | readonly RuleRemark[] | null;
