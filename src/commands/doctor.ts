import { defineCommand } from './command.ts';
import { audienceOfDoctor } from './doctor/audience-of-doctor.ts';

/** Tries everything that can be wrong. */
export const doctor = defineCommand({
  name: 'doctor',
  summary: 'try everything that can be wrong, and name the remedy; changes nothing',
  operands: [],
  options: {
    'try-write': {
      type: 'boolean',
      about: 'also send one write, which the site has to refuse',
    },
  },
  notes: `Looks at the programs, the checkout, the configuration, the ledger, the site and, with
GITHUB_TOKEN, at pull requests, labels and the environment on GitHub. At most 12 requests are
sent, each once. Whether a token writes only a write tells: --try-write sends an Article without
title and text.

Exit code: 0, or 1 where a check failed.`,
  needs: 'what there is',

  async run(session, { options }) {
    const [context, { examine }, { doctorLines }] = await Promise.all([
      session.openDoctorContext(),
      import('./doctor/examine.ts'),
      import('../report/doctor-report.ts'),
    ]);
    await using open = context;
    const document = await examine(open, { tryWrite: options['try-write'] });
    session.disclosure.setAudience(await audienceOfDoctor(open).catch(() => 'everyone' as const));
    return {
      document,
      lines: (view) => doctorLines(view.document(document)),
      exitCode: document.checks.some(({ state }) => state === 'failed') ? 1 : 0,
    };
  },
});
