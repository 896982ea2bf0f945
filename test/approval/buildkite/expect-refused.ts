import { expect } from 'vitest';
import type { ErrorDocument } from '../../../src/report/documents/error.ts';
import type { TestSandbox } from '../../kit/test-sandbox.ts';

const exitCodes: Readonly<Record<string, number>> = {
  'forge-refused': 1,
  'forge-unreachable': 1,
  'insecure-url': 2,
  'not-default-branch': 2,
  'token-missing': 2,
  usage: 2,
};

/** A publish ends with this code, and neither the site nor the ledger heard of it. */
export async function expectRefused(
  world: Pick<TestSandbox, 'site'> & { readonly sandbox: TestSandbox },
  publish: () => Promise<{ readonly code: number | null; readonly document: ErrorDocument }>,
  code: string,
): Promise<void> {
  const heard = async () => ({
    site: (await world.site.state()).requests,
    pushes: (await world.sandbox.fakeGitHub.log()).filter(({ path }) =>
      path.endsWith('/git-receive-pack'),
    ).length,
  });
  const before = await heard();
  const ran = await publish();
  expect({ exit: ran.code, code: ran.document.error.code }).toEqual({
    exit: exitCodes[code] ?? 3,
    code,
  });
  expect(await heard()).toEqual(before);
  expect(await world.site.posts()).toEqual([]);
}
