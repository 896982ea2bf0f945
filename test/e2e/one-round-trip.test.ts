import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { atEnd } from '../kit/at-end.ts';
import { createCheckout } from '../kit/checkout.ts';
import { commandsOf } from '../kit/commands-of.ts';
import { configFor } from '../kit/config-for.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';

const faq = '---\nstack: faq\ntags: [docs]\n---\n\n## Who may do that at night?\n\nOne.\n';
const isMe = (url: string) => url.includes('/users/me');

/** Passes requests on to a server, and can keep back whose token it is until so many others came. */
async function inFront(server: string) {
  let others = 0;
  let wanted = 0;
  let kept: (() => void)[] = [];
  const proxy = createServer((request, response) => {
    const { method, url = '', headers } = request;
    const pass = () => {
      const onward = send(`${server}${url}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      });
      request.pipe(onward);
    };
    if (isMe(url)) kept.push(pass);
    else {
      others += 1;
      pass();
    }
    if (others < wanted) return;
    for (const each of kept) each();
    kept = [];
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  atEnd(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    keepBack(count: number) {
      others = 0;
      wanted = count;
    },
  };
}

/** A checkout whose pages are published. */
async function published(more = '') {
  const sandbox = await testSandbox();
  const front = await inFront(sandbox.stack.url);
  const configuration = configFor(sandbox, more).replace(sandbox.stack.url, front.url);
  const checkout = await createCheckout({
    'docs/a.md': page('A page', 'One.\n'),
    'docs/faq.md': faq,
    '.github/stack-publish.yml': configuration,
  });
  expect((await commandsOf(checkout, sandbox).publishAll()).code).toBe(0);
  const plan = async (token?: string) => {
    const before = (await sandbox.site.log()).length;
    const { document, code } = await commandsOf(checkout, sandbox, token).plan();
    const log = (await sandbox.site.log()).slice(before);
    return { code, document, asked: log.map(({ path }) => path.replace(/^.*\/teams\/\w+/, '')) };
  };
  return { sandbox, checkout, front, plan };
}

describe('a plan with nothing to do', () => {
  test('asks for the lists before it knows whose token it is', async () => {
    const { front, plan } = await published();
    // Whoever waited for the answer first would wait for ever.
    front.keepBack(2);
    const { document, asked } = await plan();
    expect(document).toMatchObject({ digest: null, counts: { unchanged: 2 } });
    expect(document.requests.site).toEqual({ total: 3, writes: 0 });
    expect(asked.toSorted()).toEqual(['/articles', '/questions', '/users/me']);
  });

  test('of a bad token is told so', async () => {
    const { plan } = await published();
    const { code, document } = await plan('no-token-of-the-site');
    expect([code, document.error.code]).toEqual([1, 'token-refused']);
  });
});

test('nothing that was read for the account of the last plan is used for another', async () => {
  const { sandbox, plan } = await published();
  const { colleague } = sandbox.stack.tokens;
  const [post] = await sandbox.site.posts();
  const { document, asked } = await plan(colleague);
  expect(document.destination.account.id).toBe(21);
  // Each list is asked for again, as it is another account's, and ours is in none of them.
  expect(asked.filter((path) => path === '/articles')).toHaveLength(2);
  expect(asked.filter((path) => path === '/questions')).toHaveLength(2);
  expect(asked).toContain(`/articles/${post?.id ?? 0}`);
});
