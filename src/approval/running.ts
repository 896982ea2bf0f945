/** The run that this process is part of, in the runner's own words, which no workflow can change. */
export interface Running {
  readonly id: number;
  /** From 1. */
  readonly attempt: number;
  /** The login of who started the run. */
  readonly actor: string;
  /** The repository's address for people, without a slash at its end. */
  readonly repositoryUrl: string;
  /** What stands before the number of a pull request in the address of its page. */
  readonly pullPath: 'pull' | 'pulls';
}

/** The run's address: the evidence's name, the same in each attempt. */
export function runAddress({ repositoryUrl, id }: Running): string {
  return `${repositoryUrl}/actions/runs/${id}`;
}
