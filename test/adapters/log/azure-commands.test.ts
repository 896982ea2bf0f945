import { expect, test } from 'vitest';
import { createSanitizer } from '../../../src/adapters/log/create-sanitizer.ts';

const safe = createSanitizer([]);

test.each([
  '##vso[task.setvariable variable=PATH]/tmp',
  'a title ##vso[task.complete result=Succeeded;]',
  '##VSO[task.setvariable variable=PATH]/tmp',
  '#\u00ad#v\u00adso[task.setvariable variable=PATH]/tmp',
])('fires no command of Azure Pipelines: %j', (text) => {
  expect(safe(text)).not.toMatch(/##[^[]*\[/);
});

test('leaves other brackets as they are', () => {
  expect(safe('##vso and a list [1]')).toBe('##vso and a list [1]');
});
