import { SandboxClock } from '../exchange/sandbox-clock.ts';
import { startService, type RunningService } from '../exchange/start-service.ts';
import { FakeAzure } from './fake-azure.ts';
import { serveAzure } from './serve-azure.ts';

/** A running local Azure DevOps with one project. */
export interface RunningAzure extends RunningService {
  /** What it holds, to be looked at and changed. */
  readonly azure: FakeAzure;
}

/** Starts a local Azure DevOps on any free port of 127.0.0.1, whose runs are of one repository. */
export async function startAzure(repository: string): Promise<RunningAzure> {
  const azure = new FakeAzure(repository, new SandboxClock());
  return { azure, ...(await startService(azure, (exchange) => serveAzure(azure, exchange))) };
}
