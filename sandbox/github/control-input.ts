import * as z from 'zod/mini';
import { Fault } from '../../src/model/error.ts';
import type { FakeGitHub } from './fake-github.ts';
import type { User } from './users.ts';

// What several control calls take.
export const id = z.int().check(z.positive());
export const login = z.string().check(z.minLength(1));
export const date = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

export function userOf(fakeGitHub: FakeGitHub, name: string): User {
  const user = fakeGitHub.users.find(name);
  if (user === null) throw misuse(`Cannot find the user ${name}: add one first.`);
  return user;
}

export function misuse(message: string): Fault {
  return new Fault('usage', 'usage', message, { remedy: 'Correct the call and send it again.' });
}
