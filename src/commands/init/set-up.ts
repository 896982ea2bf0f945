import type { Config } from '../../config/schema.ts';
import type { InitDocument } from '../../report/documents/init.ts';
import { completeWish, type Asked, type GivenWish } from './ask-wish.ts';
import { decideWay, wayDiffers } from './decide-way.ts';
import { flagFault, wayNamed } from './flag-values.ts';
import type { InitContext } from './init-context.ts';
import { namedReviewers, reviewerNames } from './name-reviewers.ts';
import { keptConfig, newConfig, putConfig } from './set-up-config.ts';
import { ignore, ledgerPattern } from './set-up-files.ts';
import { setUpForge } from './set-up-forge.ts';
import { setUpWorkflows } from './set-up-workflows.ts';
import { commitChore, elsewhereChores, pinChore } from './chores.ts';
import { secretsLeft } from './secrets-left.ts';

/** What `init` is asked for. */
export interface InitOptions extends GivenWish {
  readonly approval: string | null;
  readonly reviewers: string | null;
  readonly 'dry-run': boolean;
}

/** A person at a terminal. */
export interface Person extends Asked {
  askYesNo(question: string): Promise<boolean>;
}

type Result = Pick<InitDocument, 'approval' | 'steps' | 'left'>;

/**
 * Sets a repository up for publishing, and changes nothing that is there but what it lacks: first the
 * forge, as a workflow that names an environment which is not there gets one without protection, then
 * the files. Throws `usage` before anything is written.
 */
export async function setUp(
  context: InitContext,
  options: InitOptions,
  person: Person | null,
): Promise<Result> {
  const { files, github } = context;
  const dryRun = options['dry-run'];
  const flag = options.approval === null ? null : wayNamed(options.approval);
  const names = options.reviewers === null ? null : reviewerNames(options.reviewers);
  const wish = context.config === null ? await completeWish(options, person) : null;
  const about = (await github?.setup?.repository()) ?? null;
  const way = await decideWay({
    context,
    github,
    about,
    isTrial: wish ? wish.ledgerFile !== null : 'file' in (context.config?.config.ledger ?? {}),
    flag,
    environment: context.config?.config.approval.environment ?? 'stack-internal',
    askYesNo: person && ((question) => person.askYesNo(question)),
  });
  if (names !== null && way !== 'reviewers')
    throw flagFault('--reviewers are for --approval reviewers', null);
  const fresh = wish && (await newConfig(context, wish, way));
  const config = fresh?.config ?? context.config?.config;
  if (config === undefined) throw new TypeError('there is no configuration');
  // Everything that can be refused was: from here on, things are written.
  const pattern = 'file' in config.ledger ? ledgerPattern(config.ledger.file) : null;
  const reviewers = names && github?.setup ? await namedReviewers(github.setup, names) : null;

  const branch = about?.defaultBranch ?? context.branch;
  const forge = github
    ? await setUpForge(github, { config, way, branch, reviewers: reviewers ?? [] }, dryRun)
    : null;
  const configStep = fresh
    ? await putConfig(files, fresh, dryRun)
    : keptConfig(context.config ?? { config, name: '' }, options, wayDiffers(config, flag));
  const ignored =
    pattern === null || (await context.isIgnored(ledgerFileOf(config)))
      ? []
      : [await ignore(files, pattern, dryRun)];
  const { tier, api } = config.destination;
  const workflows = way
    ? await setUpWorkflows(
        context,
        {
          way,
          place: {
            branch,
            repository: github?.name ?? null,
            environment: config.approval.environment,
            withKey: tier === 'enterprise' && api === 'v2.3',
          },
          pulls: config.sources['pull-requests'] !== false,
          releases: config.sources.releases !== false,
        },
        dryRun,
      )
    : { steps: [], files: [] };
  const steps = [configStep, ...ignored, ...workflows.steps, ...(forge?.steps ?? [])];
  const secrets =
    way && github
      ? await secretsLeft(
          github,
          config,
          workflows.files.map(({ text }) => text).join('\n'),
          forge?.pages ?? {},
        )
      : [];
  const left = [
    ...elsewhereChores(context, config),
    ...(forge?.left ?? []),
    ...secrets,
    ...pinChore(workflows.files),
    ...(await commitChore(context, steps, branch, dryRun)),
  ];
  return { approval: way, steps, left };
}

const ledgerFileOf = ({ ledger }: Config) => ('file' in ledger ? ledger.file : '');
