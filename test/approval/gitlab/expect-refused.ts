import { expect } from 'vitest';
import type { GitLabWorld } from '../../kit/gitlab-world.ts';

const exitCodes: Readonly<Record<string, number>> = {
  'forge-refused': 1,
  'forge-unreachable': 1,
  'forge-endless': 1,
  'insecure-url': 2,
  'not-default-branch': 2,
  'token-missing': 2,
};

/** A publish ends with this code, and neither the site nor the ledger heard of it. */
export async function expectRefused(
  world: GitLabWorld,
  publish: () => ReturnType<GitLabWorld['publish']>,
  code: string,
): Promise<void> {
  const before = {
    requests: (await world.site.state()).requests,
    pushes: pushesOf(world),
  };
  const ran = await publish();
  expect({ exit: ran.code, code: ran.document.error.code }).toEqual({
    exit: exitCodes[code] ?? 3,
    code,
  });
  expect({ requests: (await world.site.state()).requests, pushes: pushesOf(world) }).toEqual(
    before,
  );
  expect(await world.site.posts()).toEqual([]);
}

function pushesOf({ gitlab }: GitLabWorld): number {
  return gitlab.log.since(0).filter(({ path }) => path.endsWith('/git-receive-pack')).length;
}
