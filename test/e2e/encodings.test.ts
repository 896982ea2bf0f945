import { expect, test } from 'vitest';
import type { SwitchesPatch } from '../../sandbox/index.ts';
import { createCheckout } from '../kit/checkout.ts';
import { configFor } from '../kit/config-for.ts';
import { inProcess } from '../kit/in-process.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { type Place, placesV2, placesV3, placeWith } from './places.ts';

const readsV3: [string, SwitchesPatch][] = [
  ['raw', { titleEncoding: 'raw', bodyEncoding: 'raw' }],
  ['encoded once', { titleEncoding: 'once', bodyEncoding: 'once' }],
  ['encoded twice', { titleEncoding: 'twice', bodyEncoding: 'twice' }],
  ['with the title alone encoded', { titleEncoding: 'once', bodyEncoding: 'raw' }],
  ['with the body alone encoded', { titleEncoding: 'raw', bodyEncoding: 'once' }],
];
const readsV2: [string, SwitchesPatch][] = [
  ['by an unsafe filter', { unsafeFilters: true }],
  ['by a safe one, encoded once', { unsafeFilters: false, filterEncoding: 'once' }],
  ['by a safe one, encoded twice', { unsafeFilters: false, filterEncoding: 'twice' }],
  ['by a safe one, encoded as it comes', { unsafeFilters: false, filterEncoding: 'varying' }],
];
const crossed = (
  places: readonly (readonly [string, Place])[],
  reads: readonly [string, SwitchesPatch][],
): [string, string, Place][] =>
  places.flatMap(([name, place]) =>
    reads.map(([how, switches]): [string, string, Place] => [
      name,
      how,
      placeWith(place, switches),
    ]),
  );

/** What an encoding would change, and what looks as if one had. */
const text = (first: string, last: string) =>
  `${[
    first,
    'A sample: `&amp;lt; &lt; <`, and `&quot;`.',
    '```html\n<b title="&amp;lt;">&amp;lt; &quot; &#39;</b>\n```',
    'A lone & and &nbsp; and ö, "quoted" and \'so\', &#39;.',
    '    if (a < b && c > d) return "x";',
    last,
  ].join('\n\n')}\n`;
const title = 'Say &quot;"no"&quot; & &#39;ö&#39; to <b>';
const question = 'Who says &quot;"no"&quot; & ö, &amp;lt; <so>?';
/** A heading is Markdown: the title is what it says. */
const heading = question.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const faq = (answer: string) => `---\ntags: [tls]\nstack: faq\n---\n\n## ${heading}\n\n${answer}`;

test.each([...crossed(placesV3, readsV3), ...crossed(placesV2, readsV2)])(
  'on %s, reads %s: texts survive three rounds of edits',
  async (_, __, { options, version }) => {
    const sandbox = await testSandbox(options);
    const { site } = sandbox;
    const more =
      'visibility: private\nsources: { pull-requests: false }\ndefaults: { tags: [notes] }';
    const files = (name: string, body: string) => ({
      'docs/a.md': page(name, body),
      'docs/faq.md': faq(body),
    });
    const checkout = await createCheckout({
      ...files(title, text('Begun.', 'The end.')),
      '.github/stack-publish.yml': configFor(sandbox, more, undefined, version),
    });
    const commands = inProcess(checkout, sandbox);
    const posts = async () => Object.groupBy(await site.posts(), ({ kind }) => kind);
    const expectStored = async (named: string, body: string) => {
      const { article, question: asked, answer } = await posts();
      expect(article).toMatchObject([{ title: named, body }]);
      expect(asked).toMatchObject([{ title: question }]);
      expect(answer).toMatchObject([{ body }]);
    };
    const change = async (name: string, body: string) => {
      await checkout.write(files(name, body));
      await checkout.commit();
      return (await commands.publishAll()).counts;
    };
    const asPublished = { digest: null, counts: { unchanged: 2, held: 0 } };

    expect((await commands.publishAll()).counts).toMatchObject({ created: 2 });
    await expectStored(title, text('Begun.', 'The end.'));

    // The source, title and all.
    const anew = `${title} &amp;lt;`;
    expect(await change(anew, text('&lt;One&gt; & "so".', 'The end.'))).toMatchObject({
      updated: 2,
    });
    await expectStored(anew, text('&lt;One&gt; & "so".', 'The end.'));
    expect(await commands.plan()).toMatchObject({ ...asPublished, edited: [] });

    // A person at the same time, elsewhere in the text, and in the title.
    const named = `${anew}, "says" Ada &lt;3`;
    const byAda = 'The <end> & &amp;lt; `&quot;` ö.';
    const { article = [], answer = [] } = await posts();
    for (const { id } of [...article, ...answer])
      await site.edit(id, { body: text('&lt;One&gt; & "so".', byAda) });
    for (const { id } of article) await site.edit(id, { title: named });
    expect(await change(anew, text('Two &amp;lt;.', 'The end.'))).toMatchObject({ merged: 2 });
    await expectStored(named, text('Two &amp;lt;.', byAda));
    expect((await commands.plan()).digest).toBeNull();

    // The source once more: what the person wrote stays.
    expect(await change(anew, text('Three ö & < so >.', 'The end.'))).toMatchObject({ merged: 2 });
    await expectStored(named, text('Three ö & < so >.', byAda));
    expect(await commands.plan()).toMatchObject({
      digest: null,
      counts: { unchanged: 2, held: 0 },
    });
  },
);
