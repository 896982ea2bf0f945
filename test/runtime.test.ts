import { expect, test } from 'vitest';

// npm's engine checks are only warnings: without this, a test run on an older Node would look green.
test('the tests run on the Node that the project needs', () => {
  expect(process.versions.node.split('.')[0]).toBe('24');
});
