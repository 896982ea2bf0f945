import type { ControlCall } from '../../control/control-call.ts';
import type { FaultSpec } from '../../exchange/fault-queue.ts';
import type { LogEntry } from '../../exchange/request-log.ts';
import type { PersonName } from '../people.ts';
import type { Post, StoredPermissions, ApiArticleType } from '../post.ts';
import type { Switches, SwitchesPatch } from '../switches.ts';
import type { FaultReport, StackReport } from './stack-report.ts';

interface PostChange {
  readonly title?: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly type?: ApiArticleType;
  readonly permissions?: StoredPermissions;
  /** Who edits (the colleague). */
  readonly by?: PersonName;
}

interface SeedPost {
  readonly kind?: 'article' | 'question';
  readonly title?: string;
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly type?: ApiArticleType;
  readonly permissions?: StoredPermissions;
  /** Whose it is (the account). */
  readonly owner?: PersonName;
  /** ISO date. */
  readonly created?: string;
}

/**
 * Drives the sandbox's Stack Internal, its clock and the reset of everything. Every method throws a
 * `Fault` (usage) where the call is refused.
 */
export interface FakeStackClient {
  state(): Promise<StackReport>;
  /** The API requests after a number, oldest first. */
  log(since?: number): Promise<LogEntry[]>;
  /** Every post with its text as stored, deleted ones too. */
  posts(): Promise<Post[]>;
  post(id: number): Promise<Post>;
  reset(): Promise<void>;
  switches(patch: SwitchesPatch): Promise<Switches>;
  fault(...faults: FaultSpec[]): Promise<FaultReport[]>;
  clearFaults(): Promise<void>;
  /** Moves the site's clock on, carries out what becomes due, and returns its time in ms. */
  advance(seconds: number): Promise<number>;
  edit(id: number, edit: PostChange): Promise<Post>;
  delete(id: number): Promise<Post>;
  restore(id: number): Promise<Post>;
  lock(id: number, locked?: boolean): Promise<Post>;
  /** Adds posts to the past of the site and returns their ids. */
  seed(posts: readonly SeedPost[]): Promise<number[]>;
  /** Adds so many made-up articles. */
  seedMany(count: number, owner?: PersonName): Promise<number[]>;
}

/** A client over a call: in this process (`sandbox.control`) or over HTTP (`controlOver(url)`). */
export function fakeStackClient(call: ControlCall): FakeStackClient {
  const ids = async (body: object): Promise<number[]> =>
    ((await call('seed', body)) as { ids: number[] }).ids;
  return {
    state: async () => (await call('')) as StackReport,
    log: async (since = 0) => (await call(`log?since=${since}`)) as LogEntry[],
    posts: async () => (await call('posts')) as Post[],
    post: async (id) => (await call(`posts/${id}`)) as Post,
    reset: async () => void (await call('reset', {})),
    switches: async (patch) => (await call('switches', patch)) as Switches,
    fault: async (...faults) => (await call('faults', faults)) as FaultReport[],
    clearFaults: async () => void (await call('clear-faults', {})),
    advance: async (seconds) =>
      Date.parse(((await call('clock', { seconds })) as { now: string }).now),
    edit: async (id, edit) => (await call('edit', { id, ...edit })) as Post,
    delete: async (id) => (await call('delete', { id })) as Post,
    restore: async (id) => (await call('restore', { id })) as Post,
    lock: async (id, locked = true) => (await call('lock', { id, locked })) as Post,
    seed: (posts) => ids({ posts }),
    seedMany: (count, owner = 'account') => ids({ count, owner }),
  };
}
