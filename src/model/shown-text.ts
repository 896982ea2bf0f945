import { memoize } from './memoize.ts';

// What a reader cannot see, or cannot tell from something else, is known by its Unicode properties.

/** Letters of scripts that join them, or form clusters of them: there a joiner decides the shape. */
const joiningScripts =
  'Arab Syrc Mand Mani Nkoo Mong Phag Adlm Rohg Sogd Ougr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Newa Khmr Mymr Tibt Java Bali Gran Tirh Shrd Sidd Modi';
const joining = String.raw`[[${joiningScripts.replace(/(\w+) ?/g, String.raw`\p{scx=$1}`)}]&&[\p{L}\p{M}]]`;

/** A joiner that its language needs, and emoji as Unicode recommends them. */
const wanted = String.raw`(?<=${joining})[\u200C\u200D](?=${joining})|(?=\p{Emoji})\p{RGI_Emoji}`;

/** Controls (but not tab and line end), formats, fillers, selectors, separators, lone surrogates. */
const unseen = String.raw`[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\t\n]]`;

/** Some formats have a look: Arabic's signs of numbers. A selector is right behind what it selects. */
const hidden = String.raw`(?!\r\n)[${unseen}--[\p{Cf}--[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]]]`;
const selector = String.raw`(?<=\p{scx=Hani})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{scx=Mong})[\u180B-\u180F]`;

/**
 * What looks like something else: blanks that are no space, and what has no look of its own (private,
 * unassigned). The ideographic space is as wide as it is meant to be. A blank of Braille is a symbol
 * by its properties.
 */
const odd = String.raw`[[\p{Zs}\p{Co}\p{Cn}\u2800]--[ \u3000]]`;

const any = new RegExp(String.raw`${unseen}|${odd}|\\u\{`, 'v');
// Made when it is needed: reading the list of emoji takes as long as all else that a run begins with.
const escaped = memoize(() => new RegExp(String.raw`${wanted}|(${unseen}|${odd}|\\(?=u\{))`, 'gv'));

const hiddenRun = memoize(() => new RegExp(`${wanted}|${selector}|((?:${hidden})+)`, 'gv'));

/**
 * Where a text has characters that nobody sees, each run of them once, in linear time. What `shownText`
 * shows beside these is seen: blanks, and what has no look of its own; or it is right where it stands.
 */
export function hiddenIn(text: string): { readonly index: number; readonly run: string }[] {
  if (!any.test(text)) return [];
  return [...text.matchAll(hiddenRun())].flatMap(({ index, 1: run }) =>
    run === undefined ? [] : [{ index, run }],
  );
}

/**
 * A text as whoever approves it sees it: what is not seen, or looks like something else, stands there
 * as `\u{200b}`, by its code point. So that this is no text of the author's, the backslash of a `\u{`
 * that is in the text is escaped too (`\u{5c}u{`): what is shown can be read back in one way only.
 * Tabs and line ends stay. Takes linear time.
 */
export function shownText(text: string): string {
  // Most texts have nothing to show.
  if (!any.test(text)) return text;
  return text.replace(escaped(), (seen, hidden?: string) => (hidden ? escapeOf(hidden) : seen));
}

/** A character by its code point. */
export function escapeOf(char: string): string {
  return `\\u{${char.codePointAt(0)?.toString(16) ?? ''}}`;
}
