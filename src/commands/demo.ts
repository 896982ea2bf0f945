import { defineCommand } from './command.ts';
import type { LocalSession } from './session.ts';

/** Tells the whole story. */
export const demo = defineCommand({
  name: 'demo',
  summary: 'tell the whole story on a sandbox, by itself',
  operands: [],
  options: {
    keep: { type: 'boolean', about: 'leave the sandbox running' },
    destination: {
      type: 'string',
      value: 'NAME',
      about: 'where it plays (default: business-v3)',
    },
  },
  notes:
    'NAME is one of business-v3, business-v2.3, enterprise-v3, enterprise-team-v3, enterprise-v2.3.',
  needs: 'git',

  async run(session: LocalSession, { options }) {
    const wentAsTold = await session.playDemo(options);
    return { document: null, lines: () => [], exitCode: wentAsTold ? 0 : 1 };
  },
});
