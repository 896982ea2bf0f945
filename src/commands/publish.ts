import type { View } from '../report/audience.ts';
import { atSite } from './at-site.ts';
import { audienceOf } from './audience-of.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { planningOptions } from './planning-options.ts';
import type { Telling } from './telling/telling.ts';

/** Carries out what was approved. */
export const publish = defineCommand({
  name: 'publish',
  summary: 'carry out what was approved, and nothing else',
  operands: [],
  options: {
    ...planningOptions,
    digest: {
      type: 'string',
      value: 'DIGEST',
      about: 'the approved plan, as sha256:… (64 hexadecimal digits)',
    },
    except: {
      type: 'string',
      multiple: true,
      value: 'KEY',
      about: 'leave the approved step of this source undone',
    },
    index: {
      type: 'string',
      value: 'FILE',
      about: "the approved plan's index, where the ledger does not hold it",
    },
  },
  notes: `Exit code: 0 done; 3 not approved, or all refused or held; 4 some failed;
5 some held or refused; 1 failed; 2 usage.`,
  needs: 'a token, write access',

  async run(session, { options }) {
    const { digest } = options;
    const index =
      options.index === null
        ? null
        : await (await import('./publish/read-index.ts')).readIndex(session, options.index);
    const published = async (context: Context) => {
      await using evidence = await session.openEvidence(context, {
        digest,
        index,
        file: options.index,
      });
      const [{ publishApproved }, { planLines }, { planQuestion }, { publishLines }] =
        await Promise.all([
          import('./publish/publish-approved.ts'),
          import('../report/plan-lines.ts'),
          import('../report/plan-report.ts'),
          import('../report/publish-report.ts'),
        ]);
      const { ask } = session;
      const { document, origins, exitCode } = await evidence.answered(() =>
        publishApproved(context, {
          ...options,
          digest: digest ?? evidence.digest,
          index,
          evidence,
          ask:
            ask &&
            (async (report) => {
              session.disclosure.setAudience(await audienceOf(context));
              let question = '';
              session.print((view) => {
                question = planQuestion(view.report(report));
                return planLines(view.report(report));
              });
              return ask(question);
            }),
        }),
      );
      return {
        document,
        origins,
        lines: (view: View) => publishLines(view.document(document)),
        exitCode,
        async tell(telling: Telling) {
          const { commentOnPublished } = await import('./telling/comment-on.ts');
          return commentOnPublished({ document, origins }, telling);
        },
      };
    };
    return atSite(session, published, { approvalFirst: true });
  },
});
