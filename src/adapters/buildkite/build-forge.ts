import { isObject } from '../../model/is-object.ts';
import type { Build, BuildForge } from '../../ports/build-forge.ts';
import { createHttp, type HttpOptions } from '../http/create-http.ts';
import { forgePolicy } from '../http/forge-policy.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { Misfit } from '../shape.ts';
import { answerFault, failureFault, statusFault } from './answer-fault.ts';
import { buildShape } from './build-shape.ts';

/** Where a build is. */
export interface BuildPlace {
  /** The slugs of the organization and of the pipeline. */
  readonly organization: string;
  readonly pipeline: string;
  /** The build's number in the pipeline. */
  readonly number: string;
}

export interface BuildkiteOptions
  extends
    Required<Pick<HttpOptions, 'base' | 'userAgent' | 'clock' | 'log'>>,
    Pick<HttpOptions, 'proxy' | 'timeouts' | 'retry'> {
  readonly token: string;
  readonly place: BuildPlace;
}

/** What Buildkite tells about a build, with connections that are to be ended. */
export interface BuildkiteForge extends BuildForge {
  close(): Promise<void>;
}

/** A job takes about 3,000 bytes of the answer, and a build has 4,000 jobs at most. */
const longestAnswer = 16_000_000;

/** Buildkite, over its REST interface. Throws `insecure-url`. */
export function createBuildForge({
  token,
  place,
  ...connection
}: BuildkiteOptions): BuildkiteForge {
  const http = createHttp({
    ...connection,
    policy: forgePolicy('Buildkite'),
    maxBytes: longestAnswer,
  });
  const { organization, pipeline, number } = place;
  const path = `/v2/organizations/${encodeURIComponent(organization)}/pipelines/${encodeURIComponent(pipeline)}/builds/${encodeURIComponent(number)}`;

  async function ask() {
    try {
      // Without the parameter only the latest job of each step is listed.
      const query = '?include_retried_jobs=true';
      const headers = { authorization: `Bearer ${token}` };
      return await http.send({ method: 'GET', path: `${path}${query}`, headers });
    } catch (error) {
      if (error instanceof HttpFailure) throw failureFault(error, new URL(http.base).host);
      throw error;
    }
  }

  async function read() {
    const { status, body } = await ask();
    const answer = jsonOf(body.toString('utf8'));
    const words = isObject(answer) ? answer['message'] : undefined;
    if (status !== 200)
      throw statusFault(status, typeof words === 'string' ? words.slice(0, 200) : '');
    if (answer === undefined)
      throw answerFault("expected JSON of Buildkite's API, got something else");
    try {
      return buildShape(answer);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      const at = error.place === '' ? '' : ` at ${error.place}`;
      throw answerFault(`expected ${error.expected}${at} in Buildkite's answer, got ${error.seen}`);
    }
  }

  return {
    async build(): Promise<Build> {
      const told = await read();
      if (String(told.number) !== number || URL.parse(told.url)?.pathname !== path)
        throw answerFault('Buildkite answers with another build than the one asked for');
      return {
        address: `https://buildkite.com/${organization}/${pipeline}/builds/${number}`,
        repository: told.pipeline.repository,
        branch: told.branch,
        commit: told.commit,
        isOfPullRequest: Object.keys(told.pull_request ?? {}).length > 0,
        isOfTag: (told.tag ?? '') !== '',
        jobs: told.jobs.map((job) => ({
          id: job.id,
          type: job.type,
          state: job.state,
          runnable: job.runnable_at,
          started: job.started_at,
          ended: job.finished_at,
          isRetry: (job.retries_count ?? 0) > 0 || job.retry_source !== null,
          isReplaced: job.retried,
          unblockedBy: job.unblocked_by,
          unblocked: job.unblocked_at,
        })),
      };
    },
    get requests() {
      return http.requests;
    },
    close: () => http.close(),
  };
}

/** Undefined where a text is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
