import { describe, expect, test } from 'vitest';
import { createPageText } from '../../../src/adapters/log/create-sanitizer.ts';
import { digestOf, digestOfBytes } from '../../../src/model/digest.ts';
import type { Mechanism } from '../../../src/model/evidence.ts';
import { shownText } from '../../../src/model/shown-text.ts';
import { createDisclosure } from '../../../src/report/audience.ts';
import { anyPlace } from '../../../src/report/how-to-approve.ts';
import type { PlanPreview } from '../../../src/report/preview/plan-preview.ts';
import { previewPage } from '../../../src/report/preview/preview-page.ts';
import { hostilePreview, hostileTexts } from '../../kit/hostile-preview.ts';
import { anArticle, aQuestion, planPreview, previewed } from '../../kit/plan-preview.ts';
import { forTheTeam } from '../for-the-team.ts';
import { pageElements } from './page-elements.ts';

const secret = 'a-secret-token-of-the-site';
const safe = createPageText([secret]);
const pageOf = (preview: PlanPreview, accept: readonly Mechanism[] = []) =>
  previewPage(forTheTeam.preview(preview), anyPlace(accept, 'stack-internal'), safe);
const elementsOf = (preview: PlanPreview, accept?: readonly Mechanism[]) =>
  pageElements(pageOf(preview, accept));
const named = (preview: PlanPreview, tag: string) =>
  elementsOf(preview).filter((each) => each.tag === tag);
const bodyOf = (body: string, more?: Parameters<typeof previewed>[2]) =>
  planPreview([previewed({ ...anArticle, body }, {}, more)]);
const proseOf = (preview: PlanPreview) =>
  elementsOf(preview).find(({ attributes }) => attributes['class'] === 's-prose')?.inside ?? [];

/** A text as a page shows it byte by byte: each line ends, also the last one. */
const shownLines = (text: string) =>
  `${text.replace(/\n$/, '').split('\n').map(shownText).join('\n')}\n`;

describe('the head tells', () => {
  const { report } = bodyOf('Text.');

  test('where it goes, under whose name, how much, and the digest', () => {
    const [header] = named(bodyOf('Text.'), 'header');
    expect(header?.text).toContain('team acme at https://a.example (business, API v3)');
    expect(header?.text).toContain('as docs-bot (12)');
    expect(header?.text).toContain('1 to create');
    expect(header?.text).toContain(report.digest);
  });

  test.each([
    ['comment', `/publish ${report.digest}`],
    ['asserted', `stack-publish publish --digest ${report.digest}`],
  ] as const)('how to approve by %s, to be copied', (way, line) => {
    const copied = (accept: Mechanism[]) =>
      elementsOf(bodyOf('Text.'), accept)
        .filter(({ attributes }) => attributes['class'] === 'copied')
        .map(({ text }) => text);
    expect(copied([way])).toEqual([report.digest, line]);
    expect(copied(['environment', 'dispatch'])).toEqual([report.digest]);
  });

  test('how to leave a step out, where a comment can say it', () => {
    expect(pageOf(bodyOf('Text.'), ['comment'])).toContain('except SOURCE');
    expect(pageOf(bodyOf('Text.'), ['asserted'])).toContain('--except SOURCE');
    expect(pageOf(bodyOf('Text.'), ['dispatch'])).not.toContain('except SOURCE');
  });

  test('which commit it was made from, and each source, with their pages on the forge', () => {
    const [id, page] = ['0123456789abcdef0123', 'https://forge.example/commit/0123'];
    const { step, preview } = previewed(anArticle, { page: 'https://forge.example/keys.md' });
    const linksOf = (commit: object) =>
      named(planPreview([{ step, preview }], { report: { commit } }), 'a').map(
        ({ text, attributes }) => [text, attributes['href']],
      );
    const source = ['docs/keys.md', 'https://forge.example/keys.md'];
    expect(linksOf({ id, page })).toEqual(expect.arrayContaining([['0123456789ab', page], source]));
    expect(linksOf({ id, page: null })).toContainEqual(source);
    expect(linksOf({ id, page: 'javascript:x' })).toHaveLength(3);
  });

  test('no digest and no way to approve where there is nothing to do', () => {
    const page = pageOf(planPreview([]), ['comment', 'asserted']);
    expect(page).not.toContain('sha256:');
    expect(page).not.toContain('pprove');
    expect(page).toContain('Nothing is marked for publication.');
  });
});

