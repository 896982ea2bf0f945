import { defineCommand } from './command.ts';
import { planFiles, presentPlan } from './plan/present-plan.ts';
import { planningOptions } from './planning-options.ts';
import type { Telling } from './telling/telling.ts';

/** Shows what would be published. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'show what would be published, with the digest to approve',
  operands: [],
  options: {
    ...planningOptions,
    ...planFiles,
    strict: { type: 'boolean', about: 'exit 5 where something is held' },
  },
  notes: 'Exit code: 0; 5 with --strict where something is held; 1 failed; 2 usage.',
  needs: 'a token, read access',

  async run(session, { options, verbose }) {
    const planned = await presentPlan(session, { ...options, verbose });
    return {
      ...planned,
      async tell(telling: Telling) {
        const { commentOnPlanned } = await import('./telling/comment-on.ts');
        return commentOnPlanned(planned, telling);
      },
    };
  },
});
