import type { ForgeRepository, ForgeSetup } from './forge-setup.ts';
import type { RequestCount } from './site.ts';

/** A repository of an organisation, as its list has it. All texts are hostile. */
export interface FleetRepository extends ForgeRepository {
  /** OWNER/NAME. */
  readonly name: string;
  readonly isArchived: boolean;
  readonly isFork: boolean;
  /** Whether the token is of an admin there; null where the forge does not tell. */
  readonly isAdmin: boolean | null;
  readonly topics: readonly string[];
}

/** A pull request from a branch of the repository itself. */
export interface FoundPull {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed' | 'merged';
}

/** What a repository has of what is set up, at one moment. All texts are hostile. */
export interface FleetView {
  /** The commit of the default branch; null: there is none yet. */
  readonly head: string | null;
  /** By path; null: it is there, and no short text. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The last commit that changed the path that was asked for; null: none did. */
  readonly changedAt: string | null;
  /** Which of the labels there are. */
  readonly labels: readonly string[];
  /** Whether the branch for our files is there. */
  readonly hasBranch: boolean;
  /** The newest pull request of that branch; null: there was none. */
  readonly pull: FoundPull | null;
}

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** A repository of an organisation that is set up. Methods throw as those of `ForgeSetup`. */
export interface FleetPlace {
  readonly setup: ForgeSetup;
  /** Looks at single files, at all of a folder, and at a branch, in one request. */
  look(wanted: {
    /** A branch; null: the default one. */
    readonly of: string | null;
    readonly paths: readonly string[];
    readonly folder: string;
    /** The path whose last commit is asked for. */
    readonly history: string | null;
    readonly labels: readonly string[];
    readonly branch: string;
  }): Promise<FleetView>;
  /** Whether a branch is the default one, as it is or was, and these new files, and nothing else. */
  holdsOnly(branch: string, base: string, files: readonly NewFile[]): Promise<boolean>;
  /** Makes a branch of a commit and files, all of it or nothing. */
  createBranch(
    branch: string,
    of: { readonly commit: string; readonly files: readonly NewFile[]; readonly message: string },
  ): Promise<void>;
  openPull(pull: {
    readonly branch: string;
    readonly base: string;
    readonly title: string;
    readonly body: string;
  }): Promise<FoundPull>;
}

/** The repositories of one organisation. */
export interface ForgeFleet {
  /** All that the token sees. */
  repositories(): Promise<readonly FleetRepository[]>;
  /** One of them, by OWNER/NAME. */
  at(name: string): FleetPlace;
  readonly requests: RequestCount;
}
