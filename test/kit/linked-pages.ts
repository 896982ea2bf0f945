import type { Hole, PostContent } from '../../src/model/post.ts';

/** A link in a page of a test, by the key of the source that it leads to. */
export const linkTo = (key: string) => `[to it](key:${key})`;

/** Where a source is on the forge of the tests. */
export const onForge = (key: string) => `https://forge.example/o/r/blob/HEAD/${key}`;

const aLink = /(?<=\]\()key:([^\s)]+)(?=\))/g;

/** A composed content with holes in the place of such links. */
export function withLinks(content: PostContent): PostContent {
  const holes: Hole[] = [];
  const fill = (field: Hole['field'], text: string): string => {
    const others = (content.holes ?? []).filter((hole) => hole.field === field);
    let removed = 0;
    const found = [...text.matchAll(aLink)].map(({ index, 0: link, 1: target = '' }) => {
      const at = index - removed;
      removed += link.length;
      holes.push({ field, at, for: target, else: onForge(target) });
      return { index, length: link.length };
    });
    for (const hole of others) {
      const before = found.filter(({ index }) => index < hole.at);
      holes.push({ ...hole, at: hole.at - before.reduce((sum, { length }) => sum + length, 0) });
    }
    return text.replace(aLink, '');
  };
  const body = fill('body', content.body);
  const filled =
    content.kind === 'question'
      ? { ...content, body, answer: fill('answer', content.answer) }
      : { ...content, body };
  return holes.length > 0 ? { ...filled, holes } : content;
}
