import { Fault } from '../model/error.ts';
import { line } from '../report/line.ts';
import { atSite } from './at-site.ts';
import { defineCommand } from './command.ts';
import { resolutionNames, resolutions } from '../model/resolution.ts';

/** Ends a hold as a person decides. */
export const resolve = defineCommand({
  name: 'resolve',
  summary: 'end a hold',
  operands: ['SOURCE', resolutionNames.join('|')],
  options: {},
  notes: resolutionNames
    .map((name) => `  ${name.padEnd(10)} ${resolutions[name].about}`)
    .join('\n'),
  needs: 'a token, read access',

  async run(session, { operands }) {
    const [source = '', wanted = ''] = operands;
    const resolution = resolutionNames.find((known) => known === wanted);
    if (!resolution)
      throw new Fault(
        'usage',
        'usage',
        `Cannot resolve by ${JSON.stringify(wanted)}, expected one of ${resolutionNames.join(', ')}.`,
        { remedy: 'Run `stack-publish resolve --help`.' },
      );
    const { document, by } = await atSite(
      session,
      async (context) => {
        await using decision = await session.openDecision(context);
        const { endHold } = await import('./resolve/end-hold.ts');
        const done = await decision.answered(async () => {
          const document = await endHold(context, { source, resolution, decision });
          return { document, exitCode: 0 };
        });
        return { ...done, by: decision.by };
      },
      { approvalFirst: true },
    );
    return {
      document,
      by,
      lines: () => [
        line(`${source} is resolved by ${resolution}.`),
        line(
          resolutions[resolution].needsApproval
            ? 'The next plan has a step for it, to be approved.'
            : 'Nothing is left to approve for it.',
        ),
      ],
      exitCode: 0,
    };
  },
});
