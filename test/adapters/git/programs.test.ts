import { chmodSync, existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { committedFile } from '../../../src/adapters/git/committed-file.ts';
import { configOfCommit } from '../../../src/adapters/git/find-config.ts';
import { tryGit } from '../../../src/adapters/git/git.ts';
import { remoteAccess } from '../../../src/adapters/git/remote-access.ts';
import { listRemote } from '../../../src/adapters/git/remote.ts';
import { openRepository } from '../../../src/adapters/git/repository.ts';
import { silent } from '../../../src/ports/log.ts';
import { createRepository, git, write } from '../../kit/repository.ts';
import { serve } from '../../kit/serve.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

const secrets = {
  STACK_ACCESS_TOKEN: 'stack-secret',
  STACK_API_KEY: 'key-secret',
  GITHUB_TOKEN: 'github-secret',
  'INPUT_STACK-TOKEN': 'stack-secret',
  'INPUT_GITHUB-TOKEN': 'github-secret',
  ACTIONS_RUNTIME_TOKEN: 'runtime-secret',
};

function setEnv(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** A checkout, and a program that notes that it was started, and with which environment. */
function trapped(files: Record<string, string> = {}) {
  setEnv(secrets);
  const folder = temporaryFolder();
  const root = createRepository({ 'docs/a.md': 'a\n', 'bot.yml': 'a: 1\n', ...files });
  const program = join(folder, 'trap');
  const caught = join(folder, 'caught');
  write(folder, { trap: `#!/bin/sh\nenv >> ${caught}\nexit 1\n` });
  chmodSync(program, 0o755);
  return {
    root,
    program,
    /** What the program saw; null where it was not started. */
    seen: () => (existsSync(caught) ? readFileSync(caught, 'utf8') : null),
  };
}

/** All that a run reads of a checkout. */
async function readAll(root: string): Promise<readonly string[]> {
  const repository = await openRepository(root);
  const { commit } = repository;
  for (const tree of [await repository.workingTree(), await repository.head()])
    for await (const { bytes } of tree.read(await tree.files())) expect(bytes).toBeDefined();
  await committedFile(root, commit ?? '', ['bot.yml']);
  const place = { root, file: null, usual: ['bot.yml'] };
  await configOfCommit(place, { id: commit ?? '', name: 'the commit' }, silent);
  return repository.changedPaths();
}

describe('reading files starts no program of the checkout', () => {
  const attributes = { '.gitattributes': '* filter=x diff=x merge=x\n' };
  test.each<[string, Record<string, string>, (program: string) => Record<string, string>]>([
    ['a filter', attributes, (it) => ({ 'filter.x.clean': it, 'filter.x.smudge': it })],
    ['a filter that stays', attributes, (it) => ({ 'filter.x.process': it })],
    [
      'a filter that is required',
      attributes,
      (it) => ({ 'filter.x.clean': it, 'filter.x.required': 'true' }),
    ],
    [
      'a filter whose name has a sign in it',
      { '.gitattributes': '* filter=x=y.clean\n' },
      (it) => ({ 'filter.x=y.clean.clean': it }),
    ],
    [
      'how differences are shown',
      attributes,
      (it) => ({ 'diff.external': it, 'diff.x.command': it, 'diff.x.textconv': it }),
    ],
    ['a monitor', {}, (it) => ({ 'core.fsmonitor': it })],
    ['a pager and an editor', {}, (it) => ({ 'core.pager': it, 'core.editor': it })],
    ['a program that asks', {}, (it) => ({ 'core.askPass': it, 'credential.helper': it })],
    ['signatures', {}, (it) => ({ 'gpg.program': it, 'commit.gpgSign': 'true' })],
    ['an alternate', {}, (it) => ({ 'core.alternateRefsCommand': it })],
  ])('%s', async (_, files, settings) => {
    const at = trapped(files);
    for (const [name, value] of Object.entries(settings(at.program)))
      git(at.root, 'config', name, value);
    const changed = { 'docs/a.md': 'changed\n', 'bot.yml': 'b: 2\n' };
    write(at.root, changed);
    // So that git compares bytes, not times.
    for (const path of Object.keys(changed)) utimesSync(join(at.root, path), 1, 1);
    await readAll(at.root);
    expect(at.seen()).toBeNull();
  });

  test('settings that others include, and hooks', async () => {
    const at = trapped({ '.gitattributes': '* filter=x\n' });
    const more = join(temporaryFolder(), 'more');
    git(at.root, 'config', '--file', more, 'filter.x.clean', at.program);
    git(at.root, 'config', 'include.path', more);
    for (const name of ['post-index-change', 'reference-transaction', 'post-checkout']) {
      write(at.root, { [`.git/hooks/${name}`]: readFileSync(at.program) });
      chmodSync(join(at.root, '.git/hooks', name), 0o755);
    }
    write(at.root, { 'docs/a.md': 'changed\n' });
    await readAll(at.root);
    expect(at.seen()).toBeNull();
  });

  test('an object that is not here, in a checkout that fetches it when it is read', async () => {
    const at = trapped();
    const blob = git(at.root, 'rev-parse', 'HEAD:docs/a.md');
    git(at.root, 'config', 'extensions.partialClone', 'evil');
    for (const [name, value] of [
      ['url', at.root],
      ['promisor', 'true'],
      ['uploadpack', at.program],
    ])
      git(at.root, 'config', `remote.evil.${name}`, value ?? '');
    const object = join(at.root, '.git/objects', blob.slice(0, 2), blob.slice(2));
    chmodSync(object, 0o644);
    rmSync(object);
    expect((await tryGit(at.root, ['cat-file', 'blob', blob])).code).not.toBe(0);
    expect(at.seen()).toBeNull();
  });
});

test('what a filter changes is no difference that is warned of; other changes are', async () => {
  const at = trapped({ '.gitattributes': '*.md filter=x\n', 'b.txt': 'b\n' });
  git(at.root, 'config', 'filter.x.clean', at.program);
  write(at.root, { 'docs/a.md': 'changed\n', 'b.txt': 'changed\n' });
  expect(await readAll(at.root)).toEqual(['b.txt']);
});

describe('the way to origin', () => {
  const ask = async (root: string, server = 'https://github.example') => {
    const repository = await openRepository(root);
    const access = remoteAccess({
      addresses: await repository.routes('origin'),
      server,
      token: 'github-secret',
    });
    const sshCommand = await repository.sshCommand();
    return listRemote({ root, name: 'origin', ...access, sshCommand }, 'ledger');
  };
  /** It wants a name and a password, whatever it is sent. */
  const askingServer = () =>
    serve((response) => {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end();
    });
  const set = (root: string, settings: Record<string, string>) => {
    for (const [name, value] of Object.entries(settings)) git(root, 'config', name, value);
  };

  test.each<[string, (program: string, server: string) => Record<string, string>]>([
    ['over ssh', (it) => ({ 'remote.origin.url': 'ssh://x.invalid/y', 'core.sshCommand': it })],
    [
      'a program that knows the password',
      (it, server) => ({ 'remote.origin.url': `${server}/y`, 'credential.helper': `!${it}` }),
    ],
    [
      'rewritten from the forge to ssh',
      (it) => ({
        'remote.origin.url': 'https://github.example/acme/x.git',
        'url.ssh://x.invalid/.insteadOf': 'https://github.example/',
        'core.sshCommand': it,
      }),
    ],
  ])("%s: the user's own program runs, without a token of ours", async (_, settings) => {
    const at = trapped();
    await using server = await askingServer();
    set(at.root, settings(at.program, server.url));
    expect(await ask(at.root)).toHaveProperty('code');
    const seen = at.seen() ?? '';
    for (const secret of new Set(Object.values(secrets))) {
      expect(seen).not.toContain(secret);
      expect(seen).not.toContain(Buffer.from(`x-access-token:${secret}`).toString('base64'));
    }
    expect(seen).toContain('PATH=');
  });

  test.each<[string, (program: string, server: string) => Record<string, string>]>([
    ['ext::', (it) => ({ 'remote.origin.url': `ext::${it} %S` })],
    [
      'ext:: that the settings allow',
      (it) => ({ 'remote.origin.url': `ext::${it} %S`, 'protocol.ext.allow': 'always' }),
    ],
    [
      'an address that becomes ext::',
      (it) => ({
        'remote.origin.url': '/srv/x.git',
        [`url.ext::${it} .insteadOf`]: '/srv/',
        'protocol.ext.allow': 'always',
      }),
    ],
    [
      'a helper in the place of an address',
      (it) => ({
        'remote.origin.url': `${it} %S`,
        'remote.origin.vcs': 'ext',
        'protocol.ext.allow': 'always',
      }),
    ],
    [
      'a proxy of git://',
      (it) => ({ 'remote.origin.url': 'git://127.0.0.1:9/y', 'core.gitProxy': it }),
    ],
    [
      'the other side of a folder',
      (it) => ({ 'remote.origin.url': '.', 'remote.origin.uploadpack': it }),
    ],
    [
      'the forge, with its token: ssh',
      (it, server) => ({ 'remote.origin.url': `${server}/y`, 'core.sshCommand': it }),
    ],
    [
      'the forge, with its token: a helper',
      (it, server) => ({
        'remote.origin.url': `${server}/y`,
        'credential.helper': it,
        [`credential.${server}.helper`]: it,
      }),
    ],
  ])('%s: nothing is started', async (_, settings) => {
    const at = trapped();
    await using server = await askingServer();
    set(at.root, settings(at.program, server.url));
    await ask(at.root, server.url);
    expect(at.seen()).toBeNull();
  });
});

test('git gets the variables that it needs, and no other', async () => {
  setEnv({
    ...secrets,
    HTTPS_PROXY: 'http://proxy.example:8080',
    no_proxy: 'internal.example',
    SSL_CERT_FILE: '/etc/ca.pem',
    GIT_SSL_CAINFO: '/etc/ca.pem',
    SSH_AUTH_SOCK: '/run/agent',
    GIT_SSH_COMMAND: 'ssh -F mine',
    GIT_TRACE: '1',
    GIT_TRACE2_EVENT: '/tmp/trace',
    GIT_EXTERNAL_DIFF: 'x',
    GIT_PROXY_COMMAND: 'x',
    GIT_ASKPASS: 'x',
    GIT_CONFIG_PARAMETERS: "'core.fsmonitor=x'",
    GIT_ALLOW_PROTOCOL: 'ext',
    GIT_PAGER: 'x',
    MY_PASSWORD: 'x',
  });
  const folder = temporaryFolder();
  write(folder, { git: '#!/bin/sh\nenv\n' });
  chmodSync(join(folder, 'git'), 0o755);
  setEnv({ PATH: `${folder}:${process.env['PATH'] ?? ''}` });
  const { stdout } = await tryGit(folder, ['status']);
  const env = Object.fromEntries(
    stdout
      .toString()
      .split('\n')
      .map((line) => line.split(/=(.*)/s) as [string, string]),
  );
  expect(env).toMatchObject({
    HTTPS_PROXY: 'http://proxy.example:8080',
    no_proxy: 'internal.example',
    SSL_CERT_FILE: '/etc/ca.pem',
    GIT_SSL_CAINFO: '/etc/ca.pem',
    SSH_AUTH_SOCK: '/run/agent',
    GIT_SSH_COMMAND: 'ssh -F mine',
    HOME: process.env['HOME'] ?? '',
    GIT_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: 'https:http:ssh',
  });
  const others = Object.keys(env).filter((name) =>
    /TRACE|EXTERNAL_DIFF|PROXY_COMMAND|PARAMETERS|PAGER|PASSWORD|TOKEN|KEY|SECRET/.test(name),
  );
  expect(others).toEqual([]);
});
