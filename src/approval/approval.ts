import type { Digest } from '../model/digest.ts';
import type { Evidence } from '../model/evidence.ts';
import type { RequestCount } from '../ports/site.ts';

/** Somebody as the forge's API names them. */
export interface Person {
  /** Null where the platform has no number for them. */
  readonly id: number | null;
  readonly login: string;
  /** `User` for a person; anything else is a program or an organisation. */
  readonly type: string;
  /** The role in the repository; null where the platform itself decided who may approve. */
  readonly role: string | null;
}

/** A yes as it was found, with what the policy has to know of it. */
export interface Approval {
  readonly evidence: Evidence;
  /** Everyone whose right it rests on, who started a later attempt too; empty where nobody is known. */
  readonly people: readonly Person[];
  /** Which attempt of its run this is, from 1. */
  readonly attempt: number;
}

/** Looks for the yes to one digest. Throws a `Fault` where there is none, and on every doubt. */
export type EvidenceReader = (digest: Digest) => Promise<Approval>;

/** What a CI can tell of an approval, and how it is told what came of it. Its connections end with it. */
export interface EvidenceSource extends AsyncDisposable {
  readonly read: EvidenceReader;
  /** The plan that a yes is for where none was named by its digest; null where it has to be named. */
  readonly digest: Digest | null;
  /** The ids of the authors of pull requests; null where no forge can tell. */
  readonly authorsOf: ((pulls: readonly number[]) => Promise<readonly (number | null)[]>) | null;
  /** How many requests that took. */
  readonly requests: RequestCount;
  /** Does what was approved, and tells its end to whoever asked for it, where they can be told. */
  answered<Done extends { readonly exitCode: number }>(work: () => Promise<Done>): Promise<Done>;
}
