import { defineCommand } from './command.ts';
import type { Telling } from './telling/telling.ts';

/** Finds what is wrong with the marked sources, as they are on disk. */
export const check = defineCommand({
  name: 'check',
  summary: 'check the marked sources of the working tree; needs no token and no network',
  operands: [],
  options: {
    release: {
      type: 'string',
      value: 'TAG',
      about: "show a release's Article; `next`: what has none yet (asks the forge)",
    },
  },
  notes: 'Exit code: 0, or 1 with any error.',
  needs: 'the repository',

  async run(session, { options: { release } }) {
    const [checkout, { checkSources, checkRelease }, { checkLines }] = await Promise.all([
      session.openCheckout({ alone: true }),
      import('./check/check-sources.ts'),
      import('../report/check-report.ts'),
    ]);
    const checked =
      release === null ? await checkSources(checkout) : await checkRelease(checkout, release);
    const { document, findings, drafts, pull } = checked;
    return {
      document,
      findings,
      drafts,
      pull,
      lines: (view) => checkLines(view.document(document), view.findings(findings)),
      exitCode: document.counts.errors > 0 ? 1 : 0,
      async tell(telling: Telling) {
        const { commentOnChecked } = await import('./telling/comment-on.ts');
        return commentOnChecked(checked, telling);
      },
    };
  },
});
