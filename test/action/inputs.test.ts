import { expect, test } from 'vitest';
import { createActionWorld } from '../kit/action-world.ts';

test('what stands around a token is no part of it', async () => {
  const world = await createActionWorld();
  const { stack, github } = world.sandbox;
  const acted = await world.act({
    event: 'push',
    env: {
      'INPUT_STACK-TOKEN': `\uFEFF${stack.tokens.read}\r\n`,
      'INPUT_GITHUB-TOKEN': ` ${github.tokens.job}\n`,
      INPUT_COMMAND: ' plan ',
      INPUT_CONFIG: ' .github/stack-publish.yml\n',
    },
  });
  expect(acted).toMatchObject({ code: 0, outputs: { create: '1' } });
  for (const token of [stack.tokens.read, github.tokens.job])
    expect(acted.log).toContain(`::add-mask::${token}\n`);
});

test.each([
  ['INPUT_STACK-TOKEN', 'token-refused', 'STACK_ACCESS_TOKEN'],
  ['INPUT_GITHUB-TOKEN', 'forge-refused', 'GITHUB_TOKEN'],
])('a blank %s is told as such', async (input, reason, name) => {
  const world = await createActionWorld();
  const acted = await world.act({ event: 'push', env: { [input]: ' \n' } });
  expect(acted).toMatchObject({ code: 1, outputs: { reason } });
  expect(acted.log).toContain(`the token in ${name}: it is blank`);
  expect(acted.log).not.toMatch(/::add-mask::\s*$/m);
});
