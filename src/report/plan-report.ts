import { placeName, type Account, type Destination } from '../model/destination.ts';
import type { Digest } from '../model/digest.ts';
import type { Finding } from '../model/finding.ts';
import type { Action, CreateReason, HoldReason } from '../model/plan.ts';
import type { ResolutionName } from '../model/resolution.ts';
import type { NamedPeople } from '../model/named.ts';
import type { Instant, PostContent } from '../model/post.ts';
import type { TagNote } from './people-lines.ts';
import type { Shown } from './shown.ts';

/** A step as a person reads it before saying yes. */
export interface ReportedStep {
  readonly action: Action;
  readonly source: string;
  readonly url: string | null;
  /** What a person decided to pass over. */
  readonly reason: CreateReason | null;
  /** Whose words are replaced; null where nobody's are, or it is not to be told. */
  readonly overwrites: {
    readonly by: Account | null;
    readonly at: Instant;
    readonly owner: Account | null;
  } | null;
  /** An adoption by title: whose post it is, and whether it agrees; null where it is not to be told. */
  readonly adopts?: {
    readonly agrees: boolean | null;
    readonly by: Account | null;
    readonly at: Instant;
    readonly owner: Account | null;
    readonly locked: boolean;
  };
  /** Absent where there are none. */
  readonly pictures?: readonly ReportedPicture[];
  /** Absent where there are none. */
  readonly links?: readonly ReportedLink[];
  /** What it comes from, on the forge; absent where none is known. */
  readonly page?: string;
  /** The page that lists who changed it. */
  readonly history?: string;
  /** The pull request that it is the note of, as `pull/7`. */
  readonly pull?: string;
  /** Who wrote it, where the forge tells. */
  readonly author?: Author;
  /** What the source says in other words than the post; absent where it says the same. */
  readonly rewritten?: readonly Rewritten[];
  /** Both as people read them: what is in their holes stands there by its name. */
  readonly before: PostContent | null;
  readonly after: PostContent;
  /** A new post with addresses in its holes, to be rendered; one of the host `.invalid` leads nowhere. */
  readonly look?: { readonly body: string; readonly answer: string | null };
}

/** Somebody, by the login and the page that the forge has. */
export interface Author {
  readonly login: string;
  readonly page: string | null;
}

/** A text that was fitted to the site. */
export interface Rewritten {
  readonly name: string;
  readonly source: string;
  /** What is in its holes stands there by its name. */
  readonly post: string;
}

/** A picture that a step puts into a post. */
export interface ReportedPicture {
  /** In the repository; null where a merge has it from the site's own text. */
  readonly path: string | null;
  /** In bytes. */
  readonly size: number | null;
  readonly digest: Digest;
  /** Where it is on the site already; null: it will be uploaded. */
  readonly url: string | null;
}

/** A link of a step to another source. */
export interface ReportedLink {
  readonly source: string;
  /** The address of its post, which goes in; null: it has none, or has it only by this plan. */
  readonly url: string | null;
  /** The address on the forge, which goes in else; null where there is none. */
  readonly else: string | null;
  /** Where it leads now, for a step that changes nothing but links; absent where it leads to the same. */
  readonly was?: string;
  /** The plan makes its post. */
  readonly isMade?: boolean;
}

/** A source that waits for a person's decision. */
export interface ReportedHold {
  readonly source: string;
  readonly url: string | null;
  readonly reason: HoldReason;
  readonly message: string;
  readonly remedy: string;
  /** What `resolve` takes for it; none where it ends by itself, or by `adopt`. */
  readonly ways?: readonly ResolutionName[];
  readonly conflicts: readonly {
    readonly field: string;
    readonly ours: string;
    readonly theirs: string;
  }[];
}

export interface PlanReport {
  readonly destination: Destination;
  /** The commit that sources are read at, and its page on the forge; null where none is known. */
  readonly commit?: { readonly id: string; readonly page: string | null } | null;
  /** Its name is null where not only the team reads it. */
  readonly account: { readonly id: number; readonly name: string | null };
  readonly digest: Digest | null;
  readonly steps: readonly ReportedStep[];
  readonly held: readonly ReportedHold[];
  readonly edited: readonly { readonly source: string; readonly url: string }[];
  readonly orphaned: readonly {
    readonly source: string;
    readonly url: string;
    /** What is wrong with its mark; null where it has none. */
    readonly unread: Finding | null;
  }[];
  /** How many more posts have no source any more, as an earlier plan told; absent: none. */
  readonly goneBefore?: number;
  readonly waiting: number;
  /** The steps that wait; absent where they are not named. */
  readonly waits?: readonly { readonly source: string; readonly action: Action }[];
  /** Notes of pull requests that are in no release yet. */
  readonly unreleased: number;
  readonly unchanged: number;
  /** What a person decided not to publish as it is now. */
  readonly skipped: number;
  /** The editors that were looked up; none where not only the team reads it. */
  readonly people: NamedPeople;
  /** The tags of the steps; none where not only the team reads it. */
  readonly tags: readonly TagNote[];
  readonly findings: readonly Finding[];
  /** The sources that the plan leaves as they are: what was found of them is no part of a decision. */
  readonly settled?: readonly string[];
}

/** Of the steps that are from pull requests, the first of each. */
export function askingPulls(steps: readonly ReportedStep[]): readonly ReportedStep[] {
  const first = new Map<string, ReportedStep>();
  for (const step of steps)
    if (step.pull !== undefined && !first.has(step.pull)) first.set(step.pull, step);
  return [...first.values()];
}

/** Under whose name posts are written, for people. */
export function posterName({ id, name }: PlanReport['account']): string {
  return name === null ? `account ${id}` : `${name} (${id})`;
}

/** What is asked before a plan is carried out at a terminal. */
export function planQuestion(report: Shown<PlanReport>): string {
  const { destination, account } = report;
  return `Publish just this to ${targetName(destination)}, as ${posterName(account)}: ${planSummary(report)}?`;
}

/** Counts in one sentence: "2 to create, 1 to update, 198 unchanged". */
export function planSummary(report: Shown<PlanReport>): string {
  const count = (action: Action) => report.steps.filter((step) => step.action === action).length;
  const parts = [
    [count('create'), 'to create'],
    [count('update'), 'to update'],
    [count('merge'), 'to merge'],
    [count('overwrite'), 'to overwrite'],
    [count('adopt'), 'to adopt'],
    [report.held.length, 'held'],
    [report.waiting, 'waiting'],
    [report.unreleased, 'of no release yet'],
    [report.unchanged, 'unchanged'],
    [report.skipped, 'skipped'],
  ] as const;
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return named.length === 0 ? 'Nothing is marked for publication.' : named.join(', ');
}

/** Where posts go, for people. */
export function targetName(destination: Destination): string {
  const { tier, api } = destination;
  return `${placeName(destination)} (${tier}, API ${api})`;
}
