import { startSandbox } from '../../sandbox/index.ts';
import type { RunningSandbox, SandboxSettings } from '../commands/session.ts';

/** Starts a sandbox in this process. */
export async function runSandbox(settings: SandboxSettings): Promise<RunningSandbox> {
  const { switches, port, team, data } = settings;
  const sandbox = await startSandbox({
    switches,
    port,
    ...(team !== null && { team }),
    ...(data !== null && { data }),
  });
  const { stack, github } = sandbox;
  return {
    document: { stack, github },
    pages: stack.pages,
    async addFaults(faults) {
      await sandbox.control('faults', faults);
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}
