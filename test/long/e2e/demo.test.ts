import { expect, inject, test } from 'vitest';
import { startProgram } from '../../kit/start-program.ts';

// The usual one is what `npm run demo` plays.
test.each(['business-v2.3', 'enterprise-v3', 'enterprise-team-v3', 'enterprise-v2.3'])(
  'the demo tells its whole story on %s',
  async (destination) => {
    const args = [inject('cliPath'), 'demo', '--destination', destination];
    const { code, stdout, stderr } = await startProgram(process.execPath, args, {
      cwd: process.cwd(),
      env: {},
    }).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/All of this happened/);
  },
);

test('the demo names the destinations that there are', async () => {
  const args = [inject('cliPath'), 'demo', '--destination', 'free-v1', '--json'];
  const { code, stdout } = await startProgram(process.execPath, args, {
    cwd: process.cwd(),
    env: {},
  }).ended;
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { code: 'usage', remedy: expect.stringContaining('enterprise-team-v3') },
  });
});
