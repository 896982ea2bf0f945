import { expect, test } from 'vitest';
import { siteSentence } from '../../../src/adapters/stack/site-sentence.ts';

const sentence = (body: unknown) =>
  siteSentence(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), (text) =>
    text.replaceAll('s3cret', '***'),
  );

test.each<[unknown, string]>([
  [{ title: 'Not created', detail: 'Title is too long.' }, 'Title is too long.'],
  [{ title: 'One or more', errors: { Title: ['Needed.'], Body: ['Short.'] } }, 'Needed. Short.'],
  [{ title: 'Only a title', detail: '', errors: {} }, 'Only a title'],
  [{ detail: 7 }, ''],
  ['"a text in JSON"', 'a text in JSON'],
  ['plain words', 'plain words'],
  ['  <html><body>Sign in</body></html>', ''],
  ['', ''],
  ['null', ''],
  ['two\r\nlines \u202E and \u0007s3cret', 'two lines and ***'],
])('%j', (body, expected) => {
  expect(sentence(body)).toBe(expected);
});

test('is cut, and never within a character', () => {
  const long = sentence(`${'x'.repeat(298)}\u{1f600}${'y'.repeat(100)}`);
  expect(long.length).toBeLessThanOrEqual(300);
  expect(long.isWellFormed()).toBe(true);
  expect(long.endsWith('…')).toBe(true);
});
