import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configFor } from '../kit/config-for.ts';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { merged, pullRequestCheckout } from './pull-request-checkout.ts';

/** Releases made from pull requests, whenever they were. */
export const releases = (more = '') =>
  `sources: { docs: false, pull-requests: { since: '2026-01-01' }, releases: { tags: ['v*'], since: '2026-01-01'${more} } }\ndefaults: { tags: [releases] }\n`;

/** A repository on the sandbox's GitHub with real commits, tags and releases. */
export async function releaseCheckout(more = releases(), options: SandboxOptions = {}) {
  const all = await pullRequestCheckout(more, options);
  const { checkout, sandbox, fakeGitHub } = all;
  const remote = `${sandbox.github.url}/${sandbox.github.repository}.git`;
  const signed = `AUTHORIZATION: basic ${Buffer.from(`x:${sandbox.github.tokens.write}`).toString('base64')}`;
  await checkout.git('remote', 'add', 'origin', remote);
  const push = async (...refs: string[]) => {
    const ran = await checkout.git(
      '-c',
      `http.extraheader=${signed}`,
      'push',
      '-q',
      'origin',
      ...refs,
    );
    if (ran.code !== 0) throw new Error(ran.stderr);
  };
  await push('main');
  let minute = 0;
  const nextTime = () => new Date(Date.UTC(2026, 9, 1) + 60_000 * minute++).toISOString();

  /** Commits on top of what is checked out, one for each name, and their ids. */
  const commits = async (names: readonly number[]): Promise<readonly string[]> => {
    const who = 'T <t@example.com> 1790000000 +0000';
    const stream = names.map((name, n) => {
      const from = n === 0 ? 'from refs/heads/main^0\n' : '';
      const file = `M 100644 inline changes/${name}.txt\ndata 2\nx\n`;
      return `commit refs/heads/main\nmark :${n + 1}\ncommitter ${who}\ndata 1\nc\n${from}${file}\n`;
    });
    const marks = join(checkout.folder, '.git/marks');
    execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
      cwd: checkout.folder,
      input: stream.join(''),
    });
    await checkout.git('reset', '-q', '--hard', 'main');
    const lines = (await readFile(marks, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    return names.map((_, n) => lines.find(([mark]) => mark === `:${n + 1}`)?.[1] ?? '');
  };

  return {
    ...all,
    push,
    /** Makes a commit of its own for each of these, and a pull request that it merged. */
    async merge(
      ...pulls: readonly (Parameters<typeof fakeGitHub.pullRequest>[0] & { number: number })[]
    ) {
      const ids = await commits(pulls.map(({ number }) => number));
      const merges = pulls.map((pull, n) => {
        const at = nextTime();
        const common = merged(pull.number, `Change ${pull.number}`, '');
        return { ...common, merged: at, updated: at, ...pull, mergeCommit: ids[n] ?? '' };
      });
      await fakeGitHub.pullRequests(merges);
      await push('HEAD');
    },
    /** Tags what is checked out, and publishes a release of it. */
    async release(tag: string, more: Parameters<typeof fakeGitHub.release>[0] | object = {}) {
      await checkout.git('tag', tag);
      await push(`refs/tags/${tag}`);
      const at = nextTime();
      await fakeGitHub.release({
        tag,
        name: null,
        published: at,
        created: at,
        updated: at,
        ...more,
      });
    },
    async configure(config: string) {
      await checkout.write({ '.github/stack-publish.yml': configFor(sandbox, config) });
      await checkout.commit();
      await push('HEAD');
    },
    /** What the site has, by title. */
    async articles() {
      const posts = await sandbox.site.posts();
      return Object.fromEntries(
        posts.map((post) => ('title' in post ? [post.title, post.body] : ['', ''])),
      );
    },
  };
}
