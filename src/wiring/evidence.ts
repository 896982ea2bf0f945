import { assertedSource } from '../approval/asserted.ts';
import type { Decision } from '../approval/decision.ts';
import { ownDecision } from '../approval/own-decision.ts';
import type { Context } from '../commands/context.ts';
import type { Mechanism } from '../model/evidence.ts';
import type { OpenEvidence } from './ci/open-evidence.ts';
import type { Environment } from './environment.ts';

/** A CI whose own word for who approved is taken. */
interface VerifyingCi {
  /** The ways that it can tell of. */
  readonly mechanisms: readonly Mechanism[];
  readonly isHere: (environment: Environment) => boolean;
  readonly load: () => Promise<OpenEvidence>;
}

/** Another CI: its reader in `src/approval`, and a line here. */
const verifyingCis: readonly VerifyingCi[] = [
  {
    mechanisms: ['environment', 'dispatch', 'comment'],
    isHere: ({ event }) => event !== null,
    load: async () => (await import('./ci/github-evidence.ts')).openGitHubEvidence,
  },
  {
    mechanisms: ['gitlab'],
    // A step of the Action is a run of GitHub, whatever its variables say.
    isHere: ({ event, gitlab }) => event === null && gitlab.isRunner,
    load: async () => (await import('./ci/gitlab-evidence.ts')).openGitLabEvidence,
  },
  {
    mechanisms: ['buildkite'],
    isHere: ({ event, buildkite }) => event === null && buildkite.isRunner,
    load: async () => (await import('./ci/buildkite-evidence.ts')).openBuildkiteEvidence,
  },
  {
    mechanisms: ['azure'],
    isHere: ({ event, azure }) => event === null && azure.isRunner,
    load: async () => (await import('./ci/azure-evidence.ts')).openAzureEvidence,
  },
];

/** The ways to approve that this version can look up, in whatever CI. */
export const readableMechanisms: readonly Mechanism[] = [
  ...verifyingCis.flatMap(({ mechanisms }) => mechanisms),
  'asserted',
];

/** Whether a CI can tell who approved, so that it is asked before the site is. */
export function canVerify(environment: Environment): boolean {
  return verifyingCis.some(({ isHere }) => isHere(environment));
}

/** Opens what tells who approved: the CI that the run is in, else whoever runs it. */
export const openEvidence: OpenEvidence = async (environment, context, given) => {
  const ci = verifyingCis.find(({ isHere }) => isHere(environment));
  if (!ci) return assertedSource(environment.operator, () => context.site.now());
  return (await ci.load())(environment, context, given);
};

/** Opens what tells who decides about a hold: GitHub in a run of the Action, else whoever runs it. */
export async function openDecision(environment: Environment, context: Context): Promise<Decision> {
  if (environment.event === null) return ownDecision;
  const { openGitHubDecision } = await import('./ci/github-decision.ts');
  return openGitHubDecision(environment, context);
}
