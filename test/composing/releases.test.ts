import { expect, test } from 'vitest';
import { aNote, composedText } from './composed-text.ts';

const aRelease = { provenance: { kind: 'release', tag: 'v1.4.0' } } as const;

// The text of a release is text of the forge, as a note is: GitHub shows both the same way.
test.each([
  ['Fixes #41 in 1a2b3c4.\nThanks @ada.'],
  ['- Fixes #41,\n  and acme/app#7\n\n  in two\n  lines\n- `#1`'],
  ['![a](/raw/a.png) [b](/wiki) [c](c.md)'],
])('fits %j as in a note', (body) => {
  const made = composedText(body, aRelease);
  expect(made).toEqual(composedText(body, aNote));
  expect(made.text).not.toBe(composedText(body).text);
});

test('breaks lines in the items of a list', () => {
  const body = '- a\n  b\n\n  c\n  d\n-   e\n\n    - f\n      g';
  expect(composedText(body, aRelease).text).toBe(
    '- a  \n  b\n\n  c  \n  d\n-   e\n\n    - f  \n      g',
  );
});
