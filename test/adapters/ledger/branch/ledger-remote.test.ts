import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { branchLedger } from '../../../../src/adapters/ledger/branch/branch-ledger.ts';
import { createRepository, git } from '../../../kit/repository.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';
import { count } from '../ledger-samples.ts';
import { forge, open, originOf, ref } from './branch-world.ts';

describe('what stops a run', () => {
  test.each([[[]], [['--depth=1']]])('a branch set back, in a clone with %j', async (options) => {
    const { bare, clone } = forge();
    await open(clone()).update(count('a'));
    await open(clone()).update(count('a'));
    const store = open(clone(...options));
    await store.read();
    git(bare, 'update-ref', ref, `${ref}~1`);
    const expected = { kind: 'ledger', code: 'ledger-rewound' };
    await expect(store.update(count('a'))).rejects.toMatchObject(expected);
    await expect(store.read()).rejects.toMatchObject(expected);
    expect(git(bare, 'rev-list', '--count', ref)).toBe('1');
  });

  test.each([[[]], [['--depth=1']]])('a branch made anew, in a clone with %j', async (options) => {
    const { bare, clone } = forge();
    await open(clone()).update(count('a'));
    const store = open(clone(...options));
    await store.read();
    git(bare, 'update-ref', '-d', ref);
    await open(clone()).update(count('b'));
    await open(clone()).update(count('b'));
    await expect(store.update(count('a'))).rejects.toMatchObject({ code: 'ledger-rewound' });
  });

  test('a branch that was deleted meanwhile', async () => {
    const { bare, clone } = forge();
    const store = open(clone());
    await store.update(count('a'));
    git(bare, 'update-ref', '-d', ref);
    await expect(store.update(count('a'))).rejects.toMatchObject({ code: 'ledger-rewound' });
    expect(() => git(bare, 'rev-parse', '--verify', ref)).toThrow();
  });

  test('no remote, or one that is not there', async () => {
    const root = createRepository();
    const expected = { kind: 'ledger', code: 'ledger-unreadable' };
    await expect(open(root).read()).rejects.toMatchObject(expected);
    git(root, 'remote', 'add', 'origin', `file://${temporaryFolder()}/gone`);
    await expect(open(root).read()).rejects.toMatchObject(expected);
    await expect(open(root).update(count('a'))).rejects.toMatchObject(expected);
  });

  test.each(['a b', '-x..y', 'a:b', '../x', 'x.lock', 'a\nb', ''])(
    'the branch name %j',
    async (name) => {
      const store = branchLedger(originOf(forge().clone(), {}, name));
      await expect(store.read()).rejects.toMatchObject({ kind: 'usage', code: 'config-invalid' });
    },
  );

  test('a server that asks for a password: no question, and no token in the error', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const root = createRepository();
    git(root, 'remote', 'add', 'origin', `http://ada:hunter22@127.0.0.1:${port}/x.git`);
    const token = Buffer.from('x-access-token:secret-of-ada').toString('base64');
    const credentials = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `http.http://127.0.0.1:${port}/.extraheader`,
      GIT_CONFIG_VALUE_0: `Authorization: Basic ${token}`,
    };
    const store = branchLedger(originOf(root, credentials));
    const fault: unknown = await store.read().catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'ledger-unreadable' });
    expect(String(fault)).not.toMatch(new RegExp(`${token}|hunter22|secret-of-ada`));
    expect(seen[0]).toBe(`Basic ${token}`);
  });
});
