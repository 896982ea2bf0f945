import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { docsAddress, repositoryAddress, version } from '../../src/model/version.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  homepage: string;
  repository: { url: string };
};

describe('one version and one address', () => {
  test('the version is that of package.json and of its lock file', () => {
    const lock = JSON.parse(read('package-lock.json')) as typeof manifest & {
      packages: Record<string, { version: string }>;
    };
    expect(manifest.version).toBe(version);
    expect([lock.version, lock.packages['']?.version]).toEqual([version, version]);
  });

  test('the repository is that of package.json, of the docs and of the Action', () => {
    expect(manifest.repository.url).toBe(`git+${repositoryAddress}.git`);
    expect(manifest.homepage).toBe(`${repositoryAddress}#readme`);
    expect(docsAddress).toBe(`${repositoryAddress}/blob/main/docs`);
    const used = /uses: (\S+\/stack-publish)@/.exec(read('README.md'))?.[1];
    expect(repositoryAddress).toBe(`https://github.com/${used}`);
  });
});
