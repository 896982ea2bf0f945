import { line } from '../report/line.ts';
import { audienceOf } from './audience-of.ts';
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
    await using context = await session.connect();
    const { linkPost } = await import('./adopt/link-post.ts');
    const document = await linkPost(context, { source, url });
    session.disclosure.setAudience(await audienceOf(context));
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
