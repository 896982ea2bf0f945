import type { FaultSpec } from '../../exchange/fault-queue.ts';
import type { LogEntry } from '../../exchange/request-log.ts';
import type { FakeStack, Tier } from '../fake-stack.ts';
import { people } from '../people.ts';
import type { Post } from '../post.ts';
import type { Switches } from '../switches.ts';
import type { StackTokens } from '../tokens.ts';

/** A fault that waits: how many matching requests pass first, and how many are faulted then. */
export type FaultReport = FaultSpec & { readonly skip: number; readonly left: number };

/** A post without its text. */
interface PostReport {
  readonly kind: Post['kind'];
  readonly id: number;
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly owner: number;
  readonly lastEditor: number | null;
  readonly created: number;
  readonly activity: number;
  readonly deleted: boolean;
  readonly locked: boolean;
}

/** Everything about the site but the texts. Times are in milliseconds by its clock. */
export interface StackReport {
  readonly url: string;
  readonly tier: Tier;
  /** Null: the main site. */
  readonly team: string | null;
  readonly pages: string;
  readonly account: { readonly id: number; readonly name: string };
  readonly tokens: StackTokens;
  readonly now: number;
  readonly offset: number;
  readonly switches: Switches;
  readonly faults: readonly FaultReport[];
  /** Writes that wait to be carried out late. */
  readonly pending: number;
  /** How many API requests there were, and the latest hundred of them. */
  readonly requests: number;
  readonly log: readonly LogEntry[];
  readonly posts: readonly PostReport[];
}

/** The whole state, for programs and people. */
export function stackReport(stack: FakeStack): StackReport {
  return {
    url: stack.origin,
    tier: stack.tier,
    team: stack.team,
    pages: stack.origin + stack.listPath,
    account: { id: people.account.id, name: people.account.name },
    tokens: stack.tokens,
    now: stack.clock.now(),
    offset: stack.clock.state.offset,
    switches: stack.switches,
    faults: faultReports(stack),
    pending: stack.late.size,
    requests: stack.log.count,
    log: stack.log.since(stack.log.count - 100),
    posts: [...stack.posts.all()].map(postReport),
  };
}

/** The faults that wait for their requests. */
export function faultReports(stack: FakeStack): FaultReport[] {
  return stack.faults.waiting.map(({ spec, skip, left }) => ({ ...spec, skip, left }));
}

function postReport(post: Post): PostReport {
  return {
    kind: post.kind,
    id: post.id,
    title: post.kind === 'answer' ? null : post.title,
    tags: post.kind === 'answer' ? [] : post.tags,
    owner: post.owner,
    lastEditor: post.lastEditor,
    created: post.created,
    activity: post.activity,
    deleted: post.deleted !== null,
    locked: post.locked,
  };
}
