import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from '../../e2e/harness.ts';
import { shapesOf, startEcho } from '../echo.ts';
import { config, configPath, createWorld, type Acted, type Step } from '../harness.ts';

const apiKey = 'K3y-for-the-api/with+signs=(and)~more';

/** Pieces of this length are looked for, so that a token which was cut in two is found too. */
const piece = 12;

/** Where a text shows a piece of a token, in any of its shapes. */
function leaks(text: string, tokens: readonly string[]): string[] {
  const pieces = tokens.flatMap(shapesOf).flatMap((shape) => {
    // The user's name in front of a token is no secret, nor are quotes.
    const secret = shape.replace(/^eC1hY2Nlc3MtdG9rZW46|^"|"$/g, '');
    return Array.from({ length: Math.max(1, secret.length - piece + 1) }, (_, at) =>
      secret.slice(at, at + piece),
    );
  });
  return [...new Set(pieces)].filter((each) => text.includes(each));
}

async function filesBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

async function watchedWorld() {
  const world = await createWorld({ files: { 'docs/b.md': page('The second page', 'two\n') } });
  const { stack, github } = world.sandbox;
  const site = await startEcho(stack.url);
  const fakeGitHub = await startEcho(github.url);
  await world.checkout.write({ [configPath]: config({ stack: { ...stack, url: site.url } }) });
  await world.checkout.commit();
  await world.push();
  await world.checkout.git(
    'remote',
    'set-url',
    'origin',
    `${fakeGitHub.url}/${github.repository}.git`,
  );

  // A git that notes its arguments, as everyone on the machine can read them.
  const folder = await mkdtemp(join(tmpdir(), 'stack-publish-git-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const git = join(folder, 'git');
  const noted = join(folder, 'arguments');
  await writeFile(noted, '');
  await writeFile(git, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${noted}'\nexec '${real}' "$@"\n`);
  await chmod(git, 0o755);

  const tokens = [stack.tokens.write, stack.tokens.read, github.tokens.job, apiKey];
  const acts: Acted[] = [];
  const act = async (step: Step): Promise<Acted> => {
    const acted = await world.act({
      ...step,
      env: {
        PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_API_URL: fakeGitHub.url,
        GITHUB_GRAPHQL_URL: `${fakeGitHub.url}/graphql`,
        GITHUB_SERVER_URL: fakeGitHub.url,
        RUNNER_DEBUG: '1',
        'INPUT_STACK-API-KEY': apiKey,
      },
    });
    acts.push(acted);
    return acted;
  };

  /** Everything that a run leaves behind or shows; the runner takes away the lines that name a mask. */
  const shown = async (): Promise<Record<string, string>> => {
    const { checkout } = world;
    const objects = await checkout.git('cat-file', '--batch-all-objects', '--batch');
    const files = acts.flatMap(({ outputs }) => [outputs['plan'], outputs['result']]);
    const documents = files.filter((file) => file !== undefined);
    return {
      log: acts.map(({ log }) => log.replaceAll(/^::add-mask::.*$/gm, '')).join('\n'),
      outputs: JSON.stringify(acts.map(({ outputs }) => outputs)),
      summaries: acts.map(({ summary }) => summary).join('\n'),
      documents: (await Promise.all(documents.map((file) => readFile(file, 'utf8')))).join('\n'),
      'ledger and objects': objects.stdout,
      'git folder': await filesBelow(join(checkout.folder, '.git')),
      arguments: await readFile(noted, 'utf8'),
    };
  };
  const expectNoLeak = async () => {
    for (const [where, text] of Object.entries(await shown()))
      expect({ where, leaks: leaks(text, tokens) }).toEqual({ where, leaks: [] });
  };
  const publish = async (): Promise<Step> => {
    const { outputs } = await act({ event: 'workflow_dispatch', token: 'read' });
    const body = `/publish ${outputs['digest']}`;
    const { id, author } = await world.fakeGitHub.comment(1, 'mia-maintain', body);
    return {
      event: 'issue_comment',
      command: 'publish',
      payload: {
        action: 'created',
        issue: { number: 1, pull_request: {} },
        comment: { id, body, user: { id: author?.id } },
      },
    };
  };
  return { world, site, fakeGitHub, act, publish, shown, expectNoLeak, tokens };
}

describe('no token', () => {
  test('is shown or left behind by a plan and a publish, and each goes to its own server only', async () => {
    const { world, site, fakeGitHub, act, publish, shown, expectNoLeak, tokens } =
      await watchedWorld();
    expect(await act(await publish())).toMatchObject({ code: 0, outputs: { created: '2' } });
    await expectNoLeak();
    const all = await shown();
    for (const name of ['log', 'summaries', 'documents', 'ledger and objects', 'arguments'])
      expect(all[name]?.length, name).toBeGreaterThan(100);

    const { stack, github } = world.sandbox;
    const sent = (seen: ReadonlySet<string>) => [...seen].join('\n');
    expect(leaks(sent(site.seen), tokens.slice(2))).toEqual([]);
    expect(leaks(sent(fakeGitHub.seen), [stack.tokens.write, stack.tokens.read, apiKey])).toEqual(
      [],
    );
    // The opposite: what is looked for is found where it has to be.
    expect(leaks(sent(site.seen), [stack.tokens.write])).not.toEqual([]);
    expect(leaks(sent(fakeGitHub.seen), [github.tokens.job])).not.toEqual([]);
  });

  test('is shown where the site quotes it in its errors', async () => {
    const { site, act, publish, expectNoLeak } = await watchedWorld();
    const step = await publish();
    for (const status of [400, 403, 422, 500]) {
      site.failWith(status, (method) => method === 'POST');
      expect((await act(step)).code).not.toBe(0);
    }
    for (const status of [400, 401, 404]) {
      site.failWith(status, () => true);
      expect((await act({ event: 'push', token: 'read' })).code).not.toBe(0);
    }
    await expectNoLeak();
  });

  test('is shown where GitHub quotes it in its errors', async () => {
    const { fakeGitHub, act, publish, expectNoLeak } = await watchedWorld();
    const step = await publish();
    const isGit = (path: string) => path.includes('.git/');
    // 200: GraphQL tells of errors in an answer of success.
    for (const status of [200, 401, 403, 404, 422]) {
      fakeGitHub.failWith(status, (_, path) => path === '/graphql');
      expect((await act({ event: 'push', token: 'read' })).code).not.toBe(0);
      fakeGitHub.failWith(status, (_, path) => path !== '/graphql' && !isGit(path));
      expect((await act(step)).code).not.toBe(0);
    }
    await expectNoLeak();
  });

  test('is shown where git meets a server that quotes it', async () => {
    const { fakeGitHub, act, publish, expectNoLeak } = await watchedWorld();
    const step = await publish();
    for (const status of [401, 403, 500]) {
      fakeGitHub.failWith(status, (_, path) => path.includes('service=git-receive-pack'));
      expect(await act(step)).toMatchObject({ outputs: { reason: 'ledger-not-writable' } });
      fakeGitHub.failWith(status, (_, path) => path.includes('.git/'));
      expect((await act({ event: 'push', token: 'read' })).code).not.toBe(0);
    }
    await expectNoLeak();
  });
});
