import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startServer } from '../exchange/start-server.ts';
import { FakeGitLab, type FakeGitLabOptions } from './fake-gitlab.ts';
import { serveGitLab } from './serve-gitlab.ts';

/** A running local GitLab with one project. */
export interface RunningGitLab {
  /** `http://host:port`: git at `/{path}.git`, the REST interface below `/api/v4`. */
  readonly url: string;
  /** What it holds, to be looked at and changed. */
  readonly gitlab: FakeGitLab;
  close(): Promise<void>;
}

/** Starts a local GitLab on any free port of 127.0.0.1. */
export async function startGitLab(
  options: Partial<FakeGitLabOptions> = {},
): Promise<RunningGitLab> {
  const { project = 'acme/handbook', visibility = 'private', seed = null } = options;
  const gitlab = new FakeGitLab({ project, visibility, seed }, new SandboxClock());
  const closing = new AbortController();
  const server = await startServer('127.0.0.1', 0, (...asked) =>
    serveGitLab(gitlab, ...asked, closing.signal),
  );
  gitlab.origin = server.origin;
  return {
    url: server.origin,
    gitlab,
    async close() {
      closing.abort();
      await server.stop();
      await gitlab.close();
    },
  };
}