describe('the whole plan stands there', () => {
  const texts = [
    'one\ntwo\n',
    'no end',
    '\n\n  leading\n\n',
    'CRLF\r\n\ttab \u200B\u202E \\u{200b} &amp; <b>&lt;</b>\n',
    '```html\n</pre></code><script>\n```\n',
    '',
  ];

  test.each(texts)('with every byte of %j', (body) => {
    const exact = named(planPreview([previewed({ ...aQuestion, body, answer: body })]), 'details')
      .at(-1)
      ?.inside.filter(({ tag }) => tag === 'pre')
      .map(({ text }) => text);
    const shown = shownLines(body);
    expect(exact).toEqual([`${aQuestion.title}\n`, shown, shown]);
  });

  test('with what comes and what goes', () => {
    const before = { ...anArticle, body: 'old\nsame\n', tags: ['old-tag'] };
    const after = { ...anArticle, body: 'new\nsame\n' };
    const all = elementsOf(planPreview([previewed(after, { action: 'update', before })]));
    expect(all.filter(({ tag }) => tag === 'ins').map(({ text }) => text)).toEqual([
      'tags: tls\n',
      '+new\n',
    ]);
    expect(all.filter(({ tag }) => tag === 'del').map(({ text }) => text)).toEqual([
      'tags was: old-tag\n',
      '-old\n',
    ]);
  });

  test('with what an adopted post and a change of links alone do not change', () => {
    const more = { url: 'https://a.example/7', before: anArticle };
    const adopted = previewed(anArticle, { ...more, action: 'adopt' });
    const links = [{ source: 'docs/b.md', url: 'https://a.example/8', else: null, was: 'x' }];
    const linked = previewed(anArticle, { ...more, action: 'update', links });
    const [first, second] = elementsOf(planPreview([adopted, linked])).filter(
      ({ attributes }) => attributes['class'] === 'step',
    );
    expect(first?.text).toContain('Nothing of the post is written');
    expect(second?.text).toContain('Nothing but where links lead');
    expect(second?.text).toContain('link to docs/b.md: https://a.example/8, was x');
  });

  test('and no title or tag passes for a line of its own', () => {
    const before = { ...anArticle, title: 'one' };
    const after = { ...anArticle, title: 'two\n-tags: x', tags: ['a\n+b'] };
    const [, ...lines] =
      elementsOf(planPreview([previewed(after, { action: 'update', before })]))
        .find(({ attributes }) => attributes['class'] === 'exact')
        ?.text.split('\n') ?? [];
    expect(lines).toEqual(['title was: one', String.raw`tags: a\u{a}+b`, 'tags was: tls', '']);
  });

  test('with each step in the contents and as an article of its own', () => {
    const preview = planPreview(
      ['One', 'Two', 'Three'].map((title) => previewed({ ...anArticle, title })),
    );
    const all = elementsOf(preview);
    const [nav] = all.filter(({ tag }) => tag === 'nav');
    const links = nav?.inside.filter(({ tag }) => tag === 'a') ?? [];
    expect(links.map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
    const articles = all.filter(({ tag }) => tag === 'article');
    expect(articles.map(({ attributes }) => `#${attributes['id']}`)).toEqual(
      links.map(({ attributes }) => attributes['href']),
    );
  });

  test('with what is held, edited, gone and found, and the findings of a step at its place', () => {
    const finding = (source: string) => ({
      rule: 'mention',
      severity: 'warning',
      source,
      provenance: { kind: 'file', path: source },
      place: { file: source, line: 3, column: 1 },
      message: `Seen in ${source}.`,
      remedy: 'Do it.',
    });
    const post = { source: 'docs/c.md', url: 'https://a.example/3' };
    const held = { ...post, reason: 'conflict', message: 'Both changed.', remedy: 'Decide.' };
    const all = elementsOf(
      planPreview([previewed(anArticle)], {
        report: {
          held: [{ ...held, conflicts: [{ field: 'body', ours: 'ours', theirs: 'theirs' }] }],
          edited: [post],
          orphaned: [{ ...post, unread: null }],
          findings: [finding('docs/keys.md'), finding('docs/other.md')],
        },
      }),
    );
    const byId = (id: string) => all.find(({ attributes }) => attributes['id'] === id)?.text;
    expect(byId('step-1')).toContain('Seen in docs/keys.md. [mention]');
    expect(byId('findings')).toContain('Seen in docs/other.md. [mention]');
    expect(byId('findings')).not.toContain('Seen in docs/keys.md.');
    expect(byId('held')).toContain('-theirs');
    expect(byId('held')).toContain('+ours');
    for (const id of ['edited', 'orphaned']) expect(byId(id)).toContain('https://a.example/3');
  });
});

describe('a post', () => {
  test('is rendered as on the site, and beside what is there now', () => {
    const before = { ...anArticle, title: 'Before', body: '**old**\n' };
    const preview = planPreview([
      previewed({ ...anArticle, body: '**new**\n' }, { action: 'update', before }),
    ]);
    const strong = named(preview, 'strong').map(({ text }) => text);
    expect(strong).toEqual(['new', 'old']);
    expect(
      named(preview, 'section').filter((each) => each.attributes['class'] === 'side'),
    ).toHaveLength(2);
  });

  test('has its accepted answer', () => {
    const preview = planPreview([previewed(aQuestion)]);
    expect(named(preview, 'em').map(({ text }) => text)).toEqual(['platform']);
    expect(named(preview, 'h5').map(({ text }) => text)).toEqual(['Accepted answer']);
  });

  test('whose headings never leave a level out', () => {
    const texts = ['# 1\n\n## 2\n\n# 1', '###### 6\n\n# 1\n\n#### 4\n\n## 2', '### 3\n\n##### 5'];
    const preview = planPreview(
      texts.flatMap((body) => [
        previewed({ ...anArticle, body }),
        previewed({ ...aQuestion, body, answer: body }),
      ]),
    );
    const levels = elementsOf(preview).flatMap(({ tag }) => /^h([1-6])$/.exec(tag)?.[1] ?? []);
    expect(levels.filter((level) => level === '1')).toHaveLength(1);
    const jumps = levels.filter((level, index) => Number(level) - Number(levels[index - 1]) > 1);
    expect(jumps).toEqual([]);
    expect(levels).toContain('6');
  });

  test('leads to the web, to mail and to other steps of the plan, and nowhere else', () => {
    const other = previewed({ ...anArticle, title: 'Other' }, { source: 'docs/other.md' });
    const body =
      '[a](https://b.example/x) [b](mailto:a@b.example) [c](https://here-0.invalid/0) ' +
      '[d](ftp://b.example/) [e](/questions) <a href="#approval">f</a> [g](https://gone.invalid/)';
    const behind = {
      'https://here-0.invalid/0': { step: 'docs/other.md' },
      'https://gone.invalid/': { step: 'docs/none.md' },
    };
    const preview = planPreview([previewed({ ...anArticle, body }, {}, behind), other]);
    const links = proseOf(preview).filter(({ tag }) => tag === 'a');
    expect(links.map(({ attributes: { href, rel } }) => [href, rel])).toEqual([
      ['https://b.example/x', 'noopener noreferrer'],
      ['mailto:a@b.example', 'noopener noreferrer'],
      ['#step-2', undefined],
    ]);
  });
});

describe('a picture', () => {
  const bytes = Buffer.from('a picture');
  const digest = digestOfBytes(bytes);
  const address = 'https://here-0.invalid/0';
  const behind = { [address]: { picture: digest, path: 'img/a.png', size: 9 } };
  const body = `![Of it](${address})\n`;
  const sources = (preview: PlanPreview) =>
    named(preview, 'img').map(({ attributes }) => attributes['src']);

  test('of the plan is in the page', () => {
    const pictures = { [digest]: { type: 'png', base64: bytes.toString('base64') } };
    const preview = { ...bodyOf(body, behind), pictures };
    expect(sources(preview)).toEqual([`data:image/png;base64,${bytes.toString('base64')}`]);
  });

  test('that the page has no room for is told by path, size and digest', () => {
    expect(sources(bodyOf(body, behind))).toEqual([]);
    expect(pageOf(bodyOf(body, behind))).toContain(`img/a.png, 9 bytes, ${digest.slice(0, 14)}`);
    const base64 = 'A'.repeat(4_000_000);
    const often = {
      ...bodyOf(body.repeat(4), behind),
      pictures: { [digest]: { type: 'png', base64 } },
    };
    expect(sources(often)).toHaveLength(2);
  });

  test('from elsewhere is told by its address', () => {
    const preview = bodyOf('![Of it](https://b.example/i.png) <img src="https://b.example/j.png">');
    expect(sources(preview)).toEqual([]);
    const told = proseOf(preview).filter(({ tag }) => tag === 'code');
    expect(told.map(({ text }) => text)).toEqual([
      'https://b.example/i.png',
      'https://b.example/j.png',
    ]);
  });
});

describe('of hostile texts', () => {
  const server = 'http://127.0.0.1:9';
  const page = pageOf(hostilePreview(server), ['comment', 'dispatch', 'asserted']);
  const all = pageElements(page);

  test('only the elements and attributes of the page and of posts are left', () => {
    const tags = new Set(all.map(({ tag }) => tag));
    for (const tag of 'script svg math iframe object embed form input button video audio base template noscript math'.split(
      ' ',
    ))
      expect(tags).not.toContain(tag);
    for (const [tag, count] of [
      ['style', 1],
      ['meta', 5],
      ['link', 1],
      ['title', 1],
      ['main', 1],
      ['h1', 1],
    ] as const)
      expect(all.filter((each) => each.tag === tag)).toHaveLength(count);
    const attributes = new Set(all.flatMap((each) => Object.keys(each.attributes)));
    const known =
      'lang charset http-equiv content name rel href id class aria-labelledby open tabindex title align start alt width height';
    expect([...attributes].filter((name) => !known.split(' ').includes(name))).toEqual([]);
  });

  test('nothing is loaded and no link leads to anything but the web', () => {
    for (const { tag, attributes } of all) {
      expect(attributes['src']).toBeUndefined();
      const { href } = attributes;
      if (href !== undefined && tag === 'a')
        expect(href).toMatch(/^(?:https?:\/\/|mailto:|#(?:steps|step-\d+|[a-z]+)$)/);
    }
  });

  test('ids are those of the page, each once', () => {
    const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^(?:(?:step|held)-\d+(?:-title)?|[a-z]+(?:-title)?)$/);
  });

  test('the policy lets nothing run, and the one style by its hash', () => {
    const [policy] = all.flatMap(({ attributes }) =>
      attributes['http-equiv'] === 'Content-Security-Policy' ? (attributes['content'] ?? '') : [],
    );
    const [style] = all.flatMap(({ tag, text }) => (tag === 'style' ? text : []));
    const hash = Buffer.from(digestOfBytes(Buffer.from(style ?? '')).slice(7), 'hex');
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash.toString('base64')}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('each still stands there, byte by byte', () => {
    const exact = new Set(all.filter(({ tag }) => tag === 'pre').map(({ text }) => text));
    for (const text of hostileTexts(server)) expect(exact).toContain(shownLines(text));
  });
});

test('a secret stands nowhere, not even where marks of Markdown part it', () => {
  const hidden = (text: string) =>
    pageOf(
      planPreview([
        previewed({ ...aQuestion, title: text, body: text, answer: text }, { source: text }),
      ]),
    );
  expect(hidden(`x ${secret} y`)).not.toContain(secret);
  expect(hidden(`![${secret}](https://b.example/${secret})`)).not.toContain(secret);
});

test('in a public place nothing of the site is there, and the page says so', () => {
  const { view } = createDisclosure();
  const planted = { id: 21, name: 'Zeus' };
  const preview = planPreview(
    [
      previewed(anArticle, {
        action: 'overwrite',
        url: 'https://a.example/7',
        overwrites: { by: planted, at: 0, owner: planted },
      }),
    ],
    {
      report: {
        account: { id: 12, name: 'Zeus' },
        people: { users: [planted], groups: [planted] },
        tags: [
          {
            tag: 'tls',
            state: 'replaced',
            replacedBy: ['Zeus'],
            sources: [],
            expertCount: 1,
            experts: { users: [planted], groups: [] },
          },
        ],
        held: [
          {
            source: 'docs/b.md',
            url: null,
            reason: 'conflict',
            message: 'Both.',
            remedy: 'Do.',
            conflicts: [{ field: 'body', ours: 'ours', theirs: 'Zeus' }],
          },
        ],
        findings: [
          {
            rule: 'r',
            severity: 'warning',
            source: 'docs/keys.md',
            provenance: { kind: 'file', path: 'docs/keys.md' },
            place: null,
            message: 'Told.',
            forTeam: 'Zeus.',
            remedy: 'Do.',
          },
        ],
      },
    },
  );
  expect(pageOf(preview)).toContain('Zeus');
  const page = previewPage(view.preview(preview), anyPlace([], ''), safe);
  expect(page).not.toContain('Zeus');
  expect(page).toContain('nothing of the site stands in it');
  expect(page).toContain('https://a.example/7');
  expect(page).toContain(digestOf(anArticle));
});
