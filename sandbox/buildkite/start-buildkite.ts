import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startServer } from '../exchange/start-server.ts';
import { FakeBuildkite, type FakeBuildkiteOptions } from './fake-buildkite.ts';
import { serveBuildkite } from './serve-buildkite.ts';

/** A running local Buildkite with one pipeline. */
export interface RunningBuildkite {
  /** `http://host:port`: the REST interface below `/v2`. */
  readonly url: string;
  /** What it holds, to be looked at and changed. */
  readonly buildkite: FakeBuildkite;
  close(): Promise<void>;
}

/** Starts a local Buildkite on any free port of 127.0.0.1. */
export async function startBuildkite(
  options: Pick<FakeBuildkiteOptions, 'repository'> & Partial<FakeBuildkiteOptions>,
): Promise<RunningBuildkite> {
  const whole = { organization: 'acme', pipeline: 'handbook', ...options };
  const buildkite = new FakeBuildkite(whole, new SandboxClock());
  const closing = new AbortController();
  const server = await startServer('127.0.0.1', 0, (...asked) =>
    serveBuildkite(buildkite, ...asked, closing.signal),
  );
  buildkite.origin = server.origin;
  return {
    url: server.origin,
    buildkite,
    async close() {
      closing.abort();
      await server.stop();
      buildkite.late.clear();
    },
  };
}
