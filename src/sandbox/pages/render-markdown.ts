import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { htmlEncode } from '../stack/html-encode.ts';
import { allowedAttributes, allowedTags } from './allowed-html.ts';
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

// Deeply nested input costs the parser quadratic time; nobody writes such a post by hand.
const tooDeep = /^(?:[ \t]*[>*+-][ \t]*){40}/m;
const tooMany = /[[\]*_~`<]{400}/;

/** Renders a post's Markdown as the site would show it, with the HTML that the site allows. */
export function renderMarkdown(text: string): string {
  if (tooDeep.test(text) || tooMany.test(text)) return `<pre>${htmlEncode(text)}</pre>\n`;
  try {
    return String(processor.processSync(text));
  } catch {
    return `<pre>${htmlEncode(text)}</pre>\n`;
  }
}
