import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { fakeStackClient, startSandbox } from '../../sandbox/index.ts';
import { launchChromium } from '../../test/kit/launch-chromium.ts';
import { terminalPage } from './terminal-page.ts';
import { walk } from './walk.ts';

// Takes the pictures of docs/images/: publishes the example into a sandbox and opens a browser there.

const root = join(import.meta.dirname, '../..');
const images = join(root, 'docs/images');
/** Fixed, as it stands in the pictures: the same sources give the same pictures. */
const port = 4680;
/** A digest is of a site: of its address, too. */
const walkPort = 4690;
const when = '2026-11-23T09:00:00Z';
const run = promisify(execFile);

await takeAll();

async function takeAll(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stack-publish-screenshots-'));
  const sandbox = await startSandbox({ team: 'acme-platform', port });
  const browser = await launchChromium();
  try {
    const site = fakeStackClient(sandbox.control);
    const options = {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        TERM: 'xterm',
        STACK_ACCESS_TOKEN: sandbox.stack.tokens['write'],
      },
    };
    const main = join(root, 'src/cli/main.ts');
    const cli = (...args: string[]) => run(process.execPath, [main, ...args], options);
    const publishAll = async () => {
      const { digest } = JSON.parse((await cli('plan', '--json')).stdout) as { digest: string };
      await cli('publish', '--digest', digest);
    };
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.com', ...args], {
        cwd: folder,
        // A plan names its commit.
        env: { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
      });
    const edit = async (path: string, change: (text: string) => string) => {
      const file = join(folder, path);
      await writeFile(file, change(await readFile(file, 'utf8')));
    };
    const commit = async () => {
      await git('add', '-A');
      await git('commit', '-qm', 'Write down what we know');
    };

    await cp(join(root, 'examples/handbook'), folder, { recursive: true });
    await edit('.github/stack-publish.yml', (text) =>
      text.replace('team: acme-platform', `team: acme-platform, url: "${sandbox.stack.url}"`),
    );
    await writeFile(join(folder, '.gitignore'), '.stack-publish/\n');
    await git('init', '-q', '-b', 'main');
    await commit();
    await publishAll();

    const view = await browser.newContext({
      viewport: { width: 960, height: 700 },
      deviceScaleFactor: 1.25,
    });
    const page = await view.newPage();
    const posts = await site.posts();
    const articleOf = (title: string) => {
      const found = posts.find((post) => post.kind === 'article' && post.title.startsWith(title));
      if (found) return found;
      throw new Error(`The example's article was not published: ${title}`);
    };
    await page.goto(`${sandbox.stack.pages}/articles/${articleOf('Rotating TLS keys').id}`);
    await take(page, 'article.png', 960);
    await page.goto(sandbox.stack.pages);
    await take(page, 'list.png');

    const onCall = articleOf('On call');
    await site.edit(onCall.id, { body: `${onCall.body}\nUse #incidents.\n` });
    await edit('docs/feature-flags.md', (text) =>
      text.replace('at most 30 days', 'at most 20 days'),
    );
    await writeFile(
      join(folder, 'docs/backups.md'),
      '---\ntitle: Restoring a backup, step by step\ntags: [backups]\nstack: article\n---\n\nA backup that was never restored is a hope. Restore one every month.\n',
    );
    await commit();
    // `script` gives the command a terminal, so that it writes its colours.
    const command = `'${process.execPath}' '${main}' plan 2>/dev/null`;
    const { stdout } = await run('script', ['-qec', command, '/dev/null'], options);
    // A page of its own: the sandbox's allows no styles but its own.
    const terminal = await view.newPage();
    await terminal.setContent(terminalPage('stack-publish plan', stdout));
    await take(terminal, 'plan.png');
    await cli('plan', '--preview', 'plan.html');
    await page.goto(pathToFileURL(join(folder, 'plan.html')).href);
    await take(page, 'preview.png', 1400);
    await takeWalk(view, folder);
  } finally {
    await browser.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes what somebody sees who follows docs/getting-started.md. */
async function takeWalk(view: BrowserContext, folder: string): Promise<void> {
  const sandbox = await startSandbox({
    team: 'acme-platform',
    port: walkPort,
    github: { private: true },
  });
  try {
    for await (const { name, html, url } of walk(root, folder, sandbox)) {
      // Each in a page of its own: what one allows would hold for the next.
      const page = await view.newPage();
      if (url === undefined) await page.setContent(html ?? '');
      else await page.goto(url);
      await take(page, `${name}.png`);
      await page.close();
    }
  } finally {
    await sandbox.close();
  }
}

/** Takes a whole page, or its top. */
async function take(page: Page, name: string, height?: number): Promise<void> {
  // The only thing that would differ from take to take.
  await page.evaluate(`for (const time of document.querySelectorAll('time'))
    time.textContent = '2026-11-23 09:00 UTC';`);
  const path = join(images, name);
  await mkdir(images, { recursive: true });
  const whole = await page.evaluate<number>('document.body.scrollHeight');
  await page.screenshot({
    path,
    fullPage: true,
    clip: { x: 0, y: 0, width: 960, height: Math.min(height ?? whole, whole) },
  });
  console.log(
    `${((await stat(path)).size / 1024).toFixed(0).padStart(4)} KiB  docs/images/${name}`,
  );
}
