import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { draftContext } from '../../src/curation/context.ts';
import { foreignKinds } from '../../src/curation/foreign/foreign-kinds.ts';
import { dataImage } from '../../src/curation/rules/data-image.ts';
import { imageHost } from '../../src/curation/rules/image-host.ts';
import { internalAddress } from '../../src/curation/rules/internal-address.ts';
import { mention } from '../../src/curation/rules/mention.ts';
import { math } from '../../src/curation/rules/not-drawn.ts';
import { disableComments } from '../../src/markdown/disable-comments.ts';
import { htmlTags } from '../../src/markdown/html-tags.ts';
import { nodesOf } from '../../src/markdown/nodes.ts';
import { withoutFormulas } from '../../src/markdown/math.ts';
import { proseOf } from '../../src/markdown/prose.ts';
import { aDraft } from './a-draft.ts';

const longest = 99_000;

/** Each, repeated, would take minutes where a pattern looked at it by its square. */
const units = [
  '{',
  '{{',
  '{{< ',
  '{{< a',
  '{%',
  '{% a',
  '{{a ',
  '{#a',
  '{#a}',
  '{#a} ',
  'a{#a}\n',
  ')',

  '{a=1}',
  '`a`{a=1}',
  '{a}',
  '{!',
  '{!a',
  '{* ',
  '[!code-',
  '[!include',
  '@[toc]\n',
  '<<<@a\n',
  '.. a',
  '.. a::\n',
  ':::',
  ':::a\n',
  ':a',
  ':fa-a',
  '++ctrl',
  '++ctrl+a',
  '*[a',
  '*[a]: b\n',
  '{code:',
  '--8<--',
  '=== "\n',
  '+++\n',
  '[toc]\n',
  '[[',
  '[[a',
  '[[a]] ',
  '![[a]] ',
  'import ',
  'import {\n',
  'import {\na,\n',
  'import {a} from "b"\n',
  'export const a = 1\n',
  '<A',
  '<A ',
  '<A a="',
  '<A>',
  '</A>',
  '<A b>\n',
  '<table ',
  '<table\'"',
  '<pre>',
  '<code>a',

  '<a"',
  '<a \'"\'"',
  '<!--',
  '<!-- a',
  '$',
  '$a ',
  '$$a\n',
  '\\$',
  'http://',
  'http://a.',
  'http://10.1 ',
  '![](file:a)',
  '![](http://a)',
  '<img src=http://a>',
  '> ',
  '- ',
  '\t',
  '\u0130<pre>',
  '<!-- stack-publish-disable a:',
  '<!-- stack-publish-disable a: b -->',
];

/** All of a text as one block, so that no time goes into parsing it. */
function treeOf(text: string, type: 'html' | 'paragraph'): Root {
  const at = (offset: number) => ({ line: 1, column: 1 + offset, offset });
  const position = { start: at(0), end: at(text.length) };
  const block = type === 'html' ? { type, value: text } : { type, children: [] };
  return { type: 'root', children: [{ ...block, position }] };
}

it.each(units)('looks in time at many of %j', (unit) => {
  for (const before of ['', 'import {a} from "b"\n\n']) {
    const text = before + unit.repeat(longest / unit.length);
    for (const type of ['html', 'paragraph'] as const) {
      const tree = treeOf(text, type);
      const prose = withoutFormulas(proseOf(text, tree));
      const searched = { text, prose, tree, labels: () => new Set<string>() };
      for (const { find } of foreignKinds) expect(find(searched).length).toBeLessThan(longest);
      expect(htmlTags(text, nodesOf(tree)).length).toBeLessThan(longest);
      expect(disableComments(text, tree).length).toBeLessThan(longest);
    }
    const links = [{ kind: 'image', url: text, at: { field: 'body', offset: 0 } }] as const;
    const parts = [{ name: 'body', text, prose: text, tree: treeOf(text, 'paragraph') }] as const;
    const repository = { isPublic: true, name: 'acme/app' };
    const context = draftContext(repository);
    const looking = { ...context, links: () => links, prose: () => parts, texts: () => parts };
    for (const rule of [imageHost, dataImage, internalAddress, mention, math])
      expect([rule.check(aDraft(), looking) ?? []].flat().length).toBeLessThan(longest);
  }
});
