import { Fault } from '../model/error.ts';
import type { View } from '../report/audience.ts';
import { line } from '../report/line.ts';
import { atSite } from './at-site.ts';
import { defineCommand } from './command.ts';
import { planFiles, presentPlan } from './plan/present-plan.ts';
import { wholePlan } from './planning-options.ts';

/** Links an existing post to a source. */
export const adopt = defineCommand({
  name: 'adopt',
  summary: 'link an existing post to a source; --all proposes which',
  operands: ['SOURCE', 'URL'],
  alone: 'all',
  options: {
    all: {
      type: 'boolean',
      about: 'propose for each source without a post the one with its title',
    },
    source: { type: 'string', multiple: true, value: 'KEY', about: 'with --all: only these' },
    ...planFiles,
  },
  notes: `Changes the ledger, never the post. With --all it takes no words: it looks through everybody's
posts, and what it proposes is a plan, to be approved as any other.`,
  needs: 'a token, read access',

  async run(session, { operands, options, verbose }) {
    if (options.all)
      return presentPlan(session, {
        ...wholePlan,
        ...options,
        strict: false,
        verbose,
        adopting: true,
      });
    const idle = (['index', 'markdown', 'preview'] as const).find((name) => options[name] !== null);
    if (idle !== undefined || options.source.length > 0)
      throw new Fault(
        'usage',
        'usage',
        `Cannot take --${idle ?? 'source'}: it goes with \`adopt --all\` only.`,
        { remedy: 'Run `stack-publish adopt --help`.' },
      );
    const [source = '', url = ''] = operands;
    const { document, by } = await atSite(
      session,
      async (context) => {
        await using decision = await session.openDecision(context);
        const { linkPost } = await import('./adopt/link-post.ts');
        const done = await decision.answered(async () => {
          const document = await linkPost(context, { source, url, decision });
          return { document, exitCode: 0 };
        });
        return { ...done, by: decision.by };
      },
      { approvalFirst: true },
    );
    return {
      document,
      by,
      lines(view: View) {
        const { post } = view.document(document);
        return [
          line(`${source} is linked to ${post?.url ?? url}.`),
          line('Plan to see whether their texts agree.'),
        ];
      },
      exitCode: 0,
    };
  },
});
