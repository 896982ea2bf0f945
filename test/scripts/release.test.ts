import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sectionOf, startSection } from '../../scripts/release/changelog.ts';
import { pinAction, plainVersion } from '../../scripts/release/version-places.ts';
import { runProgram } from '../kit/run-program.ts';
import { json, serve } from '../kit/serve.ts';
import { startProgram } from '../kit/start-program.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const changelog = `# Changelog

## [Unreleased]

### Added

- B.

## [0.1.0] - 2026-12-01

### Added

- A.
`;

describe('the changelog', () => {
  test('gives the section of a version', () => {
    expect(sectionOf(changelog, '0.1.0')).toEqual({ day: '2026-12-01', text: '### Added\n\n- A.' });
  });

  test('makes a version of what is unreleased', () => {
    const started = startSection(changelog, '0.2.0', '2027-01-02');
    expect(sectionOf(started, '0.2.0')).toEqual({ day: '2027-01-02', text: '### Added\n\n- B.' });
    expect(sectionOf(started, '0.1.0')).toEqual(sectionOf(changelog, '0.1.0'));
    expect(started).toContain('## [Unreleased]\n\n## [0.2.0]');
  });

  test.each([
    ['no heading', '0.2.0', changelog],
    ['a version that only looks like it', '0.1.0', changelog.replace('0.1.0', '0-1.0')],
    ['no day', '0.1.0', changelog.replace(' - 2026-12-01', '')],
    ['a day that does not exist', '0.1.0', changelog.replace('12-01', '13-01')],
    ['nothing in it', '0.1.0', changelog.replace('### Added\n\n- A.\n', '')],
  ])('with %s is refused', (_name, version, text) => {
    expect(() => sectionOf(text, version)).toThrow('CHANGELOG.md');
  });

  test.each([
    ['which is there', '0.1.0', changelog],
    ['of nothing', '0.2.0', changelog.replace('### Added\n\n- B.\n', '')],
  ])('starts no version %s', (_name, version, text) => {
    expect(() => startSection(text, version, '2027-01-02')).toThrow('CHANGELOG.md');
  });
});

test.each(['v1.0.0', '1.0', '01.0.0', '1.0.0-rc.1', '1.0.0\n', ''])('%j is no version', (text) => {
  expect(plainVersion.test(text)).toBe(false);
});

/** What a release needs of the project, in a repository of its own. */
async function project() {
  const folder = temporaryFolder();
  const git = (...args: string[]) =>
    runProgram('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: folder,
    });
  const kept = await runProgram(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root },
  );
  for (const path of kept.split('\0').filter((each) => each && !/^(?:test|bench)\//.test(each))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(root, path), join(folder, path));
  }
  const commit = async () => {
    await git('add', '-A');
    await git('commit', '-qm', 'a commit');
  };
  await git('init', '-q', '-b', 'main');
  await commit();
  const script = (name: string, ...args: string[]) =>
    startProgram(process.execPath, [join(folder, 'scripts/release', name), ...args], {
      cwd: folder,
    }).ended;
  return { folder, git, commit, script };
}

interface Workflow {
  jobs: Record<string, { steps: { run?: string }[] }>;
}

describe('a release', () => {
  test('starts, is checked, packed and published by the lines of its workflow', async () => {
    const { folder, git, commit, script } = await project();
    const version = '3.2.1';
    expect(await script('start.ts', version)).toMatchObject({ code: 0 });
    await commit();
    await git('tag', `v${version}`);

    const text = await readFile(join(root, '.github/workflows/release.yml'), 'utf8');
    const { jobs } = parse(text) as Workflow;
    const runner = temporaryFolder();
    const elsewhere = temporaryFolder();
    // There is no GitHub to release on: what it would be called with is kept.
    const gh = join(runner, 'bin/gh');
    await mkdir(dirname(gh));
    await writeFile(gh, `#!/bin/sh\nprintf '%s\\n' "$@" > ${runner}/gh\n`);
    await chmod(gh, 0o755);
    // npm asks its registry for the versions that are there; none is.
    await using registry = await serve((response) => json(response, 404, {}));
    const env = {
      PATH: `${dirname(gh)}:${process.env['PATH']}`,
      GITHUB_REF_NAME: `v${version}`,
      RUNNER_TEMP: runner,
      npm_config_registry: registry.url,
    };
    const printed: Record<string, string> = {};
    for (const [name, { steps }] of Object.entries(jobs)) {
      const cwd = name === 'pack' ? folder : elsewhere;
      if (name !== 'pack')
        await cp(join(runner, 'release'), join(cwd, 'release'), { recursive: true });
      const dry = { ...env, npm_config_dry_run: String(name === 'npm') };
      const lines = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
      // That is what a test like this one is part of.
      for (const line of lines.filter((each) => each !== '.ci/run'))
        printed[name] = await runProgram('bash', ['-eo', 'pipefail', '-c', line], {
          cwd,
          env: dry,
        });
    }

    expect(Object.keys(jobs)).toEqual(['pack', 'attest', 'release', 'npm']);
    expect(jobs['pack']?.steps.map(({ run }) => run)).toContain('.ci/run');
    const file = `stack-publish-${version}.tgz`;
    expect(printed['npm']).toContain(`stack-publish@${version}`);
    expect([...new Set(registry.seen.map(({ method }) => method))]).toEqual(['GET']);
    expect((await readFile(join(runner, 'gh'), 'utf8')).trim().replaceAll('\n', ' ')).toBe(
      `release create v${version} --verify-tag --title v${version} --notes-file release/notes.md release/${file} release/SHA256SUMS`,
    );
    const notes = await readFile(join(runner, 'release/notes.md'), 'utf8');
    expect(notes).toContain('### Added\n');
    expect(notes).not.toContain('](docs/');
    expect(notes).toContain(`/stack-publish/blob/v${version}/docs/`);
    // The sums are those of the package and of what is in it.
    await runProgram('tar', ['-xzf', join(runner, 'release', file)], { cwd: elsewhere });
    await cp(join(runner, 'release', file), join(elsewhere, 'package', file));
    const sums = join(runner, 'release/SHA256SUMS');
    const checked = await runProgram('sha256sum', ['--check', '--strict', sums], {
      cwd: join(elsewhere, 'package'),
    });
    expect(checked).toContain('dist/action.js: OK');
    expect(checked).toContain('dist/assets/stacks.min.css: OK');
    expect(checked).toContain('dist/assets/workflows/reviewers.yml: OK');
    expect(checked).toContain(`${file}: OK`);
    expect(await readFile(join(elsewhere, 'package/package.json'), 'utf8')).toContain(
      `"version": "${version}"`,
    );
  });

  test('is refused where tag, package and changelog differ, or something was not committed', async () => {
    const { folder, script } = await project();
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    const tag = `v${manifest.version}`;
    expect((await script('check-tag.ts', 'v9.9.9')).code).toBe(1);
    const unreleased = await script('check-tag.ts', tag);
    expect(unreleased).toMatchObject({ code: 1 });
    expect(unreleased.stderr).toContain('CHANGELOG.md');
    await writeFile(join(folder, 'CHANGELOG.md'), changelog.replace('0.1.0', manifest.version));
    expect((await script('check-tag.ts', tag)).code).toBe(0);
    const changed = await script('pack.ts', temporaryFolder());
    expect(changed).toMatchObject({ code: 1 });
    expect(changed.stderr).toContain('CHANGELOG.md');
  });

  test('lets the workflows to copy use the Action at its commit', async () => {
    const { folder, git, commit, script } = await project();
    const at = async (path: string) => readFile(join(folder, path), 'utf8');
    expect((await script('pin-action.ts', 'v7.0.0')).code).toBe(1);
    await git('tag', 'v7.0.0');
    expect(await script('pin-action.ts', 'v7.0.0')).toMatchObject({ code: 0 });
    const head = (await git('rev-parse', 'HEAD')).trim();
    for (const path of ['examples/workflows/reviewers.yml', 'examples/workflows/check.yml']) {
      const text = await at(path);
      expect(text).toContain(`uses: stack-publish/stack-publish@${head} # v7.0.0\n`);
      expect(text).not.toContain('0'.repeat(40));
      expect(text).toContain('actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1');
    }
    await commit();
    pinAction(folder, 'a'.repeat(40), 'v7.0.1');
    expect(await at('examples/workflows/comment.yml')).not.toContain(head);
  });
});
