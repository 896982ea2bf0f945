import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startService, type RunningService } from '../exchange/start-service.ts';
import { FakeBuildkite, type FakeBuildkiteOptions } from './fake-buildkite.ts';
import { serveBuildkite } from './serve-buildkite.ts';

/** A running local Buildkite with one pipeline. */
export interface RunningBuildkite extends RunningService {
  /** What it holds, to be looked at and changed. */
  readonly buildkite: FakeBuildkite;
}

/** Starts a local Buildkite on any free port of 127.0.0.1. */
export async function startBuildkite(
  options: Pick<FakeBuildkiteOptions, 'repository'> & Partial<FakeBuildkiteOptions>,
): Promise<RunningBuildkite> {
  const whole = { organization: 'acme', pipeline: 'handbook', ...options };
  const buildkite = new FakeBuildkite(whole, new SandboxClock());
  return {
    buildkite,
    ...(await startService(buildkite, (exchange) => serveBuildkite(buildkite, exchange))),
  };
}
