import type { AdoptDocument } from './adopt.ts';
import type { CheckDocument } from './check.ts';
import type { DoctorDocument } from './doctor.ts';
import type { InitDocument } from './init.ts';
import type { InitOrgDocument } from './init-org.ts';
import type { LoginDocument } from './login.ts';
import type { PlanDocument } from './plan.ts';
import type { PublishDocument } from './publish.ts';
import type { ResolveDocument } from './resolve.ts';
import type { SandboxDocument } from './sandbox.ts';
import type { StatusDocument } from './status.ts';

/** What a command has to say, for other programs. */
export type CommandDocument =
  | AdoptDocument
  | CheckDocument
  | DoctorDocument
  | InitDocument
  | InitOrgDocument
  | LoginDocument
  | PlanDocument
  | PublishDocument
  | ResolveDocument
  | SandboxDocument
  | StatusDocument;
