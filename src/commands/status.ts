import { atSite } from './at-site.ts';
import { defineCommand } from './command.ts';

/** Shows each source, its post, and whether they agree. */
export const status = defineCommand({
  name: 'status',
  summary: 'show each source, its post, and whether they agree',
  operands: [],
  options: {
    full: { type: 'boolean', about: 'read every post' },
    approvals: { type: 'boolean', about: "tell whose approval each post's text rests on" },
  },
  notes: '',
  needs: 'a token, read access',

  async run(session, { options }) {
    return atSite(session, async (context) => {
      const [{ sourceStates }, { statusLines }] = await Promise.all([
        import('./status/source-states.ts'),
        import('../report/status-report.ts'),
      ]);
      const document = await sourceStates(context, options);
      return { document, lines: (view) => statusLines(view.document(document)), exitCode: 0 };
    });
  },
});
