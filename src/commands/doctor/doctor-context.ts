import type { Config } from '../../config/schema.ts';
import type { Instant } from '../../model/post.ts';
import type { ApprovalForge } from '../../ports/approval-forge.ts';
import type { Forge } from '../../ports/forge.ts';
import type { LedgerStore } from '../../ports/ledger-store.ts';
import type { Repository } from '../../ports/repository.ts';
import type { RequestCount, Site } from '../../ports/site.ts';
import type { WorkflowFile } from './workflow.ts';

/** What is looked at. Each part is opened by itself, so that one which fails hides no other. */
export interface DoctorContext {
  /** The version of Node.js, such as 24.1.0. */
  readonly node: string;
  readonly gitVersion: () => Promise<string>;
  repository(): Promise<Repository>;
  config(): Promise<Config>;
  /**
   * The remote's default branch, null where it does not tell, and the ref that this run is for, null
   * where HEAD is detached. Null where the ledger is a file, for which branches do not count.
   */
  defaultBranch(): Promise<{ readonly name: string | null; readonly here: string | null } | null>;
  ledger(): Promise<LedgerStore>;
  /** Git's words where the ledger's branch cannot be pushed to; null: it can, or it is a file. */
  pushRefusal(): Promise<string | null>;
  readonly now: () => Instant;
  /** What STACK_TOKEN_EXPIRES holds. */
  readonly tokenExpires: string | undefined;
  /** Throws `token-missing`. */
  site(): Promise<Site>;
  /** The source of pull requests, as plans read it; null where no forge is known. */
  pullRequests(): Promise<Pick<Forge, 'mergedPullRequests' | 'isPublic' | 'labelsAmong'> | null>;
  /** Whether the repository is on a Gitea, whose environments guard nothing. */
  readonly isGitea: boolean;
  /** Null where no GitHub repository is known, or no token for it. */
  forge(): Promise<Pick<ApprovalForge, 'environment' | 'branchesOf'> | null>;
  /** The workflows that the commit has. */
  workflows(): Promise<readonly WorkflowFile[]>;
  /** What was sent so far; git's own requests are not counted. */
  requests(): { readonly site: RequestCount; readonly forge: RequestCount };
}
