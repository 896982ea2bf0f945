export type Permission = 'none' | 'read' | 'write' | 'admin' | 'owner';

export interface GiteaUser {
  readonly id: number;
  readonly login: string;
  readonly permission: Permission;
}

/** A job's own token writes as this. It has no role, whatever the job may do. */
export const actionsUser: GiteaUser = { id: -2, login: 'gitea-actions', permission: 'none' };

/** What stands for an account that is gone. */
export const ghost: GiteaUser = { id: -1, login: 'Ghost', permission: 'none' };

export interface GiteaAttempt {
  readonly triggeredBy: GiteaUser;
  /** 0 while it waits for a runner. */
  readonly started: number;
}

export interface GiteaRun {
  readonly id: number;
  readonly event: string;
  readonly branch: string;
  readonly commit: string;
  readonly actor: GiteaUser;
  readonly attempts: readonly GiteaAttempt[];
}

export interface GiteaPull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly author: GiteaUser;
  readonly base: string;
  readonly state: 'open' | 'closed';
  readonly merged: number | null;
  readonly mergeCommit: string | null;
  readonly updated: number;
  /** What it changes, and how: `added`, `changed`, `deleted`. */
  readonly files: readonly (readonly [path: string, status: string])[];
}

export interface GiteaComment {
  readonly id: number;
  readonly thread: number;
  readonly author: GiteaUser;
  /** Whom it was brought over for, from another place; empty: it was written here. */
  readonly original: string;
  readonly body: string;
  readonly created: number;
  readonly updated: number;
  readonly reactions: readonly string[];
}

export interface GiteaRelease {
  readonly tag: string;
  readonly name: string;
  readonly body: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly created: number;
}

/** An answer that is no success. */
export class GiteaProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
