import type { FakeGitHub } from '../fake-github.ts';
import { notFound } from '../problem.ts';
import type { Environment } from '../records.ts';

/** An environment by its name, whatever its case. Throws the 404 where there is none. */
export function environmentOf(github: FakeGitHub, name: string): Environment {
  const environment = github.environments.get(name.toLowerCase());
  if (environment === undefined) throw notFound();
  return environment;
}
