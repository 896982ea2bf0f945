import type { Variables } from '../variables.ts';

// The one reader of what an agent of Azure Pipelines says. None of it names a person or a digest: these
// are the address of a run, which Azure's answer and the checkout are held against.

/** What an agent's variables say. */
export interface AzureEnvironment {
  /** Whether this is a job of Azure Pipelines. */
  readonly isRunner: boolean;
  /** The organization's or the collection's address. */
  readonly collection: string | null;
  /** The project's id. */
  readonly project: string | null;
  /** The run's id. */
  readonly run: string | null;
  /** The id of this very job. */
  readonly job: string | null;
  /** As it was given: `azure-evidence.ts` reads it. */
  readonly givenToken: string | null;
}

/** Reads the variables of an agent. */
export function readAzure(variables: Variables): AzureEnvironment {
  const given = (name: string) => variables[name]?.trim() || null;
  return {
    isRunner: /^true$/i.test(variables['TF_BUILD'] ?? ''),
    collection: given('SYSTEM_COLLECTIONURI'),
    project: given('SYSTEM_TEAMPROJECTID'),
    run: given('BUILD_BUILDID'),
    job: given('SYSTEM_JOBID'),
    givenToken: variables['SYSTEM_ACCESSTOKEN'] || null,
  };
}
