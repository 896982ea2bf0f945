import type { EvidenceSource } from '../../approval/approval.ts';
import type { Context } from '../../commands/context.ts';
import type { GivenPlan } from '../../commands/session.ts';
import type { Environment } from '../environment.ts';

/**
 * Opens what a CI can tell of the approval of a plan. Where it can tell at once, who gave it is looked
 * at before this returns, and a refusal is thrown.
 */
export type OpenEvidence = (
  environment: Environment,
  context: Pick<Context, 'config' | 'repository' | 'site'>,
  given: GivenPlan,
) => Promise<EvidenceSource>;
