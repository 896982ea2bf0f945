import { createHash } from 'node:crypto';
import { FaultQueue } from '../exchange/fault-queue.ts';
import { LateCommits } from '../exchange/late-commits.ts';
import { RequestLog } from '../exchange/request-log.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import { GitServer } from './git/git-server.ts';
import { RateLimit } from './rate-limit.ts';
import type {
  Comment,
  Environment,
  OtherRepository,
  Reaction,
  Release,
  Run,
  Thread,
} from './records.ts';
import {
  callerOf,
  tokenStrings,
  type Caller,
  type GitHubTokenName,
  type Permissions,
} from './tokens.ts';
import { Directory, type User } from './users.ts';

export interface FakeGitHubOptions {
  /** `owner/name`. */
  readonly repository: string;
  readonly private: boolean;
  /** A git repository whose branches and tags the new one begins with. */
  readonly seed: string | null;
  /** The repository beside which it lies, whose GitHub it shares. */
  readonly beside?: FakeGitHub;
}

/** As whoever sets up the Action makes them. */
const firstLabels = ['stack:article', 'stack:faq'];
const firstCommentId = 3_000_000_001;

/**
 * One repository on a GitHub of its own, with those of the same organisation beside it: everything that
 * requests read and change.
 */
export class FakeGitHub {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  readonly tokens: Readonly<Record<GitHubTokenName, string>>;
  readonly clock: SandboxClock;
  readonly git: GitServer;
  readonly faults = new FaultQueue();
  readonly late: LateCommits;
  readonly log = new RequestLog();
  readonly rates = new RateLimit();
  /** `http://host:port`, known once the server listens. */
  origin = '';
  readonly #options: FakeGitHubOptions;
  readonly born: number;

  private = false;
  archived = false;
  fork = false;
  topics: readonly string[] = [];
  /** The other repositories of the organisation, by `owner/name` in lower case. */
  siblings = new Map<string, FakeGitHub>();
  /** What the organisation pays for: it decides what a private repository may have. */
  plan: 'team' | 'enterprise' = 'team';
  defaultBranch = 'main';
  users: Directory;
  permissions = new Map<string, Permissions>();
  threads = new Map<number, Thread>();
  comments = new Map<number, Comment>();
  environments = new Map<string, Environment>();
  runs = new Map<number, Run>();
  releases = new Map<string, Release>();
  /** By `owner/name` in lower case. */
  others = new Map<string, OtherRepository>();
  /** Those that were made; one that a thread has is there as well. */
  labels = new Set<string>(firstLabels);
  #nextComment = firstCommentId;
  #nextId = 100_001;

  constructor(options: FakeGitHubOptions, clock: SandboxClock) {
    const [owner = '', name = ''] = options.repository.split('/');
    this.owner = owner;
    this.name = name;
    this.#options = options;
    this.clock = clock;
    const { beside } = options;
    this.id = 70_000_001 + (beside === undefined ? 0 : beside.siblings.size + 1);
    this.origin = beside?.origin ?? '';
    this.late = new LateCommits(clock);
    this.born = clock.now();
    this.tokens = beside?.tokens ?? tokenStrings(options.repository);
    this.git = new GitServer(options.seed);
    this.users = new Directory(owner);
    this.reset();
  }

  /** Back to how it started, but for what was pushed. */
  reset(): void {
    this.private = this.#options.private;
    this.plan = 'team';
    this.users = new Directory(this.owner);
    this.permissions = new Map();
    this.threads = new Map();
    this.comments = new Map();
    this.environments = new Map();
    this.runs = new Map();
    this.releases = new Map();
    this.others = new Map();
    for (const sibling of this.siblings.values()) void sibling.close();
    this.siblings = new Map();
    this.labels = new Set<string>(this.#options.beside === undefined ? firstLabels : []);
    this.#nextComment = firstCommentId;
    this.#nextId = 100_001;
    this.rates.clear();
    this.faults.clear();
    this.late.clear();
    this.log.clear();
  }

  /** Forgets what was to come late, and removes the git repository. */
  async close(): Promise<void> {
    this.late.clear();
    await Promise.all([
      this.git.close(),
      ...[...this.siblings.values()].map((each) => each.close()),
    ]);
  }

  /** This repository, or the one beside it that has a name; null: there is none. */
  repository(owner: string, name: string): FakeGitHub | null {
    if (this.isNamed(owner, name)) return this;
    return this.siblings.get(`${owner}/${name}`.toLowerCase()) ?? null;
  }

  /** Whether it lies beside the one that the sandbox was started with. */
  get isBeside(): boolean {
    return this.#options.beside !== undefined;
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  isNamed(owner: string, name: string): boolean {
    return `${owner}/${name}`.toLowerCase() === this.fullName.toLowerCase();
  }

  caller(token: string): Caller | null {
    return callerOf(token, this.tokens, this.permissions, this.users);
  }

  /** The name of a label as it is written there, whatever its case; null: there is none. */
  label(wanted: string): string | null {
    const used = [...this.threads.values()].flatMap(({ labels }) => labels);
    const isWanted = (name: string): boolean => name.toLowerCase() === wanted.toLowerCase();
    return [...this.labels, ...used].find(isWanted) ?? null;
  }

  newId(): number {
    return this.#nextId++;
  }

  nextNumber(): number {
    return Math.max(0, ...this.threads.keys()) + 1;
  }

  /** Threads and comments are values: a change puts a new one in the old one's place. */
  putThread(thread: Thread): Thread {
    this.threads.set(thread.number, thread);
    return thread;
  }

  addComment(thread: Thread, author: User, body: string, app: string | null): Comment {
    const at = this.clock.now();
    const comment: Comment = {
      id: this.#nextComment++,
      thread: thread.number,
      author,
      body,
      created: at,
      updated: at,
      lastEdited: null,
      editor: null,
      app,
      reactions: [],
    };
    this.comments.set(comment.id, comment);
    // A comment moves its pull request, as on the real site.
    this.putThread({ ...thread, updated: at });
    return comment;
  }

  editComment(comment: Comment, editor: User, body: string): Comment {
    const at = this.clock.now();
    const edited = { ...comment, body, editor, updated: at, lastEdited: at };
    this.comments.set(comment.id, edited);
    return edited;
  }

  /** One person reacts in one way once: a second time gives the first reaction. */
  react(
    comment: Comment,
    user: User,
    content: Reaction['content'],
  ): { readonly reaction: Reaction; readonly created: boolean } {
    const known = comment.reactions.find(
      (each) => each.user.id === user.id && each.content === content,
    );
    if (known !== undefined) return { reaction: known, created: false };
    const reaction = { id: this.newId(), content, user, created: this.clock.now() };
    this.comments.set(comment.id, { ...comment, reactions: [...comment.reactions, reaction] });
    return { reaction, created: true };
  }

  /** The commit of the default branch; a made-up one until something was pushed. */
  async headCommit(): Promise<string> {
    return (
      (await this.git.resolve(`refs/heads/${this.defaultBranch}`)) ?? this.madeUpCommit('head')
    );
  }

  madeUpCommit(of: string | number): string {
    return createHash('sha1').update(`${this.fullName} ${of}`).digest('hex');
  }
}
