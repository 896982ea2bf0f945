import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPullRequest } from '../../../src/sources/pull-request/read-pull-request.ts';
import { readFaqPull, readPull, settings } from './a-pull.ts';

const block = (text: string) => `Fixes #1\n\n\`\`\`release-note\n${text}\n\`\`\`\n\nInternal.\n`;

function remarksOf(body: string): string[] {
  const { drafts, findings } = readPull(body);
  expect(drafts).toEqual([]);
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('readPullRequest', () => {
  it('makes an article of the note, and takes nothing else', () => {
    expect(readPull(block('The kubelet starts.'))).toEqual({
      findings: [],
      drafts: [
        {
          key: 'pull/7',
          revision: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          provenance: { kind: 'pull-request', number: 7 },
          kind: 'article',
          title: 'A title',
          body: 'The kubelet starts.',
          answer: null,
          tags: ['platform'],
          type: 'announcement',
          editors: null,
          place: null,
          bodyLine: 1,
        },
      ],
    });
  });

  it.each([
    ['no label', []],
    ['other labels', ['kind/bug', 'stack:articles']],
  ])('takes none with %s', (_, labels) => {
    expect(readPull(block('a'), { labels })).toEqual({ drafts: [], findings: [] });
  });

  it('takes a label in any case, as GitHub does', () => {
    expect(readPull(block('a'), { labels: ['Stack:Article'] }).drafts).toHaveLength(1);
  });

  it.each([
    ['feat: a thing', 'a thing'],
    ['fix(kubelet)!: Start', 'Start'],
    ['Docs: a', 'a'],
    ['revert: feat: a', 'feat: a'],
    ['Kubelet: start', 'Kubelet: start'],
    ['feature: a', 'feature: a'],
    ['fix : a', 'fix : a'],
    ['feat:', 'feat:'],
    [' a\nb ', 'a b'],
  ])('makes of the title %j %j', (title, expected) => {
    expect(readPull(block('Text.'), { title }).drafts[0]?.title).toBe(expected);
  });

  it.each([
    ['a heading first', '## New `kubelet`\n\nText.', 'New `kubelet`'.replaceAll('`', ''), 'Text.'],
    ['a setext heading first', 'New\n===\nText.', 'New', 'Text.'],
    ['a heading later', 'Text.\n\n# New\n\nMore.', 'A title', 'Text.\n\n# New\n\nMore.'],
    ['a heading in code', '~~~\n# New\n~~~', 'A title', '~~~\n# New\n~~~'],
    ['a hash that is no heading', '#1 is fixed', 'A title', '#1 is fixed'],
    ['only a heading', '#### New', 'New', ''],
  ])('takes the title from %s', (_, text, title, body) => {
    expect(readPull(block(text)).drafts).toMatchObject([{ title, body }]);
  });

  it.each([
    ['title', '---\ntitle: Own\n---\n# H\nText.', { title: 'Own', body: '# H\nText.' }],
    ['tags', '---\ntags: [a, b]\n---\n\nText.', { tags: ['a', 'b'], body: 'Text.' }],
    ['type', '---\nstack: { type: policy }\n---\nText.', { type: 'policy' }],
    ['editors', '---\nstack: { editors: owner }\n---\nText.', { editors: 'owner' }],
    ['form', '---\nstack: article\n---\nText.', { body: 'Text.' }],
    ['id', '---\nstack: { id: x }\n---\nText.', { key: 'id/x', place: null }],
    ['nothing', '---\n---\nText.', { body: '---\n---\nText.' }],
    ['no map', '---\ntext\n---\nText.', { body: '---\ntext\n---\nText.' }],
  ])('reads a front matter with %s', (_, text, expected) => {
    const reading = readPull(block(text));
    expect(reading.findings).toEqual([]);
    expect(reading.drafts).toMatchObject([expected]);
  });

  it.each([
    ['broken YAML', 'title: a: b'],
    ['another form than the label', 'stack: faq'],
    ['a form that is none', 'stack: { as: artcle }'],
    ['a key that is none', 'stack: { tagz: [a] }'],
    ['a level', 'stack: { level: 2 }'],
  ])('finds a front matter with %s', (_, yaml) => {
    const reading = readPull(block(`---\n${yaml}\n---\nText.`));
    expect(reading.drafts).toEqual([]);
    expect(reading.findings).toMatchObject([
      { rule: 'front-matter', severity: 'error', source: 'pull/7', place: null },
    ]);
  });

  it('cuts attributes off the headings of notes', () => {
    expect(readPull(block('## New {#new}\n\nText.'))).toMatchObject({
      drafts: [{ title: 'New', body: 'Text.' }],
      findings: [{ rule: 'heading-attributes', source: 'pull/7' }],
    });
    expect(readPull('## Release note {#notes}\nText.')).toMatchObject({
      drafts: [{ body: 'Text.' }],
      findings: [],
    });
  });

  it('takes tags from the front matter, else from labels, else from the defaults', () => {
    const labels = ['stack:article', 'Kind/Bug', 'area/tls', 'x'];
    expect(readPull(block('a'), { labels }).drafts[0]?.tags).toEqual(['tls', 'bugs']);
    const own = block('---\ntags: []\n---\na');
    expect(readPull(own, { labels }).drafts[0]?.tags).toEqual([]);
    expect(readPull(block('a')).drafts[0]?.tags).toEqual(['platform']);
  });

  it('takes type and editors from the defaults', () => {
    const defaults = { tags: [], type: 'policy', editors: 'owner' } as const;
    const pull = { number: 1, title: 't', labels: ['stack:article'], body: block('a') };
    expect(readPullRequest(pull, settings, defaults).drafts).toMatchObject([
      { type: 'policy', editors: 'owner', tags: [] },
    ]);
  });

  it.each([
    ['a section', '## Release note\n\nA.\n', 'A.'],
    ['another spelling', 'x\n\n## release Notes ##\nA.\n', 'A.'],
    ['the name of a FAQ', '## FAQ\nA.\n', 'A.'],
    ['one that ends', '## Release note\nA.\n\n### B\n\nC.\n\n## Internal\nD', 'A.\n\n### B\n\nC.'],
    ['one that a title ends', '## Release note\nA.\n\nInternal\n===\nD', 'A.'],
    ['one with a fence', '## Release note\n```sh\n## a\n```\n## I', '```sh\n## a\n```'],
    ['several', '## Release note\nA.\n## I\nB\n## Release note\nC.', 'A.\n\nC.'],
    [
      'comments',
      '## Release note\n<!-- a\n\n## b -->\n\nA <!-- c -->b.\n\n<!-- d -->\n\nC.',
      'A b.\n\nC.',
    ],
    ['a comment in code', '## Release note\n`<!-- a -->`\n', '`<!-- a -->`'],
    ['CRLF', '## Release note\r\n\r\nA.\r\n\r\nB.\r\n\r\n## I\r\n', 'A.\r\n\r\nB.'],
    ['a front matter', '## Release note\n---\ntags:\n- x\ntitle: T\n---\nA.\n## I\nB', 'A.'],
    ['a rule first', '## Release note\n---\nA.\n\n---\n## I\nB', '---\nA.\n\n---'],
  ])('takes the text of %s', (_, body, expected) => {
    expect(readPull(body).drafts.map(({ body }) => body)).toEqual([expected]);
  });

  it.each([
    ['another level', '# Release note\nA.\n\n### Release note\nB.'],
    ['another name', '## Release notes for operators\nA.'],
    ['a heading in a comment', '<!--\n## Release note\n-->\nA.'],
    ['a heading in a quote', '> ## Release note\n> A.'],
    ['no text in its block', '```release-note\n\n```\n\n## Release note\nA.'],
    ['only comments in its block', '```release-note\n<!-- a -->\n```'],
    ['only comments in its section', '## Release note\n<!-- a -->\n'],
    ['a front matter alone', '```release-note\n---\ntitle: a\n---\n```'],
    ['nothing', ''],
  ])('finds no note in %s', (_, body) => {
    const reading = readPull(body);
    expect(reading.drafts).toEqual([]);
    expect(reading.findings).toMatchObject([{ rule: 'no-note', severity: 'warning' }]);
  });

  it.each([
    'NONE',
    '"None."',
    ' NONE\n',
    '<!-- a -->\nNONE',
    'N/A',
    'n.a.',
    '- NONE',
    '- None\n- N/A',
    '- [x] n/a',
    '1. None',
    '**No**',
    '`nil`',
    '(empty)',
    '~~~text\nNothing\n~~~',
    '> Not&nbsp;applicable',
    'N&#47;A',
    '[N/A](https://acme.example/none)',
    '<p>none</p>',
    'none\u200B\uFE0F',
    'ＮＯＮＥ',
    'Not needed.',
    'None required',
    'No release note',
    'No release notes needed!',
    '_No release note_ required',
    '---',
  ])('publishes nothing for %j', (text) => {
    const expected = { drafts: [], findings: [{ rule: 'note-none', severity: 'warning' }] };
    const head = '---\ntags: [a]\n---\n';
    expect(readPull(block(text))).toMatchObject(expected);
    expect(readPull(block(head + text))).toMatchObject(expected);
    expect(readPull(`## Release note\n\n${text}\n`)).toMatchObject(expected);
    expect(readFaqPull(block(text))).toMatchObject(expected);
    expect(readPull(`${block(head + text)}${block('A.')}`)).toMatchObject({
      drafts: [{ tags: ['a'], body: 'A.' }],
    });
  });

  it('publishes nothing where only the heading says something', () => {
    expect(readPull(block('## Sorting\n\nN/A'))).toMatchObject({
      drafts: [],
      findings: [{ rule: 'note-none' }],
    });
  });

  it.each([
    'None of the nodes start.',
    'none\n\nof these',
    'No more crashes',
    'Nothing is lost now.',
    'N/A is shown in empty cells.',
    'No. 1',
    'Nano',
    '![](a.png)',
    '<img src="https://acme.example/none.png">',
    'Not needed: the old flag.',
  ])('publishes %j', (text) => {
    expect(readPull(block(text)).drafts).toMatchObject([{ body: text }]);
  });

  it('joins blocks, leaves out those that say nothing, and prefers them to a section', () => {
    const body = `## Release note\nS\n\n${block('A.')}${block('NONE')}${block('')}${block('B.')}`;
    expect(readPull(body).drafts[0]?.body).toBe('A.\n\nB.');
    expect(readPull(body.replaceAll('\n', '\r\n')).drafts[0]?.body).toBe('A.\r\n\r\nB.');
  });

  it('publishes nothing of a block that is not closed', () => {
    const reading = readPull('```release-note\nA.\n\nInternal.');
    expect(reading.drafts).toEqual([]);
    expect(reading.findings).toMatchObject([{ rule: 'open-note', severity: 'error' }]);
  });

  it('publishes nothing of a block that the marks of its own code end', () => {
    const note = 'Do as follows:\n\n```yaml\na: b\n```\n\nAnd restart.';
    expect(remarksOf(block(note))).toEqual(['open-note error']);
    expect(remarksOf(block(note).replaceAll('\n', '\r\n'))).toEqual(['open-note error']);
    const wide = `\`\`\`\`release-note\n${note}\n\`\`\`\`\n`;
    expect(readPull(wide).drafts).toMatchObject([{ body: note }]);
  });

  it('takes a front matter from the first block only', () => {
    const head = '---\ntitle: The title of a note\n---\n';
    expect(readPull(`${block(`${head}A.`)}${block('B.')}`).drafts).toMatchObject([
      { title: 'The title of a note', body: 'A.\n\nB.' },
    ]);
    expect(remarksOf(`${block('A.')}${block(`${head}B.`)}`)).toEqual(['front-matter error']);
    // A line across the text is none.
    expect(readPull(`${block('A.')}${block('---\nB.\n\n---\nC.')}`).drafts).toHaveLength(1);
  });

  describe('the end of a section', () => {
    const section = (text: string) => readPull(`## Release note\n\nA.\n${text}`);

    it.each([
      ['sign-offs', '\nSigned-off-by: Dana Doe <d@acme.example>\nCo-authored-by: Kim\n'],
      ['issues', '\nFixes #12\nCloses: acme/web#1, #2 and #3.\n\nRefs ACME-12\n'],
      ['trailers right under the text', 'Resolves https://acme.example/issues/1\n'],
      [
        'trailers that go on',
        '\nReviewed-by: Kim\n  (and by others)\nChange-Id: I0123456789abcdef\n',
      ],
      ['a reviewer with a blank', '\nReviewed by: Kim <k@acme.example>\nTicket: [ACME-1]\n'],
      ['a commit', '\nFixes: 0123456789ab ("list: sort")\nLink: https://acme.example/1\n'],
      ['trailers of one kind only there', '\nAcme-Team: the list view\nAcked-by: Kim\n'],
      ['marks of Markdown', '\n- **Fixes** [#12](https://acme.example)\n- `Closes:` #1\n'],
      ['a quote', '\n> _Signed-off-by:_ Kim <k@acme.example>\n'],
      ['CRLF', '\r\n\r\nFixes #1\r\nSigned-off-by: Kim\r\n'],
      ['CRLF above', '\r\nFixes #1\r\nSigned-off-by: Kim\r\n'],
      ['above definitions', '\nFixes #1\n\n[a]: https://acme.example\n\nCc: Kim\n[b]: /b\n'],
      ['a picked commit', '\nCc: Kim\n(cherry picked from commit 0123456789abcdef0123)\n'],
      ['a rule above', '\n---\n\nFixes #1\n'],
      ['the end of the element around it', '\nFixes #1\n\n</details>\n'],
      ['a template behind', '\nFixes #1\n<!-- Write `Fixes #n` -->\n'],
      ['paired comments', '\n<!-- SOME_BOT -->\n---\nRisk\n<!-- /SOME_BOT -->\n'],
      ['a start and an end', '\n<!-- BOT_START -->Risk<!-- bot_end -->\nFixes #1\n'],
      ['words around a name', '<!-- begin notes:bot -->\nRisk\n<!-- end notes:bot -->\n'],
      ['endings', '<!-- bot-begin -->\nRisk\n<!-- bot-end -->\n'],
      [
        'a sentence and its end',
        '<!-- This is an auto-generated comment: x -->\nRisk\n<!-- end of auto-generated comment: x -->',
      ],
      ['pairs in pairs', '<!-- A -->\n<!-- B -->\nRisk\n<!-- /B -->\nRisk\n<!-- /A -->\n'],
      ['pairs across', '<!-- A -->\nRisk\n<!-- B -->\n<!-- /A -->\nRisk\n<!-- /B -->\n'],
      [
        'a pair that ends in another section',
        '<!-- A -->\nRisk\n\n## Release notes\nRisk\n<!-- /A -->\n\nRisk',
      ],
    ])('takes along no %s', (_, text) => {
      expect(section(text)).toMatchObject({ findings: [], drafts: [{ body: 'A.' }] });
    });

    it.each([
      ['a sentence with a colon', 'Note: the old flag stays.'],
      ['a colon and a hyphen', 'Read-only: nobody can write.'],
      ['more than an issue', 'Fixes #12 for good.'],
      ['a keyword alone', 'Fixes: the list is sorted.'],
      ['an issue alone', '#12'],
      ['an address', 'Support: Kim <k@acme.example>'],
      ['trailers before text', 'Fixes #12\n\nB.'],
      ['trailers in code', '~~~\nSigned-off-by: Kim\n~~~'],
      ['trailers in indented code', '    Signed-off-by: Kim'],
      ['text between a comment and its end in code', '~~~\n<!-- A -->\nB\n<!-- /A -->\n~~~'],
      ['text after an end alone', 'B.'],
    ])('keeps %s', (_, text) => {
      expect(section(`<!-- /A -->\n\n${text}\n`)).toMatchObject({
        findings: [],
        drafts: [{ body: `A.\n\n${text}` }],
      });
    });

    it('keeps what stands between our own comments', () => {
      const text = 'A.\n<!-- stack-publish-x -->B<!-- /stack-publish-x -->';
      expect(section(text).drafts[0]?.body).toContain('B');
    });

    it.each([
      ['a rule', '\n---\n\nB.'],
      ['a bold line', '\n**Testing**\n\nB.'],
      ['a bold line right above', '\n__Testing:__\nB.'],
    ])('keeps what stands behind %s, and says so', (_, text) => {
      const { drafts, findings } = section(text);
      expect(drafts).toMatchObject([{ body: `A.\n${text}` }]);
      expect(findings).toMatchObject([
        { rule: 'section-runs-on', severity: 'warning', source: 'pull/7' },
      ]);
    });

    it.each(['<!-- BOT_SUMMARY -->', '<!-- bot-start -->', '<!-- BEGIN bot -->'])(
      'keeps what stands behind %s, which nothing closes, and says so',
      (comment) => {
        const { drafts, findings } = section(`\n${comment}\nB.\n`);
        expect(drafts).toMatchObject([{ body: 'A.\n\nB.' }]);
        expect(findings).toMatchObject([{ rule: 'section-runs-on' }]);
      },
    );

    it('says nothing of a comment that is for the author', () => {
      expect(section('\n<!-- Start with a verb -->\nB.\n').findings).toEqual([]);
    });

    it('says nothing of bold words, nor of a bold line at the end', () => {
      expect(section('\n**B** is **bold**\n\n**C**')).toMatchObject({
        drafts: [{ body: 'A.\n\n**B** is **bold**\n\n**C**' }],
        findings: [],
      });
    });

    it('ends with the element that holds it, and says so where more follows', () => {
      const whole = '<details>\n\n## Release note\n\nA <b>b</b>.\n\n</details>\n\nRisk\n';
      expect(readPull(whole)).toMatchObject({
        drafts: [{ body: 'A <b>b</b>.' }],
        findings: [{ rule: 'unopened-html', severity: 'warning' }],
      });
      const own = '\n<details>\n\nB\n\n</details>\n\nC';
      expect(section(own)).toMatchObject({ drafts: [{ body: `A.\n${own}` }], findings: [] });
    });

    it('tells of an element that the next heading cuts through', () => {
      expect(section('\n<details>\n\n## Risk\n\nB\n\n</details>\n').findings).toMatchObject([
        { rule: 'unclosed-html', severity: 'error', source: 'pull/7' },
      ]);
    });

    it('publishes nothing where only trailers are left', () => {
      expect(readPull('## Release note\nNONE\n\nFixes #1').findings).toMatchObject([
        { rule: 'note-none' },
      ]);
      expect(readPull('## Release note\n\nFixes #1').findings).toMatchObject([{ rule: 'no-note' }]);
    });

    it('takes them from questions, too', () => {
      const body = '## FAQ\n### How?\nSo.\n\n---\nMore.\n\nFixes #1\n';
      expect(readFaqPull(body)).toMatchObject({
        drafts: [{ answer: 'So.\n\n---\nMore.' }],
        findings: [{ rule: 'section-runs-on', source: 'pull/7' }],
      });
    });
  });

  it('finds both labels', () => {
    const reading = readPull(block('a'), { labels: ['stack:article', 'stack:faq'] });
    expect(reading.drafts).toEqual([]);
    expect(reading.findings).toMatchObject([{ rule: 'two-labels', severity: 'error' }]);
  });

  it('changes the revision with text, title and tags, and with nothing else', () => {
    const revision = (body: string, changes = {}) => readPull(body, changes).drafts[0]?.revision;
    const first = revision(block('a'));
    expect(revision(`Other.\n${block('a')}`, { labels: ['x', 'stack:article'] })).toBe(first);
    const others = [
      revision(block('b')),
      revision(block('a'), { title: 'Other' }),
      revision(block('a'), { labels: ['stack:article', 'area/tls'] }),
      readFaqPull(block('# a\nb')).drafts[0]?.revision,
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it.each([
    ['a block', '```release-note\nSee [the guide][guide] and [^1].\n```\n'],
    ['a section', '## Release note\n\nSee [the guide][guide] and [^1].\n\n## More\n'],
    ['the last section', '## Release note\n\nSee [the guide][guide] and [^1].\n'],
  ])('brings along what %s refers to, and nothing else of the description', (_, text) => {
    const labels =
      '\n[other]: /other\n[guide]: /guide\n\n[^1]: As [before].\n\n[before]: /before\n';
    const read = (body: string) => readPull(body).drafts[0];
    const draft = read(`See [other].\n\n${text}${labels}`);
    expect(draft?.body.trimEnd()).toBe(
      'See [the guide][guide] and [^1].\n\n[guide]: /guide\n\n[^1]: As [before].\n\n[before]: /before',
    );
    const moved = read(`See [other].\n\n${text}${labels.replace('/before', '/after')}`);
    expect(moved?.revision).not.toBe(draft?.revision);
    const same = read(`See [other].\n\n${text}${labels.replace('/other', '/others')}`);
    expect(same?.revision).toBe(draft?.revision);
  });

  it('brings along what each question of a note refers to', () => {
    const { drafts } = readFaqPull(
      '## FAQ\n\n### Q?\n\nA [a]\n\n### R?\n\nB\n\n[a]: /a\n\n## More\n\n[a]: /b\n',
    );
    expect(drafts).toMatchObject([{ answer: 'A [a]\n\n[a]: /a\n' }, { answer: 'B\n' }]);
  });

  it('reads questions of level 3 in a section', () => {
    const body =
      '## FAQ\n\nIntro\n\n#### Deep\n\n### How?\n\nSo.\n\n#### More\n\n### Why `x`?\nB.\n';
    expect(readFaqPull(body).drafts).toMatchObject([
      { key: 'pull/7#how', title: 'How?', body: 'How?', answer: 'So.\n\n#### More\n' },
      { key: 'pull/7#why-x', title: 'Why x?', body: 'Why `x`?', answer: 'B.', type: null },
    ]);
  });

  it('reads questions of the highest level in a block', () => {
    const body = block(
      '#### How?\nSo.\n##### Answer\nThus.\n#### Why?\n<!-- stack-publish-id: w -->\nB.',
    );
    expect(readFaqPull(body)).toMatchObject({
      findings: [],
      drafts: [
        { key: 'pull/7#how', body: 'So.\n', answer: 'Thus.\n', place: null },
        { key: 'id/w', answer: 'B.', tags: ['platform'], place: null },
      ],
    });
  });

  it('keeps the comment that pins a question of a section', () => {
    const body = '## FAQ\n<!-- a -->\n### How?\n<!-- stack-publish-id: h -->\n\nSo.\n<!-- b -->\n';
    expect(readFaqPull(body).drafts).toMatchObject([{ key: 'id/h', answer: 'So.' }]);
  });

  it('takes id, level and tags of questions from the front matter', () => {
    const head = '---\ntags: [a]\nstack: { id: x, level: 5, type: policy }\n---\n';
    expect(readFaqPull(block(`${head}# T\n\n##### How?\nSo.`))).toMatchObject({
      findings: [{ rule: 'unused-setting', severity: 'warning', source: 'id/x' }],
      drafts: [{ key: 'id/x#how', tags: ['a'], answer: 'So.' }],
    });
  });

  it('finds a FAQ without questions', () => {
    expect(readFaqPull(block('Text.'))).toMatchObject({
      drafts: [],
      findings: [{ rule: 'no-questions', severity: 'error', source: 'pull/7' }],
    });
  });

  it('never lets out a word of the rest of the description', () => {
    const parts = ['SECRET', '```', '~~~', '<!--', '-->', '- ', '> ', '  ', '---', '## SECRET', ''];
    const rest = fc.constantFrom(...parts, '<div>');
    const note = fc.constantFrom(
      'A note.',
      '## Title\n\nText.',
      '<!-- x -->\nNote.',
      'NONE',
      '---',
    );
    fc.assert(
      fc.property(fc.array(rest), note, fc.array(rest), (before, note, after) => {
        const body = [...before, '', '```release-note', note, '```', '', ...after].join('\n');
        for (const { title, body: text } of readPull(body).drafts) {
          expect(title + text).not.toContain('SECRET');
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['quotes', '>'.repeat(65_000)],
    ['brackets', '['.repeat(20_000)],
    ['backticks', '` `` '.repeat(5000)],
    ['comments', '<!-- a -->\n'.repeat(2000)],
    ['open comments', '<!--'.repeat(16_000)],
    ['fences', '```faq\na\n```\n'.repeat(2000)],
    ['open fences', '```faq\n'.repeat(9000)],
    ['headings', '## FAQ\n'.repeat(2000)],
    ['asterisks', `## FAQ\n### ${'*a'.repeat(30_000)}\nb`],
    ['questions', `## FAQ\n${'### a\n<!-- stack-publish-id: a -->\n'.repeat(500)}`],
    ['nested lists', `## FAQ\n${`${'- '.repeat(90)}a\n`.repeat(300)}`],
    [
      'trailers',
      `## FAQ\n${'Signed-off-by: [*_a-b]: #1 '.repeat(500)}\n${'Fixes #1\n'.repeat(2000)}`,
    ],
    ['paired comments', `## FAQ\n${'<!-- A -->\n'.repeat(2500)}${'<!-- /A -->\n'.repeat(2500)}`],
    ['bold lines', `## FAQ\n${'**a**\n\n'.repeat(1000)}${'**'.repeat(5000)}`],
    ['blanks', `## FAQ\n${' '.repeat(65_000)}`],
    ['keys', `## FAQ\n---\n${'a: &a [*a]\n'.repeat(500)}---\n`.repeat(3)],
  ])('takes bounded time for %s', (_, text) => {
    const start = performance.now();
    readPull(text);
    readFaqPull(text);
    readFaqPull(`\`\`\`\`faq\n${text}\n\`\`\`\``);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
