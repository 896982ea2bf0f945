import { line } from '../report/line.ts';
import { atSite } from './at-site.ts';
import { defineCommand } from './command.ts';

/** Links an existing post to a source. */
export const adopt = defineCommand({
  name: 'adopt',
  summary: 'link an existing post to a source',
  operands: ['SOURCE', 'URL'],
  options: {},
  notes: 'Changes the ledger, never the post.',
  needs: 'a token, read access',

  async run(session, { operands }) {
    const [source = '', url = ''] = operands;
    const document = await atSite(session, async (context) => {
      const { linkPost } = await import('./adopt/link-post.ts');
      return linkPost(context, { source, url });
    });
    return {
      document,
      lines(view) {
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
