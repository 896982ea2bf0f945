import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { destinationOf } from './config-for.ts';
import { page } from './page.ts';
import { realGitea, type Name } from './real-gitea.ts';
import { testSandbox } from './test-sandbox.ts';

const examples = join(import.meta.dirname, '../../examples');

/** Before Gitea 1.27 its API calls a comment's run by another name than the runner. */
const commented = ['issue_comment', 'pull_request_comment'];

/** The example, for a server that cannot reach github.com: with its own copy of the Action, and git itself. */
function workflowFor(text: string, action: string): string {
  const checkout = `      - run: |
          git init -q . && git remote add origin "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"
          git -c http.extraheader="AUTHORIZATION: basic $(printf 'x:%s' "$TOKEN" | base64 -w0)" fetch -q --depth=1 origin "$GITHUB_SHA"
          git checkout -q FETCH_HEAD
        env: { TOKEN: '\${{ github.token }}' }
`;
  return text
    .replaceAll(/ {6}- uses: actions\/checkout@.*\n {8}with:\n.*\n/g, checkout)
    .replaceAll(/uses: stack-publish\/stack-publish@\S+/g, `uses: ${action}`);
}

/** A repository on a real Gitea with the example's workflow, a page and a note, planned by a real run. */
export async function createRealGiteaWorld() {
  const [sandbox, gitea] = await Promise.all([testSandbox(), realGitea()]);
  const here = `/repos/${gitea.repository}`;
  const { write, read } = sandbox.stack.tokens;
  const setSecret = (name: string, data: string) =>
    gitea.ask('PUT', `${here}/actions/secrets/${name}`, { data });
  await setSecret('STACK_READ_TOKEN', read);
  await setSecret('STACK_TOKEN', write);
  await setSecret('ROLES_TOKEN', gitea.token('mia-roles'));
  const action = `${gitea.url}/${gitea.organization}/stack-publish@main`;
  const workflow = async (file: string) =>
    workflowFor(await readFile(join(examples, file), 'utf8'), action);
  gitea.push({
    '.github/stack-publish.yml': `${destinationOf(sandbox)}\ndefaults: { tags: [notes] }\nsources: { pull-requests: { since: '2020-01-01' } }\n`,
    '.gitea/workflows/stack.yml': await workflow('gitea/stack.yml'),
    '.gitea/workflows/check.yml': await workflow('workflows/check.yml'),
    'docs/a.md': page('The first page of the handbook', 'It says what there is to say here.\n'),
  });
  const first = await gitea.ended(({ event }) => event === 'push');

  const { id } = await gitea.ask<{ id: number }>('POST', `${here}/labels`, {
    name: 'stack:article',
    color: '#0080ff',
  });
  gitea.push({ 'src/keys.txt': 'rotated\n' }, 'keys');
  const note = '## Release note\n\nKeys are rotated by themselves from now on.\n';
  const { number: pull } = await gitea.ask<{ number: number }>(
    'POST',
    `${here}/pulls`,
    { head: 'keys', base: 'main', title: 'feat: rotate the keys', body: note, labels: [id] },
    gitea.token('wren'),
  );
  await gitea.ask('POST', `${here}/pulls/${pull}/merge`, { Do: 'merge' }, gitea.token('mia'));
  const planned = await gitea.ended(({ event, id: run }) => event === 'push' && run > first.id);
  const [digest] = /sha256:[0-9a-f]{64}/.exec(planned.log) ?? [];

  let last = planned.id;
  /** The end of the run that this starts. */
  const runOf = async (event: readonly string[], start: () => Promise<unknown>) => {
    await start();
    const run = await gitea.ended((each) => event.includes(each.event) && each.id > last);
    last = run.id;
    return run;
  };
  return {
    sandbox,
    gitea,
    here,
    pull,
    digest,
    planned,
    setSecret,
    /** Starts the workflow by hand. */
    dispatch: (by: Name, inputs: object = { digest }, ref = 'main') =>
      runOf(['workflow_dispatch'], () =>
        gitea.ask(
          'POST',
          `${here}/actions/workflows/stack.yml/dispatches`,
          { ref, inputs },
          gitea.token(by),
        ),
      ),
    /** Writes a comment on the pull request, and does something before its run can begin. */
    comment: async (by: Name, body: string, then?: (comment: number) => Promise<unknown>) => {
      let comment = 0;
      const run = await runOf(commented, async () => {
        const path = `${here}/issues/${pull}/comments`;
        const made = await gitea.ask<{ id: number }>('POST', path, { body }, gitea.token(by));
        comment = made.id;
        await then?.(comment);
      });
      return { ...run, comment };
    },
    titles: async () =>
      (await sandbox.site.state()).posts.map(({ title }) => title ?? '').toSorted(),
  };
}
