import { describe, expect, test } from 'vitest';
import { audienceOf } from '../../src/commands/audience-of.ts';
import type { Context } from '../../src/commands/context.ts';
import { Fault } from '../../src/model/error.ts';

async function decide(
  visibility: Context['config']['visibility'],
  { forge, remotes = [] }: { forge?: boolean | null | Fault; remotes?: readonly string[] } = {},
) {
  const audience = await audienceOf({
    config: { visibility },
    repository: { remotes: async () => remotes },
    forge: forge === undefined ? null : { isPublic: () => answer(forge) },
  });
  return audience === 'everyone';
}

async function answer<Value>(value: Value | Fault): Promise<Value> {
  if (value instanceof Fault) throw value;
  return value;
}

const noAnswer = new Fault('forge', 'forge-unreachable', 'No answer.', { remedy: 'Wait.' });

describe('a repository is public', () => {
  test.each([
    ['where the configuration says so', 'public', { forge: false }, true],
    ['not where it says the opposite', 'private', { forge: true }, false],
    ['where the forge says so', 'auto', { forge: true }, true],
    ['not where the forge says the opposite', 'auto', { forge: false }, false],
    ['where the forge does not tell', 'auto', { forge: null }, true],
    ['where the forge does not answer', 'auto', { forge: noAnswer }, true],
    ['not where nobody else has it', 'auto', {}, false],
  ] as const)('%s', async (_, visibility, given, expected) => {
    expect(await decide(visibility, given)).toBe(expected);
  });
});

describe('without a forge, a remote', () => {
  test.each([
    'https://git.example/a.git',
    'ssh://git@git.example/a.git',
    'git@git.example:a.git',
    'git.example:a.git',
    'https://localhost.evil.example/a.git',
    'https://127.0.0.1.evil.example/a.git',
  ])('%s is elsewhere', async (remote) => {
    expect(await decide('auto', { remotes: ['/srv/a.git', remote] })).toBe(true);
  });

  test.each([
    '/srv/a.git',
    '../a.git',
    './a:b.git',
    'C:\\repos\\a.git',
    'file:///srv/a.git',
    'http://localhost:8080/a.git',
    'http://127.0.0.1/a.git',
    'http://[::1]:8080/a.git',
  ])('%s is here', async (remote) => {
    expect(await decide('auto', { remotes: [remote] })).toBe(false);
  });
});
