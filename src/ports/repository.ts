/** A file of the repository, as a commit or the working tree has it. */
export interface RepositoryFile {
  /** Relative to the root, with `/`; where the name is not UTF-8, with escapes such as `\xE9`. */
  readonly path: string;
  /** The git blob id; empty for the working tree, whose files are not hashed. */
  readonly revision: string;
  /**
   * - `absent`: git tracks it, and a sparse checkout leaves it out of the working tree;
   * - `unnamed`: its name is not UTF-8. Neither of them can be read.
   */
  readonly kind: 'file' | 'symlink' | 'submodule' | 'absent' | 'unnamed';
  readonly size: number | null;
}

/** The files of a repository at one moment. */
export interface FileTree {
  /** A name for people: a commit, or "the working tree". */
  readonly name: string;
  /** All files, sorted by path. */
  files(): Promise<readonly RepositoryFile[]>;
  /** The bytes of the given files, in their order; a symlink gives the path that it names. */
  read(files: readonly RepositoryFile[]): AsyncIterable<{
    readonly file: RepositoryFile;
    readonly bytes: Uint8Array;
    /** What gives a commit other bytes than these, which are those on disk; absent where nothing does. */
    readonly changedBy?: string | null;
  }>;
}

export interface CommitTree extends FileTree {
  /** The commit's full id. */
  readonly id: string;
}

/** A checkout. Methods throw `no-git-repository`, `no-commit`, `git-failed`, `git-missing`. */
export interface Repository {
  /** The absolute path of the working tree's root. */
  readonly root: string;
  /** The full id of the commit that HEAD names; null where there is none yet. */
  readonly commit: string | null;
  /** The files that git tracks or does not ignore, as they are on disk. */
  workingTree(): Promise<FileTree>;
  /** The files of the commit that HEAD names. */
  head(): Promise<CommitTree>;
  /** The paths that differ between HEAD and the working tree, also those that git does not track. */
  changedPaths(): Promise<readonly string[]>;
  /** The addresses of all remotes, to fetch from and to push to. */
  remotes(): Promise<readonly string[]>;
  /** The command that git was told to use for ssh, or null. */
  sshCommand(): Promise<string | null>;
  /** The address that a remote is fetched from, or null where there is no such remote. */
  remote(name: string): Promise<string | null>;
  /** Where git connects to for a remote, to fetch and to push; empty where there is no such remote. */
  routes(name: string): Promise<readonly string[]>;
}
