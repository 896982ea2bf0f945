import { branchesFlaw } from '../../approval/environment-flaw.ts';
import type { ForgeSetup, FoundEnvironment, Reviewer } from '../../ports/forge-setup.ts';
import type { GitHubPlace } from './init-context.ts';
import { refusalOf, chore, type Step, type Chore } from './steps.ts';

/** An environment as it is to be. */
export interface WantedEnvironment {
  readonly name: string;
  /** The one branch that may deploy to it. */
  readonly branch: string;
  /** Who is asked for an approval there; empty: somebody whom nobody named. Null: nobody is. */
  readonly reviewers: readonly Reviewer[] | null;
}

/** What became of an environment. */
interface SetUp {
  readonly step: Step;
  readonly left: readonly Chore[];
  /** Where a person changes it. */
  readonly page: string;
}

/** One thing about an environment, and what came of it. */
interface Note {
  readonly state: Step['state'];
  readonly message: string;
}

/** The worst of its notes is what came of a step. */
const worstFirst: readonly Step['state'][] = [
  'failed',
  'left',
  'planned',
  'created',
  'changed',
  'kept',
];

/**
 * Creates an environment that is not there. Of one that is there only what it lacks is added: the
 * branch where it lists none, and reviewers who were named where it has none. Other rules of it are
 * somebody's own: what is wrong with them is told.
 */
export async function setUpEnvironment(
  { pages, setup }: GitHubPlace,
  wanted: WantedEnvironment,
  dryRun: boolean,
): Promise<SetUp> {
  const { name, branch } = wanted;
  const settings = `${pages.repository}/settings/environments`;
  const stepOf = (notes: readonly Note[]): Step => ({
    kind: 'environment',
    name,
    state: worstFirst.find((state) => notes.some((note) => note.state === state)) ?? 'kept',
    message: notes.flatMap(({ message }) => message || []).join('; '),
  });
  const byHand = (note: Note): SetUp => {
    const page = `${settings}/new`;
    const create = `Create the environment \`${name}\`: under "Deployment branches and tags" choose "Selected branches and tags" and add ${branch} alone.`;
    const isPlanned = note.state === 'planned';
    const reviewers = isPlanned ? (wanted.reviewers ?? []) : [];
    const then = reviewersChore(wanted, { reviewers, adminsBypass: true }, page);
    const left = [...(isPlanned ? [] : [chore(create, page)]), ...then];
    return { step: stepOf([note]), left: note.state === 'failed' ? [] : left, page: settings };
  };
  if (setup === null)
    return byHand({ state: 'left', message: 'GitHub was not asked: GITHUB_TOKEN is not set' });
  const found = await setup.environment(name).catch(refusalOf);
  if (isNote(found)) return byHand(found);
  if (found === null && dryRun)
    return byHand({ state: 'planned', message: `limited to ${branch}` });
  const made = found ?? (await setup.putEnvironment(name, bare).catch(refusalOf));
  if (isNote(made)) return byHand(made);

  const page = `${settings}/${made.id}/edit`;
  const reviewed = await addReviewers(setup, wanted, made, dryRun);
  const limited = await limit(setup, wanted, made, dryRun);
  const notes = [
    ...(found === null ? [{ state: 'created', message: '' } as const] : []),
    ...(reviewed.note ? [reviewed.note] : []),
    limited,
  ];
  const how = `Limit the environment \`${name}\` to ${branch}: under "Deployment branches and tags" choose "Selected branches and tags", and list it alone.`;
  return {
    step: stepOf(notes),
    left: [
      ...(limited.state === 'left' ? [chore(how, page)] : []),
      ...reviewersChore(wanted, reviewed.environment, page),
    ],
    page,
  };
}

/** Open to no branch at all until one is added, and without reviewers. */
const bare = {
  reviewers: [],
  preventSelfReview: false,
  waitTimer: 0,
  branches: 'listed',
} as const;

/** Names reviewers where some were given and an environment has none. */
async function addReviewers(
  setup: ForgeSetup,
  { name, reviewers }: WantedEnvironment,
  environment: FoundEnvironment,
  dryRun: boolean,
): Promise<{ readonly environment: FoundEnvironment; readonly note: Note | null }> {
  if (!reviewers?.length || environment.reviewers.length > 0) return { environment, note: null };
  const next = { ...environment, reviewers };
  if (dryRun)
    return { environment: next, note: { state: 'planned', message: 'with the reviewers named' } };
  // All that it has goes along: GitHub resets what is left out.
  const changed = await setup.putEnvironment(name, next).catch(refusalOf);
  if (isNote(changed)) return { environment, note: changed };
  return {
    environment: changed,
    note: { state: 'changed', message: 'with the reviewers named' },
  };
}

/** Lets the one branch deploy where none is listed; else says what is wrong. */
async function limit(
  setup: ForgeSetup,
  { name, branch }: WantedEnvironment,
  { reviewers, branches }: FoundEnvironment,
  dryRun: boolean,
): Promise<Note> {
  const listed = branches === 'listed' ? await setup.branchesOf(name).catch(refusalOf) : null;
  if (isNote(listed)) return listed;
  if (listed?.length === 0) {
    const message = `limited to ${branch}`;
    if (dryRun) return { state: 'planned', message };
    const refusal = await setup.addBranch(name, branch).then(() => null, refusalOf);
    return refusal ?? { state: 'changed', message };
  }
  const flaw = branchesFlaw({ reviewers: reviewers.length, branches }, listed, branch);
  return flaw === null
    ? { state: 'kept', message: `limited to ${branch}` }
    : { state: 'left', message: `it ${flaw}` };
}

/** What is left of an environment whose reviewers approve; nothing of another. */
function reviewersChore(
  { name, reviewers }: WantedEnvironment,
  environment: Pick<FoundEnvironment, 'reviewers' | 'adminsBypass'>,
  page: string,
): Chore[] {
  if (reviewers === null) return [];
  const named = `In \`${name}\` select "Required reviewers" and name up to six people or teams: they approve what is published.`;
  const bypass = `In \`${name}\` deselect "Allow administrators to bypass configured protection rules", and save the rules.`;
  return [
    ...(environment.reviewers.length > 0 ? [] : [chore(named, page)]),
    ...(environment.adminsBypass === false ? [] : [chore(bypass, page)]),
  ];
}

const isNote = (value: object | null): value is Note => value !== null && 'message' in value;
