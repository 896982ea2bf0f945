import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startService, type RunningService } from '../exchange/start-service.ts';
import { FakeGitea } from './fake-gitea.ts';
import { serveGitea } from './serve-gitea.ts';

/** A running local Gitea with one repository. */
export interface RunningGitea extends RunningService {
  /** What it holds, to be looked at and changed. */
  readonly gitea: FakeGitea;
}

/** Starts a local Gitea on any free port of 127.0.0.1: git at `/acme/handbook.git`, REST below `/api/v1`. */
export async function startGitea(): Promise<RunningGitea> {
  const gitea = new FakeGitea(new SandboxClock());
  return { gitea, ...(await startService(gitea, (exchange) => serveGitea(gitea, exchange))) };
}
