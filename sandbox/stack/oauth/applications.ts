import { createHash } from 'node:crypto';

/** What an administrator registered so that programs may ask people for tokens. */
export interface Application {
  /** The client id. */
  readonly id: string;
  readonly name: string;
  /** Whether it is set to "Read-write"; only then may it ask for `write_access`. */
  readonly writes: boolean;
  /** Needed where a program does not use PKCE. */
  readonly secret: string;
}

export type ApplicationName = 'write' | 'read';

/** The API applications of an Enterprise. */
export const applications: Readonly<Record<ApplicationName, Application>> = {
  write: { id: '101', name: 'stack-publish', writes: true, secret: secretOf('101') },
  read: { id: '102', name: 'A report that only reads', writes: false, secret: secretOf('102') },
};

/** Their client ids, by name. */
export const clientIds: Readonly<Record<ApplicationName, string>> = {
  write: applications.write.id,
  read: applications.read.id,
};

/** The application with a client id, or null. */
export function applicationOf(id: string | null): Application | null {
  return Object.values(applications).find((known) => known.id === id) ?? null;
}

/** The same at each start; it opens nothing but a sandbox. */
function secretOf(id: string): string {
  const hash = createHash('sha256').update(`sandbox application ${id}`).digest('base64url');
  return `${hash.slice(0, 22)}((`;
}
