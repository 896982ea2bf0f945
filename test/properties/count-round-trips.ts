import * as fc from 'fast-check';
import { expect } from 'vitest';
import { assertedSource } from '../../src/approval/asserted.ts';
import type { Context } from '../../src/commands/context.ts';
import { makePlan, type Planned } from '../../src/commands/plan/make-plan.ts';
import { publishApproved, type Published } from '../../src/commands/publish/publish-approved.ts';
import { compose } from '../../src/composing/compose.ts';
import { decodeAs } from '../../src/planning/encoding.ts';
import { aDraft } from '../curation/a-draft.ts';
import { ModelLedger } from './model-ledger.ts';
import { treeOf } from './model-tree.ts';
import { usual } from './run-history.ts';
import { Schedule } from './schedule.ts';
import type { Setting } from './steps.ts';
import { contextOf, siteOf } from './model-world.ts';

const pieces = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '&amp;lt;',
      '&lt;',
      '&amp;',
      '&quot;',
      '&#39;',
      '&#x27;',
      '&#246;',
      '&nbsp;',
      '&copy',
      '&',
      '<',
      '>',
      '"',
      "'",
      '`a < b`',
      '`` &lt;T&gt; ``',
      '**strong**',
      'ö',
      'é',
      '€',
      '😀',
      '𝒳',
      '\u00a0',
      ' ',
      '  ',
      '\t',
      'word',
      'List<T>',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);
const breaks = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '  \n',
  '\n```\n&lt;code a="b">\n```\n',
  '\r\n~~~\r\n<&amp;>\r\n~~~\r\n',
  '\n    indented &lt;\n',
  '\n- ',
);
const markdown = fc
  .array(fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: breaks }), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const body = fc
  .tuple(fc.constantFrom('', ' ', '   ', '\n', '\r\n \n'), markdown, markdown)
  // A page that says nothing is not published.
  .map(([blanks, before, after]) => `${blanks}${before}text${after}`);
const title = fc.array(pieces, { maxLength: 4 }).map((parts) =>
  parts
    .join('')
    .replace(/\p{C}|\p{Zl}|\p{Zp}/gu, (found) => (found.length > 1 ? found : ''))
    .replace(/[\r\n\t]/g, '')
    // Nobody sees it: an error in a title.
    .replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
);

/** What pages say: at first, and once each was written anew. */
const tenTexts = fc.record({
  title: fc.nat({ max: 3 }),
  body: fc.nat({ max: 3 }),
  pages: fc.array(fc.record({ title, first: body, later: body }), { minLength: 10, maxLength: 10 }),
  /** How many of them come first. */
  early: fc.nat({ max: 10 }),
});

const encodingNames = ['raw', 'once', 'twice', 'once'] as const;
/**
 * Publishes series of ten texts and their later versions: they come back as they were, and a second run
 * has nothing to do. Returns how many texts were looked at.
 */
export async function countRoundTrips(series: number): Promise<number> {
  let texts = 0;
  await fc.assert(
    fc.asyncProperty(tenTexts, async ({ title, body, pages, early }) => {
      const setting: Setting = { ...usual, title, body };
      const world = { site: siteOf(setting), ledger: new ModelLedger(), schedule: new Schedule() };
      const files = new Map<string, string>();
      let count = 0;
      const run = async <Result>(command: (context: Context) => Promise<Result>) => {
        const id = `run-${++count}`;
        const context = contextOf({ ...world, id, host: 'h', tree: treeOf(files), setting });
        const begin = () => command(context);
        const [end] = await world.schedule.drive([{ id, faults: [], begin }], [], () => {});
        if (end?.status !== 'fulfilled') throw end?.reason;
        return end.value;
      };
      const writeAll = async (result: 'created' | 'updated') => {
        const before = await run(planIt);
        const { digest } = before.document;
        if (digest === null) return;
        const published = await run((context) => publishIt(context, digest));
        const results = published.document.steps.map((step) => step.result);
        expect(results.every((each) => each === result)).toBe(true);
        expect(published.exitCode).toBe(0);
        const after = await run(planIt);
        expect(after.document).toMatchObject({ digest: null, edited: [], counts: { held: 0 } });
      };
      const set = (from: number, to: number, which: 'first' | 'later') => {
        for (const [n, page] of pages.entries())
          if (n >= from && n < to)
            files.set(`docs/${n}.md`, fileOf(`${page.title} ${n}`, textOf(page[which], n)));
      };

      set(0, early, 'first');
      await writeAll('created');
      set(early, pages.length, 'first');
      await writeAll('created');
      check('first');
      set(0, pages.length, 'later');
      await writeAll('updated');
      check('later');

      function check(which: 'first' | 'later'): void {
        const { encodings, records } = world.ledger.index;
        const learned = encodings['v3'] ?? { title: null, body: null };
        expect([null, encodingNames[title]]).toContain(learned.title);
        expect([null, encodingNames[body]]).toContain(learned.body);
        for (const [n, page] of pages.entries()) {
          const record = records[`docs/${n}.md`];
          const post = world.site.posts.get(record?.post?.id ?? 0);
          const written = composedBody(textOf(page[which], n));
          const read = world.site.options.showBody(post?.shown.body ?? '');
          expect(post?.shown.body).toBe(written);
          expect(decodeAs(learned.body ?? 'raw', read)).toBe(written);
          const heading = `${page.title} ${n}`.trim();
          const name = world.site.options.showTitle(post?.shown.title ?? '');
          expect(decodeAs(learned.title ?? 'raw', name)).toBe(heading);
          texts += 1;
        }
      }
    }),
    { numRuns: series },
  );
  return texts;
}

const options = { source: [], full: true, recompose: false } as const;

function planIt(context: Context): Promise<Planned> {
  return makePlan(context, { ...options, verbose: false });
}

function publishIt(context: Context, digest: string): Promise<Published> {
  return publishApproved(context, {
    ...options,
    digest,
    index: null,
    ask: null,
    evidence: assertedSource(null, () => context.site.now()),
  });
}

function fileOf(title: string, body: string): string {
  const head = ['---', `title: ${JSON.stringify(title)}`, 'tags: [docs]', 'stack: article', '---'];
  return `${head.join('\n')}\n${body}`;
}

/** No two pages say the same: that would be a finding. */
function textOf(body: string, n: number): string {
  return `${body} of page ${n}`;
}

/** What is sent for a text: without the blank lines above it, and with its placeholders escaped. */
function composedBody(text: string): string {
  const body = text.replace(/^(?:[ \t]*\r?\n)+/, '');
  return compose(aDraft({ body }), null).content.body;
}
