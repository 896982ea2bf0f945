import type { SandboxOptions } from '../../sandbox/index.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

/** Sources of pull requests alone. */
export const since =
  "sources: { docs: false, pull-requests: { since: '2026-01-01' } }\ndefaults: { tags: [notes] }\n";

/** A repository on the sandbox's GitHub, and the commands with what a job of its would have. */
export async function pullRequestCheckout(
  more = since,
  options: SandboxOptions = {},
  api: 'v3' | 'v2.3' = 'v3',
) {
  const sandbox = await testSandbox(options);
  const checkout = await createCheckout({
    'README.md': 'Acme\n',
    '.github/stack-publish.yml': configFor(sandbox, more, undefined, api),
  });
  const env = {
    STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
    ...(sandbox.stack.tokens.key !== undefined && { STACK_API_KEY: sandbox.stack.tokens.key }),
    ...gitHubEnvironment(sandbox),
    GITHUB_TOKEN: sandbox.github.tokens.job,
  };
  const json = async <Document>(...args: string[]) => {
    const ran = await checkout.cli([...args, '--json'], env);
    return { ...ran, document: JSON.parse(ran.stdout) as Document };
  };
  const plan = () => json<PlanDocument>('plan');
  return {
    sandbox,
    fakeGitHub: sandbox.fakeGitHub,
    checkout,
    env,
    plan,
    publish: (digest: string) => json<PublishDocument>('publish', '--digest', digest),
    /** Plans and publishes until nothing is left to approve, and returns the last plan. */
    async publishAll() {
      for (let round = 0; round < 40; round++) {
        const { document } = await plan();
        if (document.digest === null) return document;
        const { code, stdout } = await json('publish', '--digest', document.digest);
        if (code !== 0) throw new Error(stdout);
      }
      throw new Error('it goes on and on');
    },
  };
}

/** A description with a note for readers. */
export const note = (text: string) => `Some description.\n\n\`\`\`release-note\n${text}\n\`\`\`\n`;
/** A merged pull request. */
export const merged = (
  number: number,
  title: string,
  body: string,
  labels = ['stack:article'],
) => ({
  number,
  title,
  body,
  labels,
  state: 'merged' as const,
  merged: '2026-11-01T10:00:00Z',
  updated: `2026-11-01T10:${String(number % 60).padStart(2, '0')}:00Z`,
});
