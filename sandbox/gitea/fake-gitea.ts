import { createHash } from 'node:crypto';
import { LocalService } from '../exchange/local-service.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import { GitServer } from '../github/git/git-server.ts';
import {
  actionsUser,
  GiteaProblem,
  type GiteaComment,
  type GiteaPull,
  type GiteaRelease,
  type GiteaRun,
  type GiteaUser,
  type Permission,
} from './records.ts';

/** The people of a new repository. `ship-bot` is an account of a program: Gitea's API does not tell that. */
const people: readonly (readonly [login: string, id: number, permission: Permission])[] = [
  ['olga', 1, 'owner'],
  ['mia', 2, 'admin'],
  ['max', 3, 'admin'],
  ['wren', 4, 'write'],
  ['rita', 5, 'read'],
  ['sten', 6, 'none'],
  ['ship-bot', 7, 'admin'],
];

/** One repository on a Gitea of its own: everything that requests read and change. */
export class FakeGitea extends LocalService {
  readonly repository = 'acme/handbook';
  readonly git = new GitServer(null);
  readonly defaultBranch = 'main';
  isPrivate = true;
  /** Before Gitea 1.27 a run has no attempts: it is its latest one, of whoever started the first. */
  hasAttempts = true;
  /** Whether it is a Forgejo: its runs have other members, and no attempts. */
  isForgejo = false;
  readonly users = new Map<string, GiteaUser>();
  readonly runs = new Map<number, GiteaRun>();
  readonly pulls = new Map<number, GiteaPull>();
  readonly comments = new Map<number, GiteaComment>();
  readonly releases = new Map<string, GiteaRelease>();
  readonly labels = new Set<string>();
  readonly ownerLabels = new Set<string>();
  #next = 1;

  constructor(clock: SandboxClock) {
    super(clock);
    for (const [login, id, permission] of people) this.users.set(login, { id, login, permission });
  }

  user(login: string): GiteaUser {
    const user = this.users.get(login);
    if (!user) throw new TypeError(`there is no user ${login}`);
    return user;
  }

  /** The token of somebody, or of a job. It looks like a real one and opens nothing else. */
  token(login: string): string {
    return createHash('sha256')
      .update(`sandbox ${this.repository} ${login}`)
      .digest('hex')
      .slice(0, 40);
  }

  /** Whose token it is; throws where it is nobody's. */
  userOfToken(token: string): GiteaUser {
    const all = [actionsUser, ...this.users.values()];
    const found = all.find(({ login }) => this.token(login) === token);
    if (!found) throw new GiteaProblem(401, 'user does not exist [uid: 0, name: ]');
    return found;
  }

  /** Starts a workflow. */
  start(event: string, by: string, more: Partial<GiteaRun> = {}): GiteaRun {
    const actor = this.user(by);
    const run: GiteaRun = {
      id: this.#next++,
      event,
      branch: this.defaultBranch,
      commit: '0'.repeat(40),
      actor,
      attempts: [{ triggeredBy: actor, started: this.clock.tick(null, false) }],
      ...more,
    };
    this.runs.set(run.id, run);
    return run;
  }

  /** Starts a run again. */
  rerun(id: number, by: string): GiteaRun {
    const run = this.runs.get(id);
    if (!run) throw new TypeError(`there is no run ${id}`);
    const attempt = { triggeredBy: this.user(by), started: this.clock.tick(null, false) };
    const again = { ...run, attempts: [...run.attempts, attempt] };
    this.runs.set(id, again);
    return again;
  }

  /** Opens a pull request, or changes the one with this number. */
  putPull(input: Partial<GiteaPull> & Pick<GiteaPull, 'number'>): GiteaPull {
    const pull: GiteaPull = {
      title: `Change ${input.number}`,
      body: '',
      labels: [],
      author: this.user('wren'),
      base: this.defaultBranch,
      state: 'closed',
      merged: this.clock.now(),
      mergeCommit: null,
      files: [],
      ...this.pulls.get(input.number),
      updated: this.clock.now(),
      ...input,
    };
    this.pulls.set(pull.number, pull);
    return pull;
  }

  /** Publishes a release, or changes the one of this tag. */
  putRelease(input: Partial<GiteaRelease> & Pick<GiteaRelease, 'tag'>): GiteaRelease {
    const whole: GiteaRelease = {
      name: input.tag,
      body: '',
      draft: false,
      prerelease: false,
      created: this.clock.now(),
      ...this.releases.get(input.tag),
      ...input,
    };
    this.releases.set(whole.tag, whole);
    return whole;
  }

  /** Writes a comment on a pull request. */
  comment(thread: number, by: string | GiteaUser, body: string, original = ''): GiteaComment {
    const author = typeof by === 'string' ? this.user(by) : by;
    const now = this.clock.tick(null, false);
    const id = this.#next++;
    const comment = {
      id,
      thread,
      author,
      original,
      body,
      created: now,
      updated: now,
      reactions: [],
    };
    this.comments.set(id, comment);
    return comment;
  }

  /** Changes a comment: anybody who may write can, and it stays its author's. */
  editComment(id: number, body: string): void {
    const comment = this.comments.get(id);
    if (comment) this.comments.set(id, { ...comment, body, updated: this.clock.tick(null, false) });
  }

  override async close(): Promise<void> {
    await super.close();
    await this.git.close();
  }
}
