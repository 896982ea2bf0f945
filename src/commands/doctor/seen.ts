import type { ErrorCode } from '../../model/error.ts';
import type { CheckName } from '../../report/check-names.ts';
import type { DoctorDocument } from '../../report/documents/doctor.ts';
import type { DoctorContext } from './doctor-context.ts';

export type Check = DoctorDocument['checks'][number];

/** What a check says. Everything that it throws is a failure of this check. */
export type Seen = Omit<Check, 'check'> & { readonly forTeam?: string | null };

export interface Examination {
  /** Checks that have to be fine for this one to say anything. */
  readonly needs: readonly CheckName[];
  readonly look: (context: DoctorContext, options: ExamineOptions) => Promise<Seen>;
}

export interface ExamineOptions {
  /** Send a write that the site has to refuse. */
  readonly tryWrite: boolean;
  /** What takes a token that is not set is not checked, in the place of a failure. */
  readonly tokensMayLack?: boolean;
}

/** All is well; a remedy tells what could be better. */
export const ok = (message: string, remedy: string | null = null): Seen => ({
  state: 'ok',
  code: null,
  message,
  remedy,
});

/** There is nothing to look at. */
export const skipped = (message: string): Seen => ({
  state: 'skipped',
  code: null,
  message,
  remedy: null,
});

/** It cannot be looked at from here; the remedy tells how it can. */
export const notChecked = (message: string, remedy: string | null): Seen => ({
  state: 'not checked',
  code: null,
  message,
  remedy,
});

export const failed = (code: ErrorCode, message: string, remedy: string): Seen => ({
  state: 'failed',
  code,
  message,
  remedy,
});
