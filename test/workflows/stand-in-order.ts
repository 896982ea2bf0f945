import type { GivenPermissions } from '../../sandbox/index.ts';

/** What the stand-in does before the Action of a job runs. */
export interface StandIn {
  /** The address of the sandbox. */
  readonly control: string;
  /** Where it leaves what it saw. */
  readonly folder: string;
  /** The secret as act knows it. */
  readonly placeholder: string;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: GivenPermissions;
        /** The secret that the job's environment has; empty: none. */
        readonly secret: string;
      }
    >
  >;
}
