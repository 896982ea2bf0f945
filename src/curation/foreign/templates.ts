import {
  asCode,
  inMarkdown,
  matches,
  type ForeignKind,
  type FoundSyntax,
  type Searched,
} from './foreign-kind.ts';

/** What static sites fill in. */
export const templates: readonly ForeignKind[] = [
  {
    what: 'a front matter in TOML, as Hugo reads it',
    remedy: 'Take it out, or write it in YAML, between `---` lines at the start of the file.',
    find: tomlIn,
  },
  {
    what: 'a shortcode of Hugo',
    remedy: `${inMarkdown}, such as \`> [!NOTE]\` for a note, ${asCode}.`,
    find: matches(/(?<!\\)\{\{[<%]\s*\/?\*?\s*[A-Za-z](?:[^\r\n]{0,200}?[>%]\}\})?/g),
  },
  {
    what: 'a tag of Liquid or Jinja, as Jekyll and GitBook read it',
    remedy: `${inMarkdown}, ${asCode}.`,
    find: matches(/(?<![\\{])\{%[-+]?\s*[A-Za-z][^\n]{0,300}?%\}/g),
  },
  {
    what: 'a placeholder of Liquid, Jinja or Vue',
    remedy: `Write the value, ${asCode}.`,
    // Not `${{ … }}`, which people write of GitHub Actions, nor what a shortcode is.
    find: matches(/(?<![\\${])\{\{\{?(?![<%])[^{}\n]{1,200}\}\}/g, ({ found }) =>
      /[\p{L}$]/u.test(found),
    ),
  },
];

function tomlIn({ text }: Searched): readonly FoundSyntax[] {
  const open = /^\s*\+\+\+[ \t]*\r?\n/.exec(text);
  if (open === null || !/^\+\+\+[ \t]*\r?$/m.test(text.slice(open[0].length))) return [];
  return [{ found: '+++', index: open[0].indexOf('+') }];
}
