import { configPaths } from '../../../config/config-paths.ts';
import { parseExtended } from '../../../config/extended.ts';
import type { ConfigText } from '../../../config/parse-config.ts';
import { isObject } from '../../../model/is-object.ts';
import { docsAddress } from '../../../model/version.ts';
import type { Reviewer } from '../../../ports/forge-setup.ts';
import { readYaml } from '../../../yaml/yaml-file.ts';
import { setUpForge } from '../set-up-forge.ts';
import { newFile } from '../set-up-files.ts';
import { setUpWorkflows } from '../set-up-workflows.ts';
import { missingSecrets } from '../secrets-left.ts';
import { callerText, pinnedAs } from './caller-text.ts';
import { sharedName, type FleetContext, type Member } from './fleet-context.ts';
import { filesOf, mergeChore, offerFiles, setUpBranch, stepsOf } from './offer-files.ts';
import { rowOf, skippedRow, type MissingSecret, type Row } from './row.ts';
import { configIn, type Shared } from './set-up-shared.ts';

/** What became of a repository, and which secrets its environments lack. */
interface Result {
  readonly row: Row;
  readonly secrets: readonly MissingSecret[];
}

/**
 * Sets one repository of many up: as `init` does it for one, but that files come by a pull request,
 * and that nothing is done where it is not for this. Throws what a forge throws.
 */
export async function setUpOne(
  context: FleetContext,
  member: Member,
  {
    shared,
    reviewers,
    dryRun,
  }: {
    readonly shared: Shared;
    readonly reviewers: readonly Reviewer[];
    readonly dryRun: boolean;
  },
): Promise<Result> {
  const { found, place, pages } = member;
  const { name } = found;
  const skip = (reason: NonNullable<Row['reason']>, message: string): Result => ({
    row: skippedRow(name, reason, message),
    secrets: [],
  });
  if (found.isArchived) return skip('archived', 'it is archived');
  if (found.isFork) return skip('fork', 'it is a fork');
  if (found.isAdmin === false) return skip('no-admin', 'the token is of no admin there');
  if (found.mayHaveReviewers === false)
    return skip('no-reviewers', 'it may have no required reviewers: private, without Enterprise');
  const pulls = shared.config.sources['pull-requests'];
  const view = await place.look({
    of: null,
    paths: configPaths.filter((path) => path.startsWith('.github/')),
    folder: '.github/workflows',
    history: null,
    labels: pulls === false ? [] : [pulls.article, pulls.faq],
    branch: setUpBranch,
  });
  if (view.head === null) return skip('empty', 'it has no commit yet');
  const own = configIn(view);
  if (own !== null && !extendsShared(own, context.organisation))
    return skip('own-configuration', `${own.name} is its own, and extends no shared one`);
  const text = own ?? newText(context.organisation);
  const config = await context.parse(text, shared.text);

  // First what guards the tokens: a workflow that names an environment makes one without protection.
  const setup = { ...place.setup, labelsAmong: () => Promise.resolve(view.labels) };
  const github = { name, pages, setup };
  const forge = await setUpForge(
    github,
    { config, way: 'reviewers', branch: found.defaultBranch, reviewers },
    dryRun,
  );
  const secrets = await missingSecrets(setup, config, shared.workflow);
  const done = { left: forge.left, pull: view.pull, isNew: false };
  if (shared.commit === null) {
    const message = 'its files wait for the shared workflow';
    return { row: rowOf(name, { ...done, steps: forge.steps, message }), secrets };
  }
  const { files, created } = filesOf(view);
  const workflows = [...view.files].flatMap(([path, each]) =>
    each !== null && path.startsWith('.github/workflows/') ? [{ path, text: each }] : [],
  );
  const configStep = await newFile(
    files,
    { kind: 'config', path: text.name, text: text.text },
    dryRun,
  );
  const called = await setUpWorkflows(
    { files, workflows, shipped: pinnedAs(context.shipped, shared.workflow) },
    {
      way: 'reviewers',
      place: {
        branch: found.defaultBranch,
        repository: name,
        environment: config.approval.environment,
        withKey: false,
      },
      pulls: config.sources['pull-requests'] !== false,
      releases: config.sources.releases !== false,
      publisher: callerText(context, shared.commit),
    },
    dryRun,
  );
  const steps = [configStep, ...called.steps];
  const offered = created.length > 0 ? await offerFiles(member, view, created) : null;
  const pull = offered?.pull ?? view.pull;
  const all = [...(offered ? stepsOf(steps, offered) : steps), ...forge.steps];
  return {
    row: rowOf(name, {
      ...done,
      steps: all,
      left: [...forge.left, ...mergeChore(pull)],
      pull,
      isNew: offered?.isNew ?? false,
      message: null,
    }),
    secrets,
  };
}

/** What a repository says by itself: next to nothing. */
const newText = (organisation: string): ConfigText => ({
  name: '.github/stack-publish.yml',
  text: [
    `# What all repositories have in common is in ${sharedName(organisation)}; what stands here goes before it.`,
    `# Every key: ${docsAddress}/configuration.md`,
    `extends: ${sharedName(organisation)}`,
    '',
  ].join('\n'),
});

/** Whether a configuration stands over the organisation's. What cannot be read does not. */
function extendsShared({ text }: ConfigText, organisation: string): boolean {
  const root = readYaml(text).tree?.value;
  const value = isObject(root) ? root['extends'] : null;
  const from = typeof value === 'string' ? parseExtended(value) : null;
  return (
    from?.kind === 'shared' &&
    `${from.owner}/${from.name}`.toLowerCase() === sharedName(organisation).toLowerCase()
  );
}
