import type { CommandOptions, OptionValues } from './command.ts';

/** The flags of what makes a plan. */
export const planningOptions = {
  source: { type: 'string', multiple: true, value: 'KEY', about: 'only these sources' },
  full: { type: 'boolean', about: 'read every post' },
  recompose: {
    type: 'boolean',
    about: 'compose every source anew, also those that did not change',
  },
} as const satisfies CommandOptions;

/** What these flags ask for; all sources where none is named. */
export type PlanOptions = OptionValues<typeof planningOptions>;

/** A plan of everything, with nothing asked for beside. */
export const wholePlan: PlanOptions = { source: [], full: false, recompose: false };
