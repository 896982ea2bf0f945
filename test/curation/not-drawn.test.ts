import { describe, expect, it } from 'vitest';
import { curate } from '../../src/curation/curate.ts';
import { aDraft } from './a-draft.ts';

function found(text: string): string[] {
  const body = `A line that is long enough.\n\n${text}\n`;
  return curate([aDraft({ body })], { rules: {}, known: [] }).map(
    ({ rule, severity, place }) => `${rule} ${severity} ${place?.line}:${place?.column}`,
  );
}

describe('diagram', () => {
  it.each(['mermaid', 'geojson', 'topojson', 'stl', 'Mermaid'])(
    'finds a block of %s',
    (language) => {
      expect(found(`\`\`\`${language}\ngraph TD; A-->B\n\`\`\``)).toEqual(['diagram warning 8:1']);
      expect(found(`- a\n\n  ~~~ ${language} x\n  A\n  ~~~`)).toEqual(['diagram warning 10:3']);
    },
  );

  it.each([
    'A word about mermaid and stl.',
    '```\nmermaid\n```',
    '```mermaidx\na\n```',
    '````md\n```mermaid\na\n```\n````',
    '`mermaid`',
    '    ```mermaid\n    a\n    ```',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('emoji-picture', () => {
  it('finds what GitHub alone has, each time', () => {
    expect(found(':octocat: and `:shipit:`, :trollface:.')).toEqual([
      'emoji-picture warning 8:1',
      'emoji-picture warning 8:27',
    ]);
  });

  it('finds it in a title', () => {
    const draft = aDraft({ title: 'Of :octocat: and others' });
    const rules = curate([draft], { rules: {}, known: [] }).map(({ rule }) => rule);
    expect(rules).toContain('emoji-picture');
  });

  it.each([':tada: :rage:', '::octocat::', '`:octocat:`', 'https://a.example/:octocat:x'])(
    'lets %j pass',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('math', () => {
  it.each([
    ['So $a_i^2 = b$ holds.', '8:4'],
    ['$$\nx = y\n$$', '8:1'],
    ['$$ x = y $$', '8:1'],
    ['So $$x$$ holds.', '8:4'],
    ['($x$)', '8:2'],
    ['$x$-axis', '8:1'],
    ['| $x$ | b |\n| --- | --- |', '8:3'],
    ['$a \\$ b$', '8:1'],
    ['> $$\n> a\n> $$', '8:3'],
    ['```math\nx = y\n```', '8:1'],
    ['So $`x`$ holds.', '8:5'],
  ])('finds %j', (text, place) => {
    expect(found(text)).toEqual([`math warning ${place}`]);
  });

  it.each([
    'It costs $5 and $6.',
    'It costs $5, $6 or US$7.',
    '| $5 | $6 |\n| --- | --- |',
    '|$5|$6|\n|---|---|',
    'From $1,000–$2,000.',
    'It costs 5$ or 6$.',
    'Set $HOME and $PATH, $HOME/$USER or ${A} and ${B}.',
    'With \\$a\\$ and \\$b$.',
    'Use $$ for one and $$ for another.',
    'Code: `$a$` and ``$$a$$``.',
    '```sh\necho $a$\n```',
    '<code>$a$</code>',
    '<!-- $a$ -->',
    'https://a.example/$metadata?$filter=1',
    '$',
    '$$$',
  ])('lets %j pass', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('tells a text once, with how many there are', () => {
    const body = 'Where $a$ and $b$ are long enough.\n\n```math\nc\n```\n';
    const findings = curate([aDraft({ body })], { rules: {}, known: [] });
    expect(findings).toMatchObject([{ rule: 'math', place: { line: 6, column: 7 } }]);
    expect(findings[0]?.message).toContain('2 more');
  });
});
