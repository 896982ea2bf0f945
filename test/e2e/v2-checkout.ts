import type { SandboxOptions } from '../../sandbox/index.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

type Files = Readonly<Record<string, string>>;

export const businessV2: SandboxOptions = { team: 'acme' };
export const enterpriseV2: SandboxOptions = { tier: 'enterprise', team: null };

/** A checkout with these files that publishes over API v2.3, to a sandbox of its own. */
export async function v2Checkout(
  files: Files,
  options: SandboxOptions = businessV2,
  more = 'visibility: private\nsources: { pull-requests: false }\ndefaults: { tags: [notes] }',
) {
  // Each command keeps within the limit of a second; several in that second do not.
  const switches = { articlesPerMinute: 0, requestsPerSecond: 0, ...options.switches };
  const sandbox = await testSandbox({ ...options, switches });
  const checkout = await createCheckout({
    ...files,
    '.github/stack-publish.yml': configFor(sandbox, more, undefined, 'v2.3'),
  });
  const commands = commandsOf(checkout, sandbox);
  return {
    sandbox,
    site: sandbox.site,
    checkout,
    ...commands,
    commit: async (changed: Files): Promise<void> => {
      await checkout.write(changed);
      await checkout.commit();
    },
    async titled(title: string) {
      const posts = await sandbox.site.posts();
      const post = posts.find((each) => 'title' in each && each.title === title);
      if (!post) throw new Error(`no post ${title}`);
      return post;
    },
    /** What was asked for since a number of requests, as `GET /users/1/articles`. */
    async asked(since = 0): Promise<string[]> {
      const log = await sandbox.site.log(since);
      return log.map(({ method, path }) => `${method} ${path.replace(/^(?:\/api)?\/2\.3/, '')}`);
    },
  };
}
