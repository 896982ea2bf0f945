import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageAddress } from '../../../src/adapters/stack/image-address.ts';
import type { Destination } from '../../../src/model/destination.ts';

const cloud: Destination = {
  tier: 'business',
  site: 'https://api.stackoverflowteams.com',
  team: 'acme',
  api: 'v3',
};
const own: Destination = {
  tier: 'enterprise',
  site: 'https://stack.acme.example',
  team: 'docs',
  api: 'v3',
};
const local: Destination = { ...cloud, site: 'http://127.0.0.1:4000' };

test.each([
  [cloud, 'https://stackoverflowteams.com/c/acme/images/s/0a.png'],
  [cloud, 'https://images.stackoverflowteams.com/0a.png'],
  [cloud, 'https://api.stackoverflowteams.com/v3/teams/acme/images/0a'],
  [own, 'https://stack.acme.example/images/a/0a.png?v=1&w=2'],
  [local, 'http://127.0.0.1:4000/c/acme/images/s/0a.png'],
  [local, 'http://localhost:4001/0a.png'],
  [local, 'https://stackoverflowteams.com/c/acme/images/s/0a.png'],
])('%j has %s', (destination, address) => {
  expect(imageAddress(destination, address)).toBe(address);
});

test('an address without a host is one of the pages', () => {
  expect(imageAddress(own, '/images/a.png')).toBe('https://stack.acme.example/images/a.png');
  expect(imageAddress(cloud, '/images/a.png')).toBe('https://stackoverflowteams.com/images/a.png');
});

test.each([
  [cloud, 'http://stackoverflowteams.com/a.png'],
  [cloud, 'https://stackoverflowteams.com.evil.example/a.png'],
  [cloud, 'https://evilstackoverflowteams.com/a.png'],
  [cloud, 'https://stackoverflowteams.com:444/a.png'],
  [cloud, 'https://stackoverflowteams.com@evil.example/a.png'],
  [own, 'https://evil.example/a.png'],
  [own, 'https://x.stack.acme.example/a.png'],
  [own, 'https://stackoverflowteams.com/c/acme/images/s/0a.png'],
  [own, 'http://127.0.0.1/a.png'],
  [own, 'https://u:p@stack.acme.example/a.png'],
  [own, '//evil.example/a.png'],
  [own, 'javascript:alert(1)'],
  [own, 'data:image/png;base64,AA=='],
  [own, "https://stack.acme.example/o'neil.png"],
  [own, 'https://stack.acme.example/a(1).png'],
  [own, 'https://stack.acme.example/a;b.png'],
  [own, 'https://stack.acme.example/a|b.png'],
  [own, `https://stack.acme.example/${'a'.repeat(500)}`],
])('%j has no %s', (destination, address) => {
  expect(imageAddress(destination, address)).toBe(null);
});

test('whatever a site says, nothing ends the place where an address stands', () => {
  const text = fc.oneof(
    fc.string(),
    fc.webUrl().map((url) => url.replace(/^.*?\/\/[^/]*/, '')),
  );
  fc.assert(
    fc.property(text, (path) => {
      const address = imageAddress(own, `https://stack.acme.example/${path}`);
      if (address === null) return;
      expect(address).toMatch(/^https:\/\/stack\.acme\.example\/[^\s()<>[\]{}"'`\\|;]*$/);
      expect(address.length).toBeLessThanOrEqual(500);
      expect(imageAddress(own, address)).toBe(address);
    }),
  );
});
