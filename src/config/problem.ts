/** Something wrong in the configuration file, at an offset of its text. */
export interface Problem {
  readonly offset: number;
  /** What was seen and what was expected. */
  readonly message: string;
  /** Where this problem needs another remedy than correcting the place. */
  readonly remedy?: string;
  /** An address that would send the token unprotected. */
  readonly insecure?: boolean;
}
