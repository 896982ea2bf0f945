import type { EvidenceSource } from '../../approval/approval.ts';
import type { Context } from '../../commands/context.ts';
import type { Environment } from '../environment.ts';

/**
 * Opens what a CI can tell of the approval of a digest (null: none was given). Where it can tell at
 * once, who gave it is looked at before this returns, and a refusal is thrown.
 */
export type OpenEvidence = (
  environment: Environment,
  context: Pick<Context, 'config' | 'site'>,
  digest: string | null,
) => Promise<EvidenceSource>;
