import * as z from 'zod/mini';
import { misuse } from '../../control/input.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { User } from '../users.ts';

export const login = z.string().check(z.minLength(1));

/** The user of a login. Throws a `Fault` (usage) where there is none. */
export function userOf(github: FakeGitHub, name: string): User {
  const user = github.users.find(name);
  if (user === null) throw misuse(`Cannot find the user ${name}: add one first.`);
  return user;
}
