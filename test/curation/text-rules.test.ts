import { describe, expect, it } from 'vitest';
import { compose } from '../../src/composing/compose.ts';
import { curate } from '../../src/curation/curate.ts';
import type { Draft } from '../../src/model/draft.ts';
import { digestOf } from '../../src/model/digest.ts';
import { textDigest } from '../../src/model/post.ts';
import { aDraft, aQuestion } from './a-draft.ts';

function check(...drafts: Draft[]) {
  return curate(drafts, { rules: {}, known: [] });
}

/** The rules that find something in a text in the midst of others, and where. */
function found(text: string): string[] {
  const body = `A line that is long enough.\n\n${text}\n`;
  return check(aDraft({ body })).map(
    ({ rule, place }) => `${rule} ${place?.line}:${place?.column}`,
  );
}

describe('placeholder', () => {
  it.each([
    ['<!-- Please write a note -->', 1],
    ['<!--\nENTER the note below', 1],
    ['See TODO for more.', 5],
    ['- TBD', 3],
    ['Enter your extended release note in the block below.', 1],
    ['> Your text here', 3],
    ['Lorem ipsum dolor', 1],
  ])('finds %j', (text, column) => {
    expect(found(text)).toEqual([`placeholder 8:${column}`]);
  });

  it.each([
    '`TODO` marks what is left.',
    '```sh\ngrep TODO\n```',
    '    TBD',
    'The todo list.',
    'TODOs in MYTODO.',
    '<!-- prettier-ignore -->',
    'Replace your texts here and there.',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('mention', () => {
  it.each([
    ['Thanks to @ada!', 11],
    ['@bob-2 did it.', 1],
    ['(@ada)', 2],
  ])('finds %j', (text, column) => {
    expect(found(text)).toEqual([`mention 8:${column}`]);
  });

  it.each([
    'Write to ada@acme.example.',
    'Install @types/node first.',
    'The decorator `@Input` is new.',
    'See https://acme.example/@ada for more.',
    '```java\n@Override\n```',
    'At 5 @ 3.',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('only-heading', () => {
  it.each([
    '#### Does this change anything for users?',
    '# A long heading of a text\n\n## B\n',
    'A long heading of a text, at length\n---\n',
    '<!-- A comment that is long enough -->\n\n# A\n\n<!-- b -->',
  ])('finds nothing but headings in %j', (body) => {
    expect(check(aDraft({ body })).map(({ rule }) => rule)).toEqual(['only-heading']);
  });

  it.each([
    '# A\n\nA text that is long enough here.',
    '# A\n\n```\nA text that is long enough here.\n```',
    '#1 is fixed, and the text is long enough.',
    '# A heading\n\n<b>A text that is long enough.</b>',
  ])('finds more in %j', (body) => {
    expect(check(aDraft({ body }))).toEqual([]);
  });

  it('looks at the answer, too', () => {
    const answer = '### Steps that are long enough to count\n';
    expect(check(aQuestion({ answer })).map(({ rule }) => rule)).toEqual(['only-heading']);
  });
});

describe('machine-title', () => {
  it.each([
    ['Bump undici from 7.1.0 to 8.0.0', true],
    ['chore(deps): bump the actions group with 3 updates', true],
    ['build(deps-dev): Bump vite to v6', true],
    ['Update dependency zod to v4', true],
    ['Update actions/checkout action to v5', true],
    ["Merge branch 'main' into release", true],
    ['Merge pull request #12 from acme/fix', true],
    ['Revert "Add a thing"', true],
    ['Bump the limits of requests', false],
    ['Update the certificates of the site', false],
    ['Merge several ledgers into one', false],
    ['Updated CoreDNS to v1.14.2', false],
  ])('of %j: %s', (title, expected) => {
    const rules = check(aDraft({ title })).map(({ rule }) => rule);
    expect(rules).toEqual(expected ? ['machine-title'] : []);
  });
});

// Put together here, so that no scanner takes this file for one that leaks.
const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
const key = `-----BEGIN RSA PRIVATE KEY-----\nMII${'EpAIBAAKCAQEA7bq8Xl'.repeat(10)}\n-----END RSA PRIVATE KEY-----`;

const pem = (kind: string, ...lines: string[]) =>
  [`-----BEGIN ${kind}PRIVATE KEY-----`, ...lines, `-----END ${kind}PRIVATE KEY-----`].join('\n');
const row = 'MHcCAQEEIMIIx9q8Xl7bEpAIBAAKCAQEAabcdefgh'.repeat(2).slice(0, 64);

describe('secret', () => {
  it.each([
    ['a GitHub token', `Use ${token} here.`, 5],
    ['one in code', `\`\`\`sh\nlogin ${token}\n\`\`\``, 7],
    ['a GitLab token', `Use ${['glpat', 'ABCDEFGHIJ1234567890'].join('-')} here.`, 5],
    ['an AWS key id', `Use ${['AKIA', 'IOSFODNN7ABCDEFG'].join('')} here.`, 5],
    ['a private key', key, 1],
    ['a key of a curve', pem('EC ', row, row, 'AwEHoUQDQgAE'), 1],
    ['a short key', pem('', row), 1],
    ['an encrypted key', pem('RSA ', 'Proc-Type: 4,ENCRYPTED', '', row), 1],
    ['a key in a quote', `> ${pem('', row).replaceAll('\n', '\r\n> ')}`, 3],
    ['a password', `Use ${['postgres://admin', 'hunter22x@db.acme.example:5432/x'].join(':')}.`, 5],
  ])('finds %s, and does not repeat it', (_, text, column) => {
    const findings = check(aDraft({ body: `A text that is long enough.\n${text}\n` }));
    expect(findings).toMatchObject([{ rule: 'secret', severity: 'error', place: { column } }]);
    expect(JSON.stringify(findings)).not.toContain(text.split('\n')[1] ?? text.slice(4, 20));
    expect(JSON.stringify(findings)).not.toMatch(/a1B2c3D4|ABCDEFG|hunter22|MII/);
  });

  it('looks at title and answer, and cannot be switched off by the text', () => {
    const off = '<!-- secretlint-disable -->\n';
    expect(check(aDraft({ title: `Login with ${token}` }))).toMatchObject([{ rule: 'secret' }]);
    const answer = `${off}Login with ${token}, which is long enough.`;
    expect(check(aQuestion({ answer, answerLine: 20 }))).toMatchObject([
      { rule: 'secret', place: { line: 21, column: 12 } },
    ]);
  });

  it.each([
    pem('', 'MII...'),
    pem('EC ', '(the base64 of the key, in several lines)'),
    'AKIAIOSFODNN7EXAMPLE',
    'https://acme.example/a:b@c',
    'the account id: 1234-5678-9012',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('recurring-text', () => {
  const body = 'Kubernetes is now built with Go 1.25.';
  const pull = (number: number, changes: Partial<Draft> = {}) =>
    aDraft({
      key: `pull/${number}`,
      provenance: { kind: 'pull-request', number },
      place: null,
      title: `A note of number ${number}`,
      body,
      ...changes,
    });

  it('finds the later one, by the number of its pull request', () => {
    const twice = body.replaceAll(' ', '\r\n');
    const findings = check(
      pull(100),
      pull(9, { body: twice }),
      pull(20, { body: 'Another one, of its own making.' }),
    );
    expect(findings).toMatchObject([
      { rule: 'recurring-text', severity: 'error', source: 'pull/100' },
    ]);
    expect(findings[0]?.message).toContain('pull/9');
  });

  it('compares body and answer', () => {
    const question = (key: string, answer: string) =>
      aQuestion({ key, title: `A question of ${key}, at length`, body, answer });
    const same = 'An answer that is long enough to count.';
    expect(check(question('a', same), question('b', `${same} Or not?`))).toEqual([]);
    expect(check(question('a', same), question('b', same))).toMatchObject([{ source: 'b' }]);
    expect(check(question('a', same), pull(1))).toEqual([]);
  });

  it('finds a text that was published already, whichever number it has', () => {
    const text = textDigest(compose(pull(9), null).content);
    const known = [
      { key: 'pull/9', title: 'Another title', text },
      { key: 'pull/8', title: 'A third title', text: null },
    ];
    const findings = curate([pull(3)], { rules: {}, known });
    expect(findings).toMatchObject([{ rule: 'recurring-text', source: 'pull/3' }]);
    expect(findings[0]?.message).toContain('pull/9');
  });

  it('tells a published text by what a reader sees of it, as it does new ones', () => {
    const spaced = pull(3, { body: body.replaceAll(' ', '\u00A0\n\u200B') });
    const known = [{ key: 'pull/9', title: 'Another title', text: textDigest(pull(9)) }];
    const rules = { 'hidden-text': 'off' } as const;
    expect(curate([spaced], { rules, known })).toMatchObject([{ rule: 'recurring-text' }]);
    expect(curate([pull(9), spaced], { rules, known: [] })).toMatchObject([{ source: 'pull/9' }]);
    // As records were written before.
    const exact = [
      { ...known[0], key: 'pull/9', title: 'T', text: digestOf({ body, answer: null }) },
    ];
    expect(curate([pull(3)], { rules: {}, known: exact })).toMatchObject([{ source: 'pull/3' }]);
  });

  it('says nothing of empty texts', () => {
    const rules = check(pull(1, { body: '' }), pull(2, { body: ' ' })).map(({ rule }) => rule);
    expect(rules).toEqual(['empty-body', 'empty-body']);
  });
});

describe('similar-text', () => {
  const words = (count: number, word: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => word(n)).join(' ');
  const text = words(60, (n) => `word${n * n}`);
  const draft = (key: string, body: string) =>
    aDraft({ key, title: `A title of ${key}, at length`, body });

  it.each([
    ['nothing but white space', text.replaceAll(' ', '\n'), false],
    ['one word', text.replace('word100', 'other'), true],
    ['case and white space', text.toUpperCase().replaceAll(' ', '\n'), true],
    ['a third', text.replaceAll(/word1\d+/g, 'something'), false],
    ['all', words(60, (n) => `term${n * 7}`), false],
  ])('of texts that differ in %s: %s', (_, other, expected) => {
    const findings = check(draft('docs/b.md', text), draft('docs/a.md', other));
    const near = findings.filter(({ rule }) => rule === 'similar-text');
    expect(near.map(({ source, severity }) => [source, severity])).toEqual(
      expected ? [['docs/b.md', 'warning']] : [],
    );
  });

  it('says nothing of short texts', () => {
    const short = 'Kubernetes is now built with Go 1.25.6.';
    expect(check(draft('a', short), draft('b', short.replace('6', '7')))).toEqual([]);
  });

  it('compares thousands of texts of one template with some of them only', () => {
    const template = 'We changed the component and its behaviour in every cluster. '.repeat(7);
    const drafts = Array.from({ length: 3000 }, (_, n) =>
      draft(`pull/${n}`, `${template}${words(20, (w) => `${w * n}`)}`),
    );
    expect(check(...drafts).every(({ rule }) => rule === 'similar-text')).toBe(true);
  });
});
