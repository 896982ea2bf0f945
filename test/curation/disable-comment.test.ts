import { describe, expect, it } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import { disabledBy } from '../../src/curation/disabled-by.ts';
import type { Draft } from '../../src/model/draft.ts';
import type { Finding } from '../../src/model/finding.ts';
import { aDraft, aQuestion } from './a-draft.ts';

const check = (draft: Draft) => curate([draft], { rules: {}, known: [] });
const off = (rule: string, reason = 'it is meant') =>
  `<!-- stack-publish-disable ${rule}: ${reason} -->`;

/** The rules that find something in a text below a first line, and in which of its lines. */
function found(text: string): string[] {
  const body = `A line that is long enough.\n\n${text}\n`;
  return check(aDraft({ body })).map(({ rule, place }) => `${rule} ${(place?.line ?? 0) - 7}`);
}

describe('a comment lets one rule pass', () => {
  it.each([
    ['in the block behind it', `${off('mention')}\nThanks to @ada\nand @bob.`],
    ['over a blank line', `${off('mention')}\n\nThanks to @ada.`],
    ['in a heading', `${off('mention')}\n## Thanks to @ada`],
    ['in a whole list', `${off('mention')}\n- a\n- @ada\n\n- @bob`],
    ['in a quote', `> ${off('mention')}\n>\n> Thanks to @ada.`],
    ['in an item', `- a\n\n  ${off('mention')}\n\n  Thanks to @ada.`],
    ['in a table', `${off('mention')}\n\n| a |\n| --- |\n| @ada |`],
    ['in its line', `Thanks to @ada. ${off('mention')}`],
    ['in its line, before', `Thanks ${off('mention')} to @ada.`],
    ['in the line of a heading', `## Thanks to @ada ${off('mention')}`],
    ['in the row of a table', `| a |\n| --- |\n| @ada ${off('mention')} |`],
    ['in the line that it opens', `${off('mention')} Thanks to @ada.`],
    ['with a reason of several lines', `${off('mention', 'as\nshe wants\n')}\nThanks to @ada.`],
    ['in HTML, in the next line', `<div>\n${off('html-table')}\n<table>\n</table>\n</div>`],
    ['in a block of HTML', `${off('html-table')}\n<table>\n<tr>\n</table>`],
    ['in a definition', `![a]\n\n${off('relative-image')}\n\n[a]: b.png`],
    ['beside another', `${off('mention')}\n${off('html-table')}\n<table><td>@ada</table>`],
    ['behind a comment', `${off('mention')}\n\n<!-- a -->\n\nThanks to @ada.`],
    ['in code', `${off('secret')}\n\`\`\`\n${['AKIA', 'IOSFODNN7ABCDEFG'].join('')}\n\`\`\``],
    ['with the word that the rule finds', `${off('placeholder', 'TODO is a list')}\nThe TODO.`],
    ['in lines of CR and LF', `${off('mention')}\r\n\r\nThanks to @ada.\r\n`],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['another rule', `${off('mention')}\nThanks to @ada, TODO.`, ['placeholder 2']],
    ['the block after next', `${off('mention')}\n@ada.\n\nAnd @bob.`, ['mention 4']],
    ['the block before it', `And @bob.\n\n${off('mention')}\n\n@ada.`, ['mention 1']],
    ['the next line', `@ada. ${off('mention')}\n@bob.`, ['mention 2']],
    ['a fixed rule', `${off('body-too-long')}\n@ada.`, ['disable-comment 1', 'mention 2']],
    ['a rule of reading', `${off('front-matter')}\nText.`, ['disable-comment 1']],
    [
      'itself',
      `${off('disable-comment')}\n${off('mention')}\nText.`,
      ['disable-comment 1', 'disable-comment 2'],
    ],
  ])('and does not let pass %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    '`<!-- stack-publish-disable mention: a -->`',
    '```\n<!-- stack-publish-disable x -->\n```',
  ])('and is text in code: %j', (code) => {
    expect(found(`${code}\n\n@ada.`)).toEqual([`mention ${code.split('\n').length + 2}`]);
  });

  it('is a finding where it is not complete, or lets nothing pass', () => {
    for (const [comment, said] of [
      ['<!-- stack-publish-disable -->', 'names no rule'],
      ['<!-- stack-publish-disable: it is meant -->', 'names no rule'],
      ['<!-- stack-publish-disable mention -->', 'no reason'],
      ['<!-- stack-publish-disable mention: -->', 'no reason'],
      ['<!-- stack-publish-disable mentoin: it is meant -->', 'did you mean `mention`?'],
      ['<!-- stack-publish-disable mention, secret: it is meant -->', 'is no rule'],
      ['<!-- stack-publish-disable mention it is meant -->', 'is no rule'],
      ['<!-- stack-publish-disable-line mention: it is meant -->', 'is unknown'],
    ] as const) {
      const findings = check(aDraft({ body: `A line.\n\n${comment}\nThanks to @ada, you know.` }));
      expect(findings.map(({ rule }) => rule)).toEqual(['disable-comment', 'mention']);
      expect(findings[0]).toMatchObject({ severity: 'warning', place: { line: 8, column: 1 } });
      expect(findings[0]?.message).toContain(said);
    }
    expect(found(`${off('mention')}\nNobody.`)).toEqual(['disable-comment 1']);
    expect(found(`Nobody. ${off('mention')}`)).toEqual(['disable-comment 1']);
    expect(found(off('mention'))).toEqual(['disable-comment 1']);
    expect(found('<!-- stack-publish-disabled mention: a -->')).toEqual([]);
  });

  it('at the beginning counts for what is about the whole page, and for no more', () => {
    const body = `${off('title-too-short')}\n${off('mention')}\n\nA text of @ada that is long enough.\n\nAnd @bob.`;
    expect(check(aDraft({ title: 'Short', body })).map(({ rule }) => rule)).toEqual(['mention']);
    const later = `A text that is long enough.\n\n${off('title-too-short')}\n\nMore.`;
    expect(check(aDraft({ title: 'Short', body: later })).map(({ rule }) => rule)).toEqual([
      'title-too-short',
      'disable-comment',
    ]);
    const answer = `${off('title-too-short')}\n\nAn answer that is long enough.`;
    expect(
      check(
        aQuestion({ title: 'Short', body: 'A question, at length: how does it work?', answer }),
      ),
    ).toEqual([]);
  });

  it('also in a note, which has no lines', () => {
    const provenance = { kind: 'pull-request', number: 7 } as const;
    const body = `A text.\n\n${off('relative-image')}\n\nSee ![a](a.png).\n\nAnd ![b](b.png).`;
    const note = aDraft({ key: 'pull/7', provenance, place: null, bodyLine: 1, body });
    expect(check(note)).toMatchObject([{ rule: 'relative-image', place: null }]);
  });

  it('says nothing of one whose rule rests on other sources or on the run', () => {
    const body = `${off('duplicate-title')}\n${off('similar-text')}\n${off('image-unavailable')}\n\nA text that is long enough.`;
    expect(check(aDraft({ body }))).toEqual([]);
    expect(
      curate([aDraft({ body })], {
        rules: {},
        known: [{ key: 'docs/b.md', title: aDraft().title }],
      }),
    ).toEqual([]);
  });

  it('lets a rule pass whatever severity is set, and counts before the cap of twenty', () => {
    const line = `Thanks to @ada. ${off('mention')}\n`;
    expect(
      curate([aDraft({ body: line.repeat(30) + '@bob.\n'.repeat(20) })], {
        rules: { mention: 'error' },
        known: [],
      }),
    ).toHaveLength(20);
    expect(curate([aDraft({ body: line })], { rules: { mention: 'off' }, known: [] })).toEqual([]);
  });

  it('also of what making a post finds, there and later', () => {
    const draft = aDraft({
      body: `A text.\n\n${off('image-missing')}\n\nSee an image, at length.`,
    });
    const finding = (offset: number): Finding => ({
      rule: 'image-missing',
      severity: 'warning',
      source: draft.key,
      provenance: draft.provenance,
      place: null,
      at: { field: 'body', offset },
      message: 'A.',
      remedy: 'B.',
    });
    const inside = draft.body.indexOf('See');
    const found = () => [finding(0), finding(inside)];
    expect(curate([draft], { rules: {}, known: [], found })).toEqual([finding(0)]);
    expect(disabledBy(draft, found())).toEqual({ left: [finding(0)], idle: [] });
    expect(disabledBy(draft, [finding(0)]).idle).toMatchObject([{ rule: 'disable-comment' }]);
  });

  it('takes time that grows with the text alone', () => {
    for (const unit of [
      off('mention'),
      `${off('mention')}\n`,
      `a ${off('mention')}`,
      `> ${off('mention')}\n`,
      '<!-- stack-publish-disable ',
      '<!-- stack-publish-disable a:',
    ])
      expect(check(aDraft({ body: unit.repeat(99_000 / unit.length) })).length).toBeLessThan(50);
  });
});
