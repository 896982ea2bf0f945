import type { Variables } from '../variables.ts';

// The one reader of what a Buildkite agent says. None of it names a person or a digest: these are the
// address of a build, which Buildkite's answer and the checkout are held against.

/** What an agent's variables say. */
export interface BuildkiteEnvironment {
  /** Whether this is a job of Buildkite. */
  readonly isRunner: boolean;
  /** The slugs of the organization and of the pipeline. */
  readonly organization: string | null;
  readonly pipeline: string | null;
  /** The build's number. */
  readonly build: string | null;
  /** The id of this very job. */
  readonly job: string | null;
  /** As it was given: `buildkite-evidence.ts` reads it. */
  readonly givenToken: string | null;
  /** What is exchanged where no such token was given: the job's own, and the identity that takes it. */
  readonly oidcToken: string | null;
  readonly client: string | null;
  /** An API on this machine, for trying it. */
  readonly apiUrl: string | null;
}

/** Reads the variables of an agent. */
export function readBuildkite(variables: Variables): BuildkiteEnvironment {
  const given = (name: string) => variables[name]?.trim() || null;
  return {
    isRunner: variables['BUILDKITE'] === 'true',
    organization: given('BUILDKITE_ORGANIZATION_SLUG'),
    pipeline: given('BUILDKITE_PIPELINE_SLUG'),
    build: given('BUILDKITE_BUILD_NUMBER'),
    job: given('BUILDKITE_JOB_ID'),
    givenToken: variables['BUILDKITE_API_TOKEN'] || null,
    oidcToken: variables['BUILDKITE_OIDC_TOKEN'] || null,
    client: given('BUILDKITE_CLIENT_ID'),
    apiUrl: given('BUILDKITE_API_URL'),
  };
}
