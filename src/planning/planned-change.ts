import type { Digest } from '../model/digest.ts';
import type { PostKind } from '../model/draft.ts';
import type { ComposedFrom, LedgerRecord } from '../model/ledger.ts';
import {
  createReasons,
  stepDigest,
  type Action,
  type HoldReason,
  type Step,
} from '../model/plan.ts';
import type { PostContent, PostRef } from '../model/post.ts';
import type { SitePost } from '../ports/site.ts';
import type { ReplacedTags } from './compare.ts';
import type { Conflict } from './merge.ts';
import type { SourceState } from './source-state.ts';
import type { WordsOfOthers } from './words-of-others.ts';

interface ChangeBase {
  readonly source: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly post: PostRef | null;
}

/** Nothing to write. `record` is what the ledger should say now. */
export interface UnchangedSource extends ChangeBase {
  readonly outcome: 'unchanged';
  readonly record: LedgerRecord;
  /** The text of the record's base, where the ledger may not hold it yet. */
  readonly composed: PostContent | null;
  /** A person edited the post on the site; their text stays. */
  readonly edited: boolean;
}

/**
 * That a post shows this content; or that it is as it was read: by its last activity, and by its text
 * as well, as an API may tell times in seconds only.
 */
export type Expectation = { readonly content: PostContent } | { readonly post: SitePost };

/** A post that is linked as it has the title, and who wrote it. */
export interface AdoptedPost extends WordsOfOthers {
  /** It shows the source's text, too. What the step does is the same: the next plan compares them. */
  readonly agrees: boolean;
  /** It cannot be edited by our account. */
  readonly locked: boolean;
}

/** A step to approve. */
export interface PlannedStep extends ChangeBase {
  readonly outcome: 'step';
  readonly step: Step;
  /** What the source says now: the base after the step. */
  readonly composed: PostContent;
  /** What the post shows now, for the approver to see; null where not read, or not to be shown. */
  readonly shown: PostContent | null;
  /** An overwrite: whose words it replaces. */
  readonly overwrites: WordsOfOthers | null;
  /** An adoption by title: whose post it is. */
  readonly adopts: AdoptedPost | null;
  /** Which of our last tags its post shows others in the place of, as synonyms of these. */
  readonly replaced: ReplacedTags | null;
  /** It changes nothing but where links lead. */
  readonly links: boolean;
  /** The approved step whose second write it is: of a page that another one links back to. */
  readonly continues: Digest | null;
  /** Its post was not read: what the step does to it is not sure yet. */
  readonly unread: boolean;
  /** What must still be true of the post right before the write; null where no post is written. */
  readonly expected: Expectation | null;
  readonly composedFrom: ComposedFrom;
  /** The record that the step replaces, perhaps of another key (a renamed source). */
  readonly record: LedgerRecord | null;
  readonly renamedFrom: string | null;
  /** For a question that was begun: what of it stands on the site already. */
  readonly resume: PostRef | null;
}

/** A person has to decide. */
export interface HeldSource extends ChangeBase {
  readonly outcome: 'held';
  readonly reason: HoldReason;
  readonly message: string;
  readonly remedy: string;
  /** Both sides, where they differ. Text of the site: not for a public place. */
  readonly conflicts: readonly Conflict[];
  /** What the ledger should say now, or null where it says nothing of the source. */
  readonly record: LedgerRecord | null;
  /** The source that is gone whose record this is; the decision moves it. */
  readonly renamedFrom: string | null;
  /** What the source says, and the post that the decision is about; null where not read. */
  readonly ours: PostContent | null;
  readonly composedFrom: ComposedFrom;
  readonly current: SitePost | null;
  /** It is held where an existing post is looked for, and a plan would make a new one. */
  readonly isProposal?: true;
}

export type PlannedChange = UnchangedSource | PlannedStep | HeldSource;

/** Makes a step: of a new post, but for what `more` says otherwise. */
export function plannedStep(
  {
    source,
    composedFrom,
    record,
    usedBy,
  }: Pick<SourceState, 'source' | 'composedFrom' | 'record' | 'usedBy'>,
  action: Action,
  target: PostRef | null,
  content: PostContent,
  { expects, reason, ...more }: Partial<PlannedStep> & Pick<Step, 'expects' | 'reason'> = {},
): PlannedStep {
  const { base = null, version = 0 } = record ?? {};
  // An adopted post is not written.
  const uses = action === 'adopt' ? {} : usedBy(content, record);
  return {
    outcome: 'step',
    source,
    kind: content.kind,
    title: content.title,
    post: target,
    step: {
      action,
      source,
      target,
      base,
      version,
      content,
      ...(expects && { expects }),
      ...(reason && { reason }),
      ...(Object.keys(uses).length > 0 && { uses }),
    },
    composed: content,
    shown: null,
    overwrites: null,
    adopts: null,
    replaced: null,
    links: false,
    continues: null,
    unread: false,
    expected: null,
    composedFrom,
    record,
    renamedFrom: null,
    resume: null,
    ...more,
  };
}

/** The digest of the step that a change carries out, as it was or will be approved. */
export function digestOfChange({ step, continues }: Pick<PlannedStep, 'step' | 'continues'>) {
  return continues ?? stepDigest(step);
}

/**
 * The step of a new post. Where one was begun it is that very step, with the reason that was approved
 * with it, so that its approval still covers it.
 */
export function createStep(
  state: SourceState,
  ours: PostContent,
  resume: PostRef | null = null,
): PlannedStep {
  const begun = state.record?.intent?.step;
  const step = (reason?: (typeof createReasons)[number]) =>
    plannedStep(state, 'create', null, ours, { resume, ...(reason && { reason }) });
  const approved = begun && createReasons.map(step).find((each) => stepDigest(each.step) === begun);
  return approved || step();
}
