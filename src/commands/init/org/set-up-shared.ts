import type { ConfigText } from '../../../config/parse-config.ts';
import { configPaths } from '../../../config/config-paths.ts';
import type { Config } from '../../../config/schema.ts';
import { schemaAddress } from '../../../model/version.ts';
import type { FleetView } from '../../../ports/forge-fleet.ts';
import { completeWish, type Asked, type GivenWish } from '../ask-wish.ts';
import { pinChore } from '../chores.ts';
import { configText } from '../config-text.ts';
import { workflowPaths } from '../pick-workflows.ts';
import { keptConfig, putConfig } from '../set-up-config.ts';
import { newFile } from '../set-up-files.ts';
import { chore } from '../steps.ts';
import { acceptedOf, configValue } from '../wish.ts';
import { isUnpinned, workflowText } from '../workflow-text.ts';
import { sharedName, type FleetContext, type Member } from './fleet-context.ts';
import { filesOf, mergeChore, offerFiles, setUpBranch, stepsOf } from './offer-files.ts';
import { rowOf, skippedRow, type Row } from './row.ts';

/** What all repositories share, as it is or is to be. */
export interface Shared {
  readonly config: Config;
  readonly text: ConfigText;
  /** The workflow that all call. */
  readonly workflow: string;
  /** The commit that callers name; null: it is not on the default branch yet, or cannot run yet. */
  readonly commit: string | null;
}

const folder = '.github/workflows';

/** The shared repository, before anything is written: what it has, and what it is to have. */
export async function readShared(
  context: FleetContext,
  member: Member | null,
  given: GivenWish,
  person: Asked | null,
): Promise<{ readonly shared: Shared; readonly setUp: (dryRun: boolean) => Promise<Row> }> {
  const name = sharedName(context.organisation);
  const view = member && (await look(member, null));
  // What waits in our pull request was asked for already.
  const asked = member && view?.pull?.state === 'open' ? await look(member, setUpBranch) : view;
  const found = asked && configIn(asked);
  const text = found ?? (await newText(given, person));
  const config = await context.parse(text, null);
  const shipped = context.shippedForMany.find(({ text: each }) => callable.test(each));
  if (shipped === undefined) throw new Error('the package ships no workflow to call');
  const path = workflowPaths.publish;
  const { tier, api } = config.destination;
  const own = workflowText(shipped.text, {
    branch: member?.found.defaultBranch ?? 'main',
    repository: null,
    environment: config.approval.environment,
    withKey: tier === 'enterprise' && api === 'v2.3',
  });
  const workflow = asked?.files.get(path) ?? own;
  const isMerged = view !== null && view.files.has(path) && configIn(view) !== null;
  const commit = isMerged && !isUnpinned(workflow) ? view.changedAt : null;

  async function setUp(dryRun: boolean): Promise<Row> {
    const missing = missingText(member, view);
    if (member === null || view === null || missing !== null) {
      const [reason, message] = missing ?? notFound;
      const make = chore(
        `Make the repository ${name}, with a first commit, and run it again: it has what all share.`,
        null,
        reason === 'not-found' ? `gh repo create ${name} --private --add-readme` : null,
      );
      return { ...skippedRow(name, reason, message), left: [make] };
    }
    const { files, created } = filesOf(view);
    const here = configIn(view);
    const configStep = here
      ? keptConfig({ config, name: here.name }, given, null)
      : await putConfig(files, { path: text.name, text: text.text, config }, dryRun);
    const kept = {
      kind: 'workflow',
      name: path,
      state: 'kept',
      message: 'others call it',
    } as const;
    const there = view.files.get(path);
    const workflowStep =
      there && callable.test(there)
        ? kept
        : await newFile(files, { kind: 'workflow', path, text: own }, dryRun);
    const offered = created.length > 0 ? await offerFiles(member, view, created) : null;
    const steps = [configStep, workflowStep];
    const pull = offered?.pull ?? view.pull;
    return rowOf(name, {
      steps: offered ? stepsOf(steps, offered) : steps,
      left: [
        ...pinChore([{ path, text: workflow }]),
        ...mergeChore(pull),
        ...(isMerged ? [] : [again]),
      ],
      pull,
      isNew: offered?.isNew ?? false,
      message: null,
    });
  }

  return { shared: { config, text, workflow, commit }, setUp };
}

const again = chore(
  'Then run it again: it opens the pull requests of the others, which name the commit of this workflow.',
);

const callable = /^on:\s*(?:workflow_call|\n\s+workflow_call)\b/m;

const notFound = ['not-found', 'there is none, or not for this token'] as const;

function missingText(
  member: Member | null,
  view: FleetView | null,
): readonly [NonNullable<Row['reason']>, string] | null {
  if (member === null || view === null) return notFound;
  if (member.found.isArchived) return ['archived', 'it is archived'];
  return view.head === null ? ['empty', 'it has no commit yet'] : null;
}

const look = ({ place }: Member, of: string | null) =>
  place.look({
    of,
    paths: configPaths.filter((path) => path.startsWith('.github/')),
    folder,
    history: workflowPaths.publish,
    labels: [],
    branch: setUpBranch,
  });

/** The configuration of a repository, where it is a text. */
export function configIn({ files }: Pick<FleetView, 'files'>): ConfigText | null {
  for (const path of configPaths) {
    const text = files.get(path);
    if (typeof text === 'string') return { text, name: path };
  }
  return null;
}

/** A new shared configuration, of flags and answers. */
async function newText(given: GivenWish, person: Asked | null): Promise<ConfigText> {
  const wish = await completeWish(given, person);
  const value = configValue(wish, { pulls: true, accept: acceptedOf.reviewers });
  return {
    text: configText(value, schemaAddress('config.json')),
    name: '.github/stack-publish.yml',
  };
}
