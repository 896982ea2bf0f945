import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startService, type RunningService } from '../exchange/start-service.ts';
import { FakeGitLab, type FakeGitLabOptions } from './fake-gitlab.ts';
import { serveGitLab } from './serve-gitlab.ts';

/** A running local GitLab with one project. */
export interface RunningGitLab extends RunningService {
  /** What it holds, to be looked at and changed. */
  readonly gitlab: FakeGitLab;
}

/** Starts a local GitLab on any free port of 127.0.0.1. */
export async function startGitLab(
  options: Partial<FakeGitLabOptions> = {},
): Promise<RunningGitLab> {
  const { project = 'acme/handbook', visibility = 'private', seed = null } = options;
  const gitlab = new FakeGitLab({ project, visibility, seed }, new SandboxClock());
  return { gitlab, ...(await startService(gitlab, (exchange) => serveGitLab(gitlab, exchange))) };
}
