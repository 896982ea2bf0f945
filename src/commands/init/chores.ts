import type { Config } from '../../config/schema.ts';
import { docsAddress, repositoryAddress } from '../../model/version.ts';
import { placeOf } from './decide-way.ts';
import type { WorkflowFile } from '../doctor/workflow.ts';
import type { GitHubPlace, InitContext } from './init-context.ts';
import { otherCi } from './other-ci.ts';
import { workflowPaths } from './pick-workflows.ts';
import { chore, type Step, type Chore } from './steps.ts';
import { isUnpinned } from './workflow-text.ts';

/** What there is to do where no workflow can be written. */
export function elsewhereChores(
  { github, host }: Pick<InitContext, 'github' | 'host'>,
  { ledger }: Config,
): Chore[] {
  if (github !== null) return [];
  if (host === null)
    return 'file' in ledger
      ? []
      : [
          chore(
            'Add the remote `origin`: the ledger is a branch of it. For a trial without one, set `ledger: { file: .stack-publish/ledger.json }`.',
            `${docsAddress}/configuration.md#ledger`,
          ),
        ];
  return [
    chore(
      `Write the jobs of your CI: ${placeOf(host)}, on no GitHub that is known. Where it is a GitHub of your own, set GITHUB_SERVER_URL and run it again.`,
      `${docsAddress}/${otherCi(host).page}`,
    ),
  ];
}

/** A secret that an environment needs, with a command for whoever has GitHub's own tool. */
export function secretChore(
  { pages, name }: GitHubPlace,
  {
    environment,
    secret,
    writes,
    page,
  }: {
    readonly environment: string;
    readonly secret: string;
    readonly writes: boolean;
    readonly page: string;
  },
): Chore {
  const what =
    secret === 'STACK_TOKEN'
      ? `a token of Stack Internal that ${writes ? 'writes, of the same account' : 'only reads'}`
      : 'the key of an application on the site';
  const host = URL.parse(pages.server)?.host ?? '';
  const repository = host === 'github.com' ? name : `${host}/${name}`;
  return chore(
    `Add the secret ${secret} to the environment \`${environment}\`: ${what}.`,
    page,
    isPlain(environment)
      ? `gh secret set ${secret} --env ${environment} --repo ${repository}`
      : null,
  );
}

/** A version of the Action that could be run, where workflows name none. */
export function pinChore(files: readonly WorkflowFile[]): Chore[] {
  const paths = files.filter(({ text }) => isUnpinned(text)).map(({ path }) => path);
  if (paths.length === 0) return [];
  return [
    chore(
      `In ${paths.join(', ')}: put the whole commit of stack-publish that you looked at in the place of the zeros behind \`uses: stack-publish/stack-publish@\`.`,
      `${repositoryAddress}/commits/main`,
    ),
  ];
}

/** What of the files is in no commit yet. */
export async function commitChore(
  { repository }: Pick<InitContext, 'repository'>,
  steps: readonly Step[],
  branch: string,
  dryRun: boolean,
): Promise<Chore[]> {
  const files = steps.filter(
    ({ kind }) => kind === 'config' || kind === 'workflow' || kind === 'gitignore',
  );
  // Those of an earlier run, too.
  const ours = new Set([...files.map(({ name }) => name), ...Object.values(workflowPaths)]);
  const paths = dryRun
    ? files.filter(({ state }) => state === 'planned').map(({ name }) => name)
    : (await repository.changedPaths()).filter((path) => ours.has(path));
  if (paths.length === 0) return [];
  const first = repository.commit === null ? ' It is the first commit of this repository.' : '';
  return [
    chore(
      `Commit ${paths.join(', ')}, and bring ${paths.length === 1 ? 'it' : 'them'} to ${branch}.${first}`,
      null,
      paths.every(isPlain)
        ? `git add ${paths.join(' ')} && git commit -m 'Set up stack-publish'`
        : null,
    ),
  ];
}

/** Whether a shell takes it as it is. */
const isPlain = (text: string) => /^[\w./-]+$/.test(text) && !text.startsWith('-');
