import type { Audience } from '../../report/audience.ts';
import { audienceOf } from '../audience-of.ts';
import type { DoctorContext } from './doctor-context.ts';

/** Asks nothing that was not asked already, but where no check had to do with the forge. */
export async function audienceOfDoctor(context: DoctorContext): Promise<Audience> {
  const [config, repository] = await Promise.all([context.config(), context.repository()]);
  const forge = config.visibility === 'auto' ? await context.pullRequests() : null;
  return audienceOf({ config, repository, forge });
}
