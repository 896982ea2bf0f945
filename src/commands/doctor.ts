import type { Audience } from '../report/audience.ts';
import { audienceOf } from './audience-of.ts';
import { defineCommand } from './command.ts';
import type { DoctorContext } from './doctor/examine.ts';

/** Tries everything that can be wrong. */
export const doctor = defineCommand({
  name: 'doctor',
  summary: 'try everything that can be wrong, and name the remedy; writes nothing',
  operands: [],
  options: {},
  notes: `Looks at the programs, the checkout, the configuration, the ledger, the site and, with
GITHUB_TOKEN, at the pull requests and the environment on GitHub.

Exit code: 0, or 1 where a check failed.`,
  needs: 'what there is',

  async run(session) {
    const [context, { examine }, { doctorLines }] = await Promise.all([
      session.openDoctorContext(),
      import('./doctor/examine.ts'),
      import('../report/doctor-report.ts'),
    ]);
    await using open = context;
    const document = await examine(open);
    session.disclosure.setAudience(await audienceOfDoctor(open).catch(() => 'everyone' as const));
    return {
      document,
      lines: (view) => doctorLines(view.document(document)),
      exitCode: document.checks.some(({ state }) => state === 'failed') ? 1 : 0,
    };
  },
});

/** Asks nothing that was not asked already, but where no check had to do with the forge. */
async function audienceOfDoctor(context: DoctorContext): Promise<Audience> {
  const [config, repository] = await Promise.all([context.config(), context.repository()]);
  const forge = config.visibility === 'auto' ? await context.pullRequests() : null;
  return audienceOf({ config, repository, forge });
}
