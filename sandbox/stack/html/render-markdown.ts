import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { allowedAttributes, allowedTags } from './allowed-html.ts';
import { htmlEncode } from './html-encode.ts';
import { siteDialect } from './site-dialect.ts';

const schema = {
  tagNames: [...allowedTags, 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  attributes: {
    ...allowedAttributes,
    code: [['className', /^language-/] as [string, RegExp]],
    th: ['align'],
    td: ['align'],
  },
  protocols: { href: ['http', 'https', 'ftp', 'mailto'], src: ['http', 'https'] },
  strip: ['script', 'style'],
  clobber: [],
};

const processor = remark()
  .use(remarkGfm, { singleTilde: false })
  .use(siteDialect)
  .use(remarkHtml, { sanitize: schema })
  .freeze();

// The parser takes more than linear time for these; nobody writes such a post by hand.
const tooDeep = /^[ \t]*(?:>[ \t]*|[*+-][ \t]+){10}/m;
const mostBrackets = 3000;

function tooCostly(text: string): boolean {
  return (
    tooDeep.test(text) ||
    text.split(/\n[ \t]*\r?\n/).some((block) => block.split('[').length > mostBrackets)
  );
}

/** Renders a post's Markdown as the site would show it, with the HTML that the site allows. */
export function renderMarkdown(text: string): string {
  if (tooCostly(text)) return `<pre>${htmlEncode(text)}</pre>\n`;
  try {
    return String(processor.processSync(text));
  } catch {
    return `<pre>${htmlEncode(text)}</pre>\n`;
  }
}
