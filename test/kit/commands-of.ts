import type { Sandbox } from '../../sandbox/index.ts';
import type { CheckDocument } from '../../src/report/documents/check.ts';
import type { ErrorDocument } from '../../src/report/documents/error.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { PublishDocument } from '../../src/report/documents/publish.ts';
import type { Checkout } from './checkout.ts';

/** Runs commands in a checkout against a sandbox, with one of its tokens. */
export function commandsOf(
  checkout: Checkout,
  sandbox: Sandbox,
  token = sandbox.stack.tokens['write'],
  more: Readonly<Record<string, string>> = {},
) {
  const { key } = sandbox.stack.tokens;
  const env = {
    STACK_ACCESS_TOKEN: token ?? '',
    ...(key !== undefined && { STACK_API_KEY: key }),
    ...more,
  };
  const document = async <Document>(args: readonly string[]) => {
    const ran = await checkout.cli([...args, '--json'], env);
    try {
      return { ...ran, document: JSON.parse(ran.stdout) as Document & ErrorDocument };
    } catch {
      throw new Error(`no JSON from ${args.join(' ')}:\n${ran.stdout}\n${ran.stderr}`);
    }
  };
  return {
    /** What it sets in the environment. */
    variables: env,
    check: (...args: string[]) => document<CheckDocument>(['check', ...args]),
    plan: (...args: string[]) => document<PlanDocument>(['plan', ...args]),
    publish: (...args: string[]) => document<PublishDocument>(['publish', ...args]),
    /** Plans, approves the plan and publishes it. */
    publishAll: async () => {
      const { document: plan } = await document<PlanDocument>(['plan']);
      if (!plan.digest) throw new Error(`nothing to publish: ${JSON.stringify(plan)}`);
      return document<PublishDocument>(['publish', '--digest', plan.digest]);
    },
  };
}
