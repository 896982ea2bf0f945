import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlanDocument } from '../src/report/documents/plan.ts';
import type { PublishDocument } from '../src/report/documents/publish.ts';
import {
  fakeStackClient,
  type FakeStackClient,
  type LogEntry,
  startSandbox,
} from '../sandbox/index.ts';
import { measuredRun, probedRun, type Probed, type RunOptions } from './measured-run.ts';

/** A run of the command against the sandbox, and what the sandbox saw of it. */
interface CommandRun<Document> extends Probed {
  readonly document: Document;
  readonly log: readonly LogEntry[];
}

/** A sandbox and a checkout with a bare `origin`, whose ledger is a branch there. */
export interface World {
  readonly site: FakeStackClient;
  readonly options: RunOptions;
  /** Where the API of the site is. */
  readonly url: string;
  /** The path of the configuration in the checkout. */
  readonly configFile: string;
  /** Changes the file of one source, to this text where one is given, and pushes the commit. */
  change(number: number, text?: string): Promise<void>;
  /** Unless told otherwise with a probe, which takes a little time. */
  plan(how?: { readonly probed: boolean }): Promise<CommandRun<PlanDocument>>;
  publish(digest: string | null): Promise<CommandRun<PublishDocument>>;
  close(): Promise<void>;
}

const configFile = '.github/stack-publish.yml';

/** Makes a repository with so many marked docs files. */
export async function createWorld(cliPath: string, sources: number): Promise<World> {
  const sandbox = await startSandbox({ team: 'acme', switches: { throttle: false } });
  const site = fakeStackClient(sandbox.control);
  const base = await mkdtemp(join(tmpdir(), 'stack-publish-bench-'));
  const folder = join(base, 'checkout');
  const origin = join(base, 'origin.git');
  const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.write };
  const options: RunOptions = { cwd: folder, env };
  const git = (...args: string[]) =>
    measuredRun(
      'git',
      ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0', ...args],
      { cwd: folder },
    );
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const push = async () => {
    await git('add', '-A');
    await git('commit', '-qm', 'Change the docs');
    await git('push', '-q', 'origin', 'HEAD:main');
  };

  await mkdir(folder, { recursive: true });
  await mkdir(origin);
  await git('init', '-q', '-b', 'main');
  await git('init', '-q', '--bare', '-b', 'main', origin);
  await git('remote', 'add', 'origin', origin);
  await write(
    configFile,
    [
      `destination: { tier: business, team: acme, url: "${sandbox.stack.url}" }`,
      'approval: { accept: [asserted] }',
      'limits: { create: 10000 }',
      '',
    ].join('\n'),
  );
  for (let number = 1; number <= sources; number += 1)
    await write(pathOf(number), pageOf(number, 'as it was first'));
  await push();

  let seen = 0;
  async function command<Document>(
    args: readonly string[],
    probed = true,
  ): Promise<CommandRun<Document>> {
    const before = (await site.log(seen)).at(-1)?.number ?? seen;
    const line = [cliPath, ...args, '--json'];
    const run = probed
      ? await probedRun(line, options)
      : { ...(await measuredRun(process.execPath, line, options)), ...unknown };
    const document = JSON.parse(run.stdout) as Document;
    const log = await site.log(before);
    seen = log.at(-1)?.number ?? before;
    return { ...run, document, log };
  }
  let edits = 0;
  return {
    site,
    options,
    url: sandbox.stack.url,
    configFile,
    async change(number, text) {
      edits += 1;
      await write(pathOf(number), text ?? pageOf(number, `as edit ${edits} left it`));
      await push();
    },
    plan: ({ probed } = { probed: true }) => command<PlanDocument>(['plan'], probed),
    publish: (digest) => command<PublishDocument>(['publish', '--digest', digest ?? '']),
    async close() {
      await sandbox.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

const unknown = { peak: Number.NaN, cpu: Number.NaN, loaded: new Map<string, number>() };

/** Files in folders of a hundred, as a documentation of this size has them. */
function pathOf(number: number): string {
  return `docs/part-${Math.floor(number / 100)}/page-${number}.md`;
}

/** About a kilobyte of Markdown. */
function pageOf(number: number, state: string): string {
  const steps = Array.from(
    { length: 8 },
    (_, step) =>
      `${step + 1}. Step ${step + 1} of page ${number} uses \`tool --option ${step}\` and waits for **its end**.`,
  );
  return `---
title: How to do the thing of page ${number}
tags: [docs, bench]
stack: article
---

This page tells of part ${number}, ${state}.

## Steps

${steps.join('\n')}

\`\`\`sh
tool --page ${number} < input.txt && echo "done"
\`\`\`

See [the manual](https://docs.example.com/manual/${number}) for the rest.
`;
}
