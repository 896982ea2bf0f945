import { markHoles } from '../composing/hole-marks.ts';
import type { PostContent } from '../model/post.ts';
import type { Comparison, Field } from './compare.ts';
import type { Conflict } from './merge.ts';

/** What the source and the site say in the fields that differ, where no text of both is known. Not for everyone. */
export function bothSides(ours: PostContent, compared: Comparison): readonly Conflict[] {
  if (compared.state !== 'different') return [];
  const { contents, named } = markHoles(ours, compared.theirs);
  return compared.fields.map((field) => {
    const [own = '', other = ''] = contents.map((content) => named(textOf(content, field)));
    return { field, base: '', ours: own, theirs: other };
  });
}

function textOf(content: PostContent, field: Field): string {
  switch (field) {
    case 'title':
    case 'body':
      return content[field];
    case 'answer':
      return content.kind === 'question' ? content.answer : '';
    case 'tags':
      return content.tags.join(' ');
    case 'type':
    case 'permissions':
      return content.kind === 'article' ? JSON.stringify(content[field]) : '';
  }
}
