import type { FaultSpec } from '../exchange/fault-queue.ts';
import type { LogEntry } from '../exchange/request-log.ts';
import type { SandboxState } from '../exchange/sandbox-state.ts';
import { people, tokenStrings } from '../stack/people.ts';
import type { Post } from '../stack/post.ts';
import type { Switches } from '../stack/switches.ts';

/** A fault that waits: how many matching requests pass first, and how many are struck then. */
export type FaultReport = FaultSpec & { readonly skip: number; readonly left: number };

/** A post without its text. */
export interface PostReport {
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

/** Everything about a sandbox but the texts. Times are in milliseconds by the site's clock. */
export interface StateReport {
  readonly url: string;
  readonly team: string;
  readonly pages: string;
  readonly account: { readonly id: number; readonly name: string };
  readonly tokens: Readonly<Record<string, string>>;
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

export function stateReport(state: SandboxState): StateReport {
  const { site } = state;
  return {
    url: site.origin,
    team: site.team,
    pages: site.pages,
    account: { id: people.account.id, name: people.account.name },
    tokens: tokenStrings(site.team),
    now: site.clock.now(),
    offset: site.clock.state.offset,
    switches: site.switches,
    faults: faultReports(state),
    pending: state.late.size,
    requests: state.log.count,
    log: state.log.since(state.log.count - 100),
    posts: [...site.posts.all()].map(postReport),
  };
}

export function faultReports(state: SandboxState): FaultReport[] {
  return state.faults.waiting.map(({ spec, skip, left }) => ({ ...spec, skip, left }));
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
