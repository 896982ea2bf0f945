import { htmlTags } from '../../markdown/html-tags.ts';
import { nodesOf } from '../../markdown/nodes.ts';
import type { Draft } from '../../model/draft.ts';
import type { DraftContext } from '../context.ts';
import type { Rule } from '../rule.ts';

export const htmlTable: Rule = {
  id: 'html-table',
  severity: 'error',
  about:
    'A table is written in Markdown, not in HTML, which Stack leaves out: the words of its cells would run together.',
  check(draft, context) {
    return tagsOf(draft, context, (name) => name === 'table').map(({ at }) => ({
      at,
      message:
        'The text has a table in HTML: GitHub shows it, and Stack shows the words of its cells run together.',
      remedy: 'Write it as a table in Markdown, with `|` between the cells, or as a list.',
    }));
  },
};

/** What is left of an element on the site, by its name. */
const left: ReadonlyMap<string, string> = new Map([
  ...'audio canvas embed iframe map object svg video'
    .split(' ')
    .map((name) => [name, 'Stack shows nothing of it, or its tags as text'] as const),
  ['picture', 'Stack shows its `<img>` at most, whatever its sources are'],
  ['script', 'Stack runs none, and may show it as text'],
  ['style', 'Stack takes none, and may show it as text'],
]);

export const htmlElement: Rule = {
  id: 'html-element',
  severity: 'warning',
  about:
    'A text has no element of HTML of which Stack leaves nothing or too little: `<audio>`, `<canvas>`, `<embed>`, `<iframe>`, `<object>`, `<picture>`, `<svg>`, `<video>`, `<script>`, `<style>`.',
  check(draft, context) {
    return tagsOf(draft, context, (name) => left.has(name)).map(({ name, at }) => ({
      at,
      message: `The text has \`<${name}>\`: ${left.get(name)}.`,
      remedy:
        name === 'picture'
          ? 'Show one image, as `![what it shows](image.png)`.'
          : 'Link to it, show an image in its place, or take it out.',
    }));
  },
};

function tagsOf(draft: Draft, context: DraftContext, isMeant: (name: string) => boolean) {
  return context.prose(draft).flatMap(({ name: field, text, tree }) =>
    /<[a-z]/i.test(text)
      ? htmlTags(text, nodesOf(tree))
          .filter(({ isEnd }) => !isEnd)
          .flatMap(({ name, start }) =>
            isMeant(name) ? [{ name, at: { field, offset: start } }] : [],
          )
      : [],
  );
}
