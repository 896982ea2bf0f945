import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import { aDraft } from '../curation/a-draft.ts';
import { aNote, composedText } from './composed-text.ts';

interface Case {
  readonly construct: string;
  readonly markdown: string;
  /** What is right: `rewrite …`, `finding …` or `leave …`. */
  readonly right: string;
}

const file = new URL('../../../shared/dialect-cases.json', import.meta.url);
const isThere = existsSync(file);
if (!isThere) console.log(`skipped, as ${file.pathname} is absent: the cases of the dialect`);
const cases: readonly Case[] = isThere ? JSON.parse(readFileSync(file, 'utf8')) : [];
/** They are short: what is told of that is no matter here. */
const ofLength = new Set(['body-too-short', 'title-too-short']);
/** Pictures are looked up in a repository (`images.test.ts`). */
const ofPictures = /^image, (?:relative|\/root-relative)/;

describe.skipIf(!isThere)('what GitHub shows is rewritten, found, or left', () => {
  test.each(cases.filter(({ construct }) => !ofPictures.test(construct)))(
    '$construct',
    ({ construct, markdown, right }) => {
      const change = construct.endsWith(' note') ? aNote : {};
      const { text, rules } = composedText(markdown, change);
      const found = curate([aDraft({ body: markdown, ...change })], { rules: {}, known: [] })
        .map(({ rule }) => rule)
        .filter((rule) => !ofLength.has(rule));
      if (right.startsWith('rewrite')) expect(text).not.toBe(markdown);
      else expect(text).toBe(markdown);
      if (right.startsWith('finding')) expect([...found, ...rules]).not.toEqual([]);
      if (right.startsWith('leave')) expect([...found, ...rules]).toEqual([]);
    },
  );
});
