import * as z from 'zod/mini';
import type { SandboxState } from '../sandbox-state.ts';
import { command, type Commands } from './command.ts';
import { date, misuse } from './input.ts';

/** The changes to the sandbox as a whole. */
export const sandboxCommands: Commands<SandboxState> = new Map([
  command('reset', z.strictObject({}), (state: SandboxState) => {
    state.reset();
    return {};
  }),
  command(
    'clock',
    z.strictObject({ seconds: z.optional(z.number().check(z.minimum(0))), to: z.optional(date) }),
    async ({ clock, stack, github }: SandboxState, { seconds, to }) => {
      const step = to === undefined ? (seconds ?? 0) * 1000 : Date.parse(to) - clock.now();
      if (step < 0) throw misuse('Cannot move the clock: it only moves forward.');
      clock.advance(step);
      await stack.late.carryOutDue();
      await github.late.carryOutDue();
      return { now: new Date(clock.now()).toISOString() };
    },
  ),
]);
