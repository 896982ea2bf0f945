import {
  fakeGitHubClient,
  type FakeGitHubClient,
  fakeStackClient,
  type FakeStackClient,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../sandbox/index.ts';
import { atEnd } from './at-end.ts';

export interface TestSandbox extends Sandbox {
  readonly site: FakeStackClient;
  readonly fakeGitHub: FakeGitHubClient;
}

/** Starts a sandbox that ends with the test, with what drives its two sides. */
export async function testSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startSandbox({ team: 'acme', ...options });
  atEnd(() => sandbox.close());
  return {
    ...sandbox,
    site: fakeStackClient(sandbox.control),
    fakeGitHub: fakeGitHubClient(sandbox.control),
  };
}
