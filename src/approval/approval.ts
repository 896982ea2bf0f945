import type { Digest } from '../model/digest.ts';
import type { Evidence } from '../model/evidence.ts';

/** Somebody as the forge's API names them. */
export interface Person {
  readonly id: number;
  readonly login: string;
  /** `User` for a person; anything else is a program or an organisation. */
  readonly type: string;
  /** The role in the repository; null where the platform itself decided who may approve. */
  readonly role: string | null;
}

/** A yes as it was found, with what the policy has to know of it. */
export interface Approval {
  readonly evidence: Evidence;
  /** Everyone whose right it rests on; empty where nobody is known. */
  readonly people: readonly Person[];
  /** Which attempt of its run this is, from 1. */
  readonly attempt: number;
}

/** Looks for the yes to one digest. Throws a `Fault` where there is none, and on every doubt. */
export type EvidenceReader = (digest: Digest) => Promise<Approval>;
