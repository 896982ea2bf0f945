import { compose, type Repository } from '../src/composing/compose.ts';
import { emojiFor } from '../src/composing/constructs/emoji.ts';
import type { Draft } from '../src/model/draft.ts';
import { parseMarkdown } from '../src/markdown/parse-markdown.ts';
import { gitHubPages } from '../src/model/forge-addresses.ts';
import { row, type Row } from './row.ts';

/** Ten times the text may take so many times as long: the square of it would be 100, and memory costs some. */
const most = 30;

const repository: Repository = {
  forge: gitHubPages('https://forge.example', 'acme/app'),
  sourceAt: () => null,
  kindOf: () => 'file',
};

const prose = `${'Words that somebody has written. '.repeat(8)}\n\n`;

/** Parts of which a text is made, valid and hostile ones. */
const parts: Readonly<Record<string, (number: number) => string>> = {
  'all constructs': (number) =>
    `!!! note "T"\n\n    Box[^${number}].\n\n:::tip\n:tada: www.example.com #12\n:::\n\n<details>\n<summary>S</summary>\n\n- [ ] [l](b.md) <!-- c --> <pod>\n\n</details>\n\n> [!NOTE]\n> @ada\nops@example.com [tag:x]\n\n>! x\n\n[^${number}]: One.\n\n    Two.\n\n${prose}`,
  footnotes: (number) => `a[^${number}]\n\n[^${number}]: x\n\n${prose}`,
  'open boxes': () => ':::note\n',
  'boxes that others close': () => '::::note\n\n:::\n\n',
  'boxes and code': () => '!!! note\n    x\n\n```\ny\n```\n\n',
  details: () => '<details><summary>a</summary>x</details> ',
  'www. and brackets': (number) => (number === 0 ? 'www.example.com/' : '))))))))'),
  'www. and entities': (number) => (number === 0 ? 'www.example.com/' : '&a;'),
  colons: () => ':a',
  references: () => '#1 a/b#2 1a2b3c4 @ada\n',
  'line ends': () => 'word word\r\n',
  'links to tags': () => 'Words beside it: [tag:x]\n\n',
  placeholders: () => '<pod-name> ',
  'placeholders behind addresses': () => 'https://b.example/<name> ',
  'marking tags in a line': () => '<u>x</u>',
  'single tildes': () => '~a b~ ',
  links: () => '[a](b.md) ',
};

/** How much longer composing takes for 100 kB than for 10 kB of the same; the best of some runs each. */
export async function measureComposing(rounds: number): Promise<Row[]> {
  const emojiOf = await emojiFor([':tada:']);
  let run = 0;
  const timed = (part: (number: number) => string, length: number) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // No text like one before, which the parser would know.
      const body = `${textOf(part, length)}\n\n${(run += 1)}`;
      const start = performance.now();
      compose(draftOf(body), null, { repository, emojiOf });
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const figures = Object.entries(parts).map(([name, part]) => {
    timed(part, 10_000);
    // A text that the parser refuses would take no time.
    if (parseMarkdown(textOf(part, 100_000)) === null) throw new Error(`not parsed: ${name}`);
    return { name, times: timed(part, 100_000) / timed(part, 10_000) };
  });
  const worst = figures.toSorted((a, b) => b.times - a.times);
  const [first] = worst;
  if (!first) return [];
  return [
    row(
      `composing 100 kB, the worst of ${figures.length} texts: 10 kB of it are 1 x`,
      null,
      `${first.times.toFixed(1)} x (${first.name})`,
      `<= ${most} x`,
      first.times <= most,
    ),
  ];
}

function textOf(part: (number: number) => string, length: number): string {
  let text = '';
  for (let number = 0; text.length < length; number += 1) text += part(number);
  return text;
}

function draftOf(body: string): Draft {
  return {
    key: 'pull/1',
    kind: 'article',
    title: 'A note',
    body,
    answer: null,
    tags: [],
    type: 'announcement',
    revision: '',
    provenance: { kind: 'pull-request', number: 1 },
    editors: null,
    place: null,
    bodyLine: 1,
  };
}
