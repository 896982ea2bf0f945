import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { actionlint, zizmor } from './linters.ts';
import { localAction, releasedAction } from './local-action.ts';

const root = join(import.meta.dirname, '../..');
const workflows = globSync(
  ['examples/{workflows,fleet,gitea}/*.{yml,yaml}', '.github/workflows/*.{yml,yaml}'],
  {
    cwd: root,
  },
).toSorted();

/** A repository with these files, and with the Action. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder();
  const action = await readFile(join(root, 'action.yml'), 'utf8');
  const all = { 'action.yml': action, 'dist/action.js': '', '.git/HEAD': '', ...files };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** These do not run the Action. */
const startsAnother = /(?:daily|release|caller)\.yml$/;

test('there are workflows to look at', () => {
  expect(workflows).toContain('examples/workflows/check.yml');
  expect(workflows).toContain('examples/workflows/comment.yml');
  expect(workflows).toContain('examples/workflows/dispatch.yml');
  expect(workflows).toContain('examples/workflows/reviewers.yml');
});

describe('actionlint', () => {
  test.each(workflows)('finds nothing in %s', async (path) => {
    const text = await readFile(join(root, path), 'utf8');
    const folder = await folderOf({ '.github/workflows/w.yml': text });
    expect(await actionlint(folder, ['.github/workflows/w.yml'])).toEqual({ code: 0, output: '' });
  });

  test.each(workflows.filter((path) => path.startsWith('examples/') && !startsAnother.test(path)))(
    'knows every input and output that %s uses of the Action',
    async (path) => {
      const text = await readFile(join(root, path), 'utf8');
      expect(text).toMatch(releasedAction);
      const folder = await folderOf({ '.github/workflows/w.yml': localAction(text) });
      const linted = await actionlint(folder, ['.github/workflows/w.yml']);
      expect(linted).toEqual({ code: 0, output: '' });
    },
  );

  test('finds what is wrong', async () => {
    const bad = `
on: pull_request
jobs:
  one:
    runs-on: ubuntu-latest
    needs: nothing
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
      - id: plan
        uses: ./
        with: { digset: x }
      - run: echo "\${{ steps.plan.outputs.dijest }}"
`;
    const folder = await folderOf({ '.github/workflows/w.yml': bad });
    const { code, output } = await actionlint(folder, ['.github/workflows/w.yml']);
    expect(code).toBe(1);
    expect(output).toContain('pull_request.title" is potentially untrusted');
    for (const word of ['"nothing"', '"digset"', '"dijest"']) expect(output).toContain(word);
  });
});

describe('zizmor', () => {
  test('finds nothing in the workflows and in the Action', async () => {
    const files = ['action.yml', ...workflows];
    const { code, output } = await zizmor(root, files);
    expect(output).toContain('No findings to report.');
    for (const file of files) expect(output).toContain(`completed ${file}\n`);
    expect(code).toBe(0);
  });

  test('finds what is unsafe', async () => {
    const bad = `
name: Bad
on: pull_request_target
jobs:
  one:
    name: One
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@main
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: echo "\${{ github.event.pull_request.title }}"
`;
    const folder = await folderOf({ 'w.yml': bad });
    const { code, output } = await zizmor(folder, ['w.yml']);
    expect(code).toBe(14);
    for (const audit of [
      'dangerous-triggers',
      'unpinned-uses',
      'template-injection',
      'excessive-permissions',
    ])
      expect(output).toContain(`[${audit}]`);
  });

  test('does not take what it cannot read for good', async () => {
    const folder = await folderOf({ 'w.yml': 'on: push\njobs: 7\n' });
    expect((await zizmor(folder, ['w.yml'])).code).toBe(1);
  });
});
