import type { DoctorDocument } from '../../report/documents/doctor.ts';
import { audienceOfDoctor } from '../doctor/audience-of-doctor.ts';
import { examine } from '../doctor/examine.ts';
import type { Session } from '../session.ts';

/** What `doctor` says of what was set up. What takes a token that is not there is not checked. */
export async function checkSetUp(session: Session): Promise<DoctorDocument> {
  await using context = await session.openDoctorContext();
  const document = await examine(context, { tryWrite: false, tokensMayLack: true });
  session.disclosure.setAudience(await audienceOfDoctor(context).catch(() => 'everyone' as const));
  return document;
}
