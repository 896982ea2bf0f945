import type { RunForge } from '../../ports/run-forge.ts';
import { answerFault, type Asked, type CiApi } from '../ci-api/api-fault.ts';
import { bearer, openCiApi, type CiApiOptions } from '../ci-api/open-ci-api.ts';
import { approvalShape, runShape, timelineShape } from './run-shapes.ts';

/** Where a run is. */
export interface RunPlace {
  /** The project's id. */
  readonly project: string;
  /** The run's id. */
  readonly run: string;
}

/** `base`: the organization's or the collection's address. */
export interface AzureOptions extends CiApiOptions {
  readonly place: RunPlace;
}

/** What Azure DevOps tells about a run, with connections that are to be ended. */
export interface AzureForge extends RunForge {
  close(): Promise<void>;
}

const azure: CiApi = {
  name: 'Azure DevOps',
  token:
    'Map SYSTEM_ACCESSTOKEN to $(System.AccessToken) in the `env` of the step: it is good while its job runs.',
  address: 'Look at what a proxy may answer in between.',
};

const asked: Asked = {
  doing: 'look for the approval',
  needs:
    'The build service of the project has to be allowed to view its builds, and the approvals of the environment.',
};

// Azure DevOps Server 2022 has no later one, and what is read is the same in 7.1.
const version = 'api-version=7.0';

/** Azure DevOps, over its REST interface. Throws `insecure-url`. */
export function createRunForge({ place, token, ...options }: AzureOptions): AzureForge {
  const api = openCiApi(azure, options, bearer(token));
  const { project, run: number } = place;
  const build = `/${encodeURIComponent(project)}/_apis/build/builds/${encodeURIComponent(number)}`;
  return {
    async run() {
      const told = await api.get(asked, `${build}?${version}`, runShape);
      if (String(told.id) !== number || !isSame(told.project.id, project))
        throw answerFault(
          'Azure DevOps answers with another run than the one asked for',
          azure,
          asked,
        );
      const { id, type, url } = told.repository;
      return {
        address: `${options.base.replace(/\/+$/, '')}/${project}/_build/results?buildId=${number}`,
        // For a repository on github.com there may be no address, and its name is its id.
        repository: url ?? (type === 'GitHub' ? `https://github.com/${id}` : null),
        ref: told.sourceBranch,
        commit: told.sourceVersion,
        status: told.status,
        isOfPullRequest: told.reason === 'pullRequest',
      };
    },
    async records() {
      const { records } = await api.get(asked, `${build}/timeline?${version}`, timelineShape);
      return records.map((record) => ({
        id: record.id.toLowerCase(),
        parent: record.parentId?.toLowerCase() ?? null,
        type: record.type,
        state: record.state,
        attempt: record.attempt,
        started: record.startTime,
        ended: record.finishTime,
      }));
    },
    async approval(wanted) {
      const path = `/${encodeURIComponent(project)}/_apis/pipelines/approvals/${encodeURIComponent(wanted)}`;
      const told = await api.get(asked, `${path}?$expand=steps&${version}`, approvalShape);
      if (!isSame(told.id, wanted))
        throw answerFault(
          'Azure DevOps answers with another approval than the one asked for',
          azure,
          asked,
        );
      return {
        id: wanted,
        status: told.status,
        required: told.minRequiredApprovers,
        steps: told.steps.map((step) => ({
          status: step.status,
          by: step.actualApprover,
          at: step.lastModifiedOn,
        })),
      };
    },
    get requests() {
      return api.requests;
    },
    close: () => api.close(),
  };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
