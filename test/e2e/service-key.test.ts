import { expect, test } from 'vitest';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

test.each(['v3', 'v2.3'])(
  'the account of a service key, whose id is below 0, publishes over API %s',
  async (api) => {
    const sandbox = await testSandbox({ tier: 'enterprise', team: null });
    const { service = '', key = '' } = sandbox.stack.tokens;
    const config = configFor(sandbox, 'sources: { pull-requests: false }');
    const checkout = await createCheckout({
      'docs/a.md': page('A page', 'One.\n'),
      '.github/stack-publish.yml': config.replace('url:', `api: ${api}, account: -1, url:`),
    });
    const commands = commandsOf(checkout, sandbox, service, { STACK_API_KEY: key });

    const { document: plan } = await commands.plan();
    expect(plan).toMatchObject({ counts: { create: 1 }, destination: { account: { id: -1 } } });
    const { code, document } = await commands.publish('--digest', plan.digest ?? '');
    expect([code, document.counts]).toMatchObject([0, { created: 1 }]);
    expect(await sandbox.site.posts()).toMatchObject([{ title: 'A page', owner: -1 }]);
    expect((await commands.plan()).document).toMatchObject({ digest: null });

    // Activity has whole seconds over API v2.3.
    await sandbox.site.advance(5);
    await sandbox.site.edit(1, { body: 'One, by Ada.\n' });
    expect((await commands.plan()).document).toMatchObject({
      digest: null,
      edited: [{ source: 'docs/a.md' }],
    });
  },
);
