import { expect, test } from 'vitest';
import { gitHubPages, gitLabPages, pageOf } from '../../src/model/forge-addresses.ts';

const pages = gitHubPages('https://github.example/', 'acme/app');

test('a file has an address on the default branch that can stand in a text', () => {
  const root = 'https://github.example/acme/app';
  expect(pageOf(pages, 'img/a.png', 'raw')).toBe(`${root}/raw/HEAD/img/a.png`);
  expect(pageOf(pages, "ä b/(c)'[d]|#?.md", 'file', '#a b')).toBe(
    `${root}/blob/HEAD/%C3%A4%20b/%28c%29%27%5Bd%5D%7C%23%3F.md#a%20b`,
  );
  expect(pageOf(pages, 'docs', 'folder')).toBe(`${root}/tree/HEAD/docs`);
  expect(pageOf(pages, '', 'folder', '#readme')).toBe(`${root}#readme`);
  expect(pageOf(pages, 'a\uD800.md', 'missing')).toBe(`${root}/blob/HEAD/a%EF%BF%BD.md`);
});

test('GitLab has a way of its own', () => {
  expect(pageOf(gitLabPages('https://gitlab.example', 'a/b/c'), 'x.md', 'file')).toBe(
    'https://gitlab.example/a/b/c/-/blob/HEAD/x.md',
  );
});
