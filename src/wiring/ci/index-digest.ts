import { assertedSource } from '../../approval/asserted.ts';
import type { EvidenceSource } from '../../approval/approval.ts';
import { requireAccepted } from '../../approval/policy.ts';
import { refused } from '../../approval/refused.ts';
import { digestOf, type Digest } from '../../model/digest.ts';
import type { Mechanism } from '../../model/evidence.ts';
import type { Environment } from '../environment.ts';
import type { OpenEvidence } from './open-evidence.ts';

/**
 * The digest of the index that a run's own plan left; or, where the configuration lets the digest alone
 * be a yes, a source that takes it for one. Throws where neither counts.
 */
export function indexDigest(
  mechanism: Mechanism,
  ci: string,
  ...[environment, { config, site }, given]: [
    Pick<Environment, 'operator'>,
    Parameters<OpenEvidence>[1],
    Parameters<OpenEvidence>[2],
  ]
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
