import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { page } from '../kit/page.ts';
import { shapesOf, startEcho } from '../kit/echo-server.ts';
import { config, configPath, createActionWorld } from '../kit/action-world.ts';
import type { Acted, Step } from '../kit/run-action.ts';

export const apiKey = 'K3y-for-the-api/with+signs=(and)~more';

/** Pieces of this length are looked for, so that a token which was cut in two is found too. */
const piece = 12;

/** Where a text shows a piece of a token, in any of its shapes. */
export function leaks(text: string, tokens: readonly string[]): string[] {
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

/** A world between whose Action and servers stand some that can quote what they were sent. */
export async function watchedWorld() {
  const world = await createActionWorld({
    files: { 'docs/b.md': page('The second page', 'two\n') },
  });
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
  const folder = temporaryFolder();
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
    const files = acts.flatMap(({ outputs }) => [
      outputs['plan'],
      outputs['result'],
      outputs['preview'],
    ]);
    const documents = files.flatMap((file) => file || []);
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
