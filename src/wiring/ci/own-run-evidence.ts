import { assertedSource } from '../../approval/asserted.ts';
import type { EvidenceReader, EvidenceSource } from '../../approval/approval.ts';
import { requireAccepted, requireApprover } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import { digestOf, type Digest } from '../../model/digest.ts';
import type { Mechanism } from '../../model/evidence.ts';
import { memoize } from '../../model/memoize.ts';
import type { OpenEvidence } from './open-evidence.ts';

/**
 * The digest of the index that a run's own plan left; or, where the configuration lets the digest alone
 * be a yes, a source that takes it for one. Throws where neither counts.
 */
function indexDigest(
  mechanism: Mechanism,
  ci: string,
  ...[environment, { config, site }, given]: Parameters<OpenEvidence>
): Digest | EvidenceSource {
  const { accept } = config.approval;
  // Whoever lets the digest alone be a yes has said so in the configuration; an index is a plan's own.
  const isAsserted = given.index === null || !accept.includes(mechanism);
  if (isAsserted && accept.includes('asserted'))
    return assertedSource(environment.operator, () => site.now());
  requireAccepted(mechanism, accept);
  if (given.index === null)
    throw refused(
      'approval-missing',
      `a job of ${ci} approves the plan of its own run alone, and no index of it was given`,
      'Keep the file of `plan --index FILE` as an artifact, and run `publish --index FILE`: a digest on the command line may be of a variable, which whoever starts a run can set.',
    );
  return digestOf(given.index);
}

/** A CI in which the yes is to the plan of the job's own run. */
interface OwnRunCi<Forge extends OwnRunForge> {
  readonly mechanism: Mechanism;
  /** What people call it. */
  readonly name: string;
  /** Opens the way to its API. */
  open(...given: Given): Promise<Forge>;
  /** Looks at the run that it tells of, and gives what reads the yes. */
  examine(
    forge: Forge,
    ...given: Given
  ): Promise<{ readonly read: EvidenceReader } & Pick<EvidenceSource, 'authorsOf'>>;
}

type OwnRunForge = Pick<EvidenceSource, 'requests'> & { close(): Promise<void> };
type Given = readonly [
  environment: Parameters<OpenEvidence>[0],
  context: Parameters<OpenEvidence>[1],
  given: Parameters<OpenEvidence>[2],
];

/** What such a CI can tell of an approval. It is asked before the site is. */
export function ownRunEvidence<Forge extends OwnRunForge>(ci: OwnRunCi<Forge>): OpenEvidence {
  return async (environment, context, given) => {
    const digest = indexDigest(ci.mechanism, ci.name, environment, context, given);
    if (typeof digest !== 'string') return digest;
    const forge = await ci.open(environment, context, given);
    try {
      const { read, authorsOf } = await ci.examine(forge, environment, context, given);
      const approval = memoize(() => read(digest));
      requireApprover(await approval(), context.config.approval);
      return {
        // The plan made here is the one that the file has: what else was named is refused by its digest.
        read: async () => approval(),
        digest,
        authorsOf,
        get requests() {
          return forge.requests;
        },
        answered: (work) => work(),
        [Symbol.asyncDispose]: () => forge.close(),
      };
    } catch (error) {
      await forge.close();
      throw error;
    }
  };
}
