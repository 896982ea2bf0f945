import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startServer } from '../exchange/start-server.ts';
import { FakeAzure } from './fake-azure.ts';
import { serveAzure } from './serve-azure.ts';

/** A running local Azure DevOps with one project. */
export interface RunningAzure {
  /** `http://host:port`: the REST interface, below the organization. */
  readonly url: string;
  /** What it holds, to be looked at and changed. */
  readonly azure: FakeAzure;
  close(): Promise<void>;
}

/** Starts a local Azure DevOps on any free port of 127.0.0.1, whose runs are of one repository. */
export async function startAzure(repository: string): Promise<RunningAzure> {
  const azure = new FakeAzure(repository, new SandboxClock());
  const closing = new AbortController();
  const server = await startServer('127.0.0.1', 0, (...asked) =>
    serveAzure(azure, ...asked, closing.signal),
  );
  return {
    url: server.origin,
    azure,
    async close() {
      closing.abort();
      await server.stop();
      azure.late.clear();
    },
  };
}
