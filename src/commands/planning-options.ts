import type { CommandOptions, OptionValues } from './command.ts';
import type { PlanOptions } from './context.ts';

/** The flags of what makes a plan. */
export const planningOptions = {
  source: { type: 'string', multiple: true, value: 'KEY', about: 'only these sources' },
  full: { type: 'boolean', about: 'read every post' },
  recompose: {
    type: 'boolean',
    about: 'compose every source anew, also those that did not change',
  },
} as const satisfies CommandOptions;

/** What these flags ask for. */
export function planOptions(values: OptionValues<typeof planningOptions>): PlanOptions {
  const { source: sources, full, recompose } = values;
  return { sources, full, recompose };
}
