import { join } from 'node:path';
import { expect, test } from 'vitest';
import { multipartFile } from '../../../../src/adapters/stack/multipart-file.ts';
import { digestOfBytes } from '../../../../src/model/digest.ts';
import { imageTypes, mostImageBytes } from '../../../../src/model/image.ts';
import { aPicture } from '../../../kit/pictures.ts';
import { temporaryFolder } from '../../../kit/temporary-folder.ts';
import { stackHarness } from '../../harness.ts';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A request that uploads a file. */
function uploadOf(bytes: Uint8Array) {
  const { type, content: raw } = multipartFile({
    type: 'png',
    digest: digestOfBytes(bytes),
    bytes,
  });
  return { type, raw };
}

test.each(imageTypes)('takes %s, and shows it to browsers and to a token', async (type) => {
  const { api, plain, sandbox } = await stackHarness({ team: 'acme' });
  // Every byte, also those that end lines and forms.
  const bytes = aPicture(type, Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)));
  const made = await api('POST', '/images/upload', uploadOf(bytes));
  expect(made).toMatchObject({ status: 200, json: { id: expect.stringMatching(guid) } });
  const { id, url } = made.json;
  expect(url).toBe(`${sandbox.stack.url}/c/acme/images/s/${id}.${type}`);
  const shown = await fetch(url);
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
  expect(shown.headers.get('content-type')).toBe(`image/${type}`);
  expect((await api('GET', `/images/${id}`)).headers['content-type']).toBe(`image/${type}`);
  expect((await plain('GET', `/v3/teams/acme/images/${id}`)).status).toBe(401);
  expect((await api('GET', `/images/${id.replace(/^./, 'x')}`)).status).toBe(404);
});

test('takes a picture as the whole body, too', async () => {
  const { api } = await stackHarness({ tier: 'enterprise' });
  const made = await api('POST', '/images/upload', { type: 'image/jpeg', raw: aPicture('jpeg') });
  expect(made.json.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/images\/s\/.*\.jpeg$/);
  expect((await fetch(made.json.url)).status).toBe(200);
});

test('refuses what is no picture, what is too large, and who may not write', async () => {
  const { api } = await stackHarness();
  const status = async (ask: object) => (await api('POST', '/images/upload', ask)).status;
  const largest = aPicture('png', Buffer.alloc(mostImageBytes - 16));
  expect(largest).toHaveLength(mostImageBytes);
  expect(await status(uploadOf(largest))).toBe(200);
  expect(await status(uploadOf(Buffer.concat([largest, Buffer.of(0)])))).toBe(400);
  expect(await status(uploadOf(Buffer.from('<svg/>')))).toBe(415);
  expect(await status({ type: 'image/png', raw: aPicture() })).toBe(415);
  expect(await status({ body: {} })).toBe(415);
  expect(await status({ ...uploadOf(aPicture()), raw: 'no form' })).toBe(400);
  expect(await status({ ...uploadOf(aPicture()), token: 'read' })).toBe(403);
});

test('keeps pictures over a restart', async () => {
  const data = join(temporaryFolder(), 'data.json');
  const first = await stackHarness({ data });
  const { id } = (await first.api('POST', '/images/upload', uploadOf(aPicture()))).json;
  await first.sandbox.close();
  const second = await stackHarness({ data });
  expect((await second.api('GET', `/images/${id}`)).status).toBe(200);
});
