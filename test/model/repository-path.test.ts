import { expect, test } from 'vitest';
import { isRepositoryAddress, repositoryPath } from '../../src/model/repository-path.ts';

test.each([
  'a.png',
  './a.png',
  '../a.png',
  '/a.png',
  'a b.png',
  'img/a.png?raw=true',
  '1:2.png',
  'ä.png',
])('%s leads into the repository', (address) => {
  expect(isRepositoryAddress(address)).toBe(true);
});

test.each([
  '',
  '#top',
  '?raw',
  'https://acme.example/a.png',
  'HTTP://acme.example/a.png',
  'data:image/png;base64,AA==',
  'mailto:a@acme.example',
  'c:/a.png',
  '//acme.example/a.png',
  '\\\\host\\a.png',
  '/\\host/a.png',
])('%j does not', (address) => {
  expect(isRepositoryAddress(address)).toBe(false);
});

test.each<[string, string | null]>([
  ['a.png', 'docs/guide/a.png'],
  ['./img//a.png', 'docs/guide/img/a.png'],
  ['../a.png', 'docs/a.png'],
  ['/a.png', 'a.png'],
  ['/../a.png', null],
  ['../../a.png', 'a.png'],
  ['../../../a.png', null],
  ['..%2F..%2f..%2Fetc/a.png', null],
  ['a%20b.png', 'docs/guide/a b.png'],
  ['%C3%A4.png', 'docs/guide/ä.png'],
  ['100%.png', 'docs/guide/100%.png'],
  ['a.png?raw=true#x', 'docs/guide/a.png'],
  ['..', 'docs'],
  ['/', null],
])('%s in docs/guide/tls.md is %s', (address, path) => {
  expect(repositoryPath(address, 'docs/guide/tls.md')).toBe(path);
});
