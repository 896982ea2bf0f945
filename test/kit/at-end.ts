import { afterAll, onTestFinished, TestRunner } from 'vitest';

/** Cleans up when the running test ends; what was made outside of one, when its file or group does. */
export function atEnd(cleanUp: () => unknown): void {
  const work = async () => {
    await cleanUp();
  };
  if (TestRunner.getCurrentTest()) onTestFinished(work);
  else afterAll(work);
}
