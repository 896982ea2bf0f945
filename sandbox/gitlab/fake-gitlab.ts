import { createHash } from 'node:crypto';
import { LocalService } from '../exchange/local-service.ts';
import type { SandboxClock } from '../exchange/sandbox-clock.ts';
import { GitServer } from '../github/git/git-server.ts';
import { FakePipelines } from './fake-pipelines.ts';
import type {
  GitLabMergeRequest,
  GitLabNote,
  GitLabRelease,
  GitLabUser,
  Level,
} from './records.ts';

export interface FakeGitLabOptions {
  /** The project's path with its groups. */
  readonly project: string;
  readonly visibility: 'private' | 'internal' | 'public';
  /** A git repository whose branches and tags the new one begins with. */
  readonly seed: string | null;
}

const scopes = ['api', 'read_api', 'write_repository'] as const;
/** What an access token is good for, beside git, which any of them may use here. */
export type Scope = (typeof scopes)[number];

/** The people of a new project. `project-bot` is what a token of the project acts as. */
const people: readonly (readonly [username: string, id: number, level: Level, bot?: true])[] = [
  ['mia', 101, 'maintainer'],
  ['max', 102, 'maintainer'],
  ['dev', 103, 'developer'],
  ['dora', 104, 'developer'],
  ['rea', 105, 'reporter'],
  ['sten', 106, 'none'],
  ['project_70_bot', 107, 'maintainer', true],
];

/** One project on a GitLab of its own: everything that requests read and change. */
export class FakeGitLab extends LocalService {
  readonly id = 70;
  readonly path: string;
  readonly git: GitServer;
  readonly pipelines: FakePipelines;
  visibility: FakeGitLabOptions['visibility'];
  defaultBranch = 'main';
  /** Whether jobs may push with their own token: off in a new project. */
  jobsMayPush = false;
  /** Whether a job's token may list jobs, as it may since GitLab 17.10. */
  jobsMayListJobs = true;
  readonly mergeRequests = new Map<number, GitLabMergeRequest>();
  readonly notes = new Map<number, GitLabNote>();
  readonly releases = new Map<string, GitLabRelease>();
  /** What lines of notes made GitLab do: a line that begins with `/` is an order to it. */
  readonly quickActions: string[] = [];
  readonly #users = new Map<string, GitLabUser>();

  constructor(options: FakeGitLabOptions, clock: SandboxClock) {
    super(clock);
    this.path = options.project;
    this.visibility = options.visibility;
    this.git = new GitServer(options.seed);
    this.pipelines = new FakePipelines(clock, this.path, (name) => this.user(name));
    for (const [username, id, level, bot] of people)
      this.addUser({ username, id, level, bot: bot ?? false });
  }

  addUser(user: Pick<GitLabUser, 'username'> & Partial<Omit<GitLabUser, 'username'>>): GitLabUser {
    const id = user.id ?? 200 + this.#users.size;
    const whole = { id, name: user.username, bot: false, state: 'active', level: 'none', ...user };
    this.#users.set(user.username, whole as GitLabUser);
    return whole as GitLabUser;
  }

  user(username: string): GitLabUser {
    const user = this.#users.get(username);
    if (!user) throw new TypeError(`there is no user ${username}`);
    return user;
  }

  /** The access token of somebody, and who has it. It looks like a real one and opens nothing else. */
  accessToken(username: string, scope: Scope = 'api'): string {
    const of = scope === 'api' ? username : `${username} ${scope}`;
    const hash = createHash('sha256').update(`sandbox ${this.path} ${of}`).digest('hex');
    return `glpat-${hash.slice(0, 20)}`;
  }

  userOfToken(token: string): { readonly user: GitLabUser; readonly scope: Scope } | null {
    for (const user of this.#users.values())
      for (const scope of scopes)
        if (this.accessToken(user.username, scope) === token) return { user, scope };
    return null;
  }

  /** Writes a note, or what one says from now on. */
  putNote(
    input: Pick<GitLabNote, 'mergeRequest' | 'body'> &
      Partial<Omit<GitLabNote, 'author'>> & { readonly author: string },
  ): GitLabNote {
    const now = this.clock.tick(null, false);
    const id = input.id ?? 3_000_000_000 + this.notes.size;
    const note: GitLabNote = {
      id,
      system: false,
      hidden: false,
      created: now,
      ...this.notes.get(id),
      updated: now,
      ...input,
      author: this.user(input.author),
    };
    this.notes.set(id, note);
    return note;
  }

  putRelease(input: Pick<GitLabRelease, 'tag'> & Partial<GitLabRelease>): GitLabRelease {
    const now = this.clock.now();
    const release: GitLabRelease = {
      name: input.tag,
      description: null,
      created: now,
      released: now,
      commit: null,
      ...this.releases.get(input.tag),
      ...input,
    };
    this.releases.set(release.tag, release);
    return release;
  }

  /** Opens a merge request, or changes the one with this number. */
  putMergeRequest(
    input: Partial<Omit<GitLabMergeRequest, 'author' | 'iid'>> & {
      readonly iid: number;
      readonly author?: string | null;
    },
  ): GitLabMergeRequest {
    const now = this.clock.now();
    const known = this.mergeRequests.get(input.iid);
    const { author, ...more } = input;
    const whole: GitLabMergeRequest = {
      title: `Change ${input.iid}`,
      description: null,
      labels: [],
      author: this.user('dev'),
      state: 'opened',
      source: `change-${input.iid}`,
      isFork: false,
      isLocked: false,
      target: this.defaultBranch,
      created: more.merged ?? now,
      merged: null,
      mergeCommit: null,
      ...known,
      updated: now,
      ...more,
      ...(author !== undefined && { author: author === null ? null : this.user(author) }),
    };
    this.mergeRequests.set(whole.iid, whole);
    return whole;
  }

  override async close(): Promise<void> {
    await super.close();
    await this.git.close();
  }
}
