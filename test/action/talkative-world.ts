import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { config, configPath, createActionWorld } from '../kit/action-world.ts';
import { gitHubEnvironment } from '../kit/github-environment.ts';
import type { Acted, Step } from '../kit/run-action.ts';
import { json, serve } from '../kit/serve.ts';

/** Stands in everything that the site says of its own, and nowhere in the repository. */
export const word = 'Zeus';

/** A request that the site refuses, in its own words. */
export interface Refusal {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  readonly body?: unknown;
}

/**
 * A repository whose site says a word of its own wherever it can: as names of people, in addresses, in
 * unknown fields and headers, and in errors. All that the tool shows or leaves behind is kept.
 */
export async function talkativeWorld(options: {
  readonly isPrivate: boolean;
  readonly files?: Readonly<Record<string, string>>;
}) {
  let target = '';
  let refusal: Refusal | null = null;
  const site = await serve(async (response, { method, url, headers, body }) => {
    if (refusal?.method === method && refusal.path.test(url)) {
      const said = `Only “${word}” may.`;
      const problem = { title: said, detail: said, errors: { [word]: [said] }, type: word };
      response.setHeader('x-reason', word);
      json(response, refusal.status, refusal.body ?? problem);
      return;
    }
    const type = headers['content-type'];
    const answer = await fetch(target + url, {
      method,
      headers: {
        authorization: headers.authorization ?? '',
        ...(type !== undefined && { 'content-type': type }),
      },
      ...(body !== '' && { body }),
    });
    const text = await answer.text();
    response.setHeader('date', answer.headers.get('date') ?? '');
    response.setHeader('x-team', word);
    json(response, answer.status, text === '' ? {} : talking(JSON.parse(text), url));
  });
  onTestFinished(() => site[Symbol.asyncDispose]());
  const world = await createActionWorld({
    files: {
      [configPath]: config({ stack: { tier: 'business', team: 'acme', url: site.url } } as never),
      ...options.files,
    },
  });
  const { sandbox, checkout } = world;
  target = sandbox.stack.url;
  await world.fakeGitHub.repository({ private: options.isPrivate });
  const { stdout: head } = await checkout.git('rev-parse', 'HEAD');
  await world.fakeGitHub.pullRequest({
    title: 'The pages',
    state: 'merged',
    mergeCommit: head.trim(),
  });

  const shown: string[] = [];
  const keep = async ({ log, summary, outputs }: Acted) => {
    const files = [outputs['plan'], outputs['result'], outputs['preview']].flatMap(
      (file) => file || [],
    );
    const documents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    shown.push(log, summary, JSON.stringify(outputs), ...documents);
  };
  return {
    ...world,
    /** Where the site's posts are. */
    pages: `${site.url}/c/acme`,
    refuse(next: Refusal | null) {
      refusal = next;
    },
    async act(step: Step): Promise<Acted> {
      const acted = await world.act({ ...step, env: { RUNNER_DEBUG: '1', ...step.env } });
      await keep(acted);
      return acted;
    },
    /** Runs a command at a terminal: for people with every detail, and for programs. */
    async cli(...args: string[]) {
      const env = {
        ...gitHubEnvironment(sandbox),
        GITHUB_TOKEN: sandbox.github.tokens.maintain,
        STACK_ACCESS_TOKEN: sandbox.stack.tokens.write,
      };
      const ways = ['--verbose', '--json'];
      const runs = [];
      for (const way of ways) runs.push(await checkout.cli([...args, way], env));
      shown.push(...runs.map(({ output }) => output));
      return runs.map(({ output }) => output).join('\n');
    },
    /** Everything that was shown or left behind by now. */
    async all(): Promise<string> {
      await checkout.git('fetch', '-q', 'origin', 'stack-publish/ledger');
      const objects = await checkout.git('cat-file', '--batch-all-objects', '--batch');
      const index = await readFile(join(checkout.folder, 'index.json'), 'utf8').catch(() => '');
      const { comments } = await world.fakeGitHub.state();
      const bodies = comments.map(({ body }) => body);
      const all = [...shown, objects.stdout, index, ...bodies].join('\n');
      expect(all.length).toBeGreaterThan(1000);
      return all;
    },
  };
}

/** An answer with the word in each place that is no text of a post, and a tag of that name in each list of tags. */
function talking(value: unknown, url = ''): unknown {
  if (Array.isArray(value)) {
    const listed = url.includes('/tags?')
      ? [...value, { id: 99, name: `${word.toLowerCase()}-only`, postCount: 1 }]
      : value;
    return listed.map((each) => talking(each));
  }
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).map(([name, member]) => {
    if (/^(web|share)Url$/.test(name)) return [name, `${member}/${word}-takes-over`];
    // Tags are a part of what we write; a person's or a group's name is not.
    if (name === 'name' && !('postCount' in value)) return [name, `${member} of ${word}`];
    return [name, name === 'tags' ? member : talking(member, name === 'items' ? url : '')];
  });
  return { ...Object.fromEntries(told), [`x${word}`]: word };
}
