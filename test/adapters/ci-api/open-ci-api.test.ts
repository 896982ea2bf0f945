import { expect, test } from 'vitest';
import { openCiApi } from '../../../src/adapters/ci-api/open-ci-api.ts';
import { text } from '../../../src/adapters/shape.ts';
import { silent } from '../../../src/ports/log.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { json, serve } from '../../kit/serve.ts';

const secret = 'a0b1c2d3e4f5a6b7';
const asked = { doing: 'ask it', needs: 'Look at the token.' };

test.each([
  ['authorization', `Bearer ${secret}`],
  ['authorization', `token ${secret}`],
  ['private-token', secret],
])('a refusal does not say back the token that goes as %s: %s', async (name, value) => {
  await using server = await serve((response) =>
    json(response, 403, { message: `no ${secret} here` }),
  );
  const api = openCiApi(
    { name: 'CI', token: 'Renew it.', address: 'Look at the address.' },
    { base: server.url, userAgent: 'test/1', clock: fakeClock(), log: silent },
    { [name]: value },
  );
  const error: unknown = await api.get(asked, '/job', text).catch((each: unknown) => each);
  await api.close();
  expect(error).toMatchObject({ code: 'forge-refused' });
  expect(String(error)).toContain('status 403: no ');
  expect(String(error)).not.toContain(secret);
});
