import type { LogEntry } from '../exchange/request-log.ts';
import type { FakeStack } from './fake-stack.ts';

/** Carries out a request, notes whether it changed the site, and returns once that is kept. */
export async function keepChanges<Result>(
  stack: FakeStack,
  entry: LogEntry,
  work: () => Result,
): Promise<Result> {
  const before = stack.revision;
  const result = work();
  const wrote = stack.revision !== before;
  entry.wrote ||= wrote;
  if (wrote) await stack.save();
  return result;
}
