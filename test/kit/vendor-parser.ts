import { build } from 'esbuild';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const shared = join(root, 'node_modules/@stackoverflow/stacks-editor/dist/src/shared');

/** Of a token, what is used here. */
interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  attrGet(name: string): string | null;
}
type Rule = (tokens: readonly Token[], index: number) => string;
interface Renderer {
  readonly rules: Record<string, Rule>;
}
interface Parser {
  readonly renderer: Renderer;
  readonly utils: { escapeHtml(text: string): string };
  render(text: string): string;
}
interface Editor {
  createDefaultMarkdownItInstance(features: object): Parser;
  stackOverflowValidateLink(url: string): boolean;
}

/**
 * The parser of Stack's own editor, with all that it can. Its package exports the whole editor alone,
 * which needs a browser; the parser does not, once it is bundled from its file.
 */
async function openEditor(): Promise<Editor> {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export * from './markdown-parser.js'; export { stackOverflowValidateLink } from './utils.js';",
      resolveDir: shared,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'stack-publish-'));
  try {
    const file = join(folder, 'editor.mjs');
    writeFileSync(file, outputFiles[0]?.text ?? '');
    return (await import(pathToFileURL(file).href)) as Editor;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Renders a text as the parser of Stack's editor reads it. It writes HTML for what has no other form
 * in the editor: a spoiler, a link to a tag, and Markdown between two pieces of HTML.
 */
export async function vendorRenderer(): Promise<(text: string) => string> {
  const editor = await openEditor();
  const parser = editor.createDefaultMarkdownItInstance({
    html: true,
    tables: true,
    extraEmphasis: true,
    tagLinks: {},
    validateLink: (url: string) => editor.stackOverflowValidateLink(url),
  });
  const { rules } = parser.renderer;
  const escape = (text: string) => parser.utils.escapeHtml(text);
  rules.image = (tokens, index) => {
    const token = tokens[index] as Token;
    const alt = altOf(token);
    const rest = ['src', 'title', 'width', 'height'].map((name) => [name, token.attrGet(name)]);
    const attributes = [['alt', alt], ...rest].filter(([, value]) => value !== null);
    return `<img${attributes.map(([name, value]) => ` ${name}="${escape(value ?? '')}"`).join('')}>`;
  };
  rules.spoiler_open = () => '<blockquote class="spoiler">\n';
  rules.spoiler_close = () => '</blockquote>\n';
  const containers: (string | null)[] = [];
  rules.html_block_container_open = (tokens, index) => {
    containers.push(tokens[index]?.attrGet('contentClose') ?? '');
    return tokens[index]?.attrGet('contentOpen') ?? '';
  };
  rules.html_block_container_close = () => containers.pop() ?? '';
  return (text) => parser.render(text);
}

/** An image's text; one that was written as HTML has it itself. */
function altOf(image: Token): string {
  if (!image.children) return image.attrGet('alt') ?? '';
  const texts = image.children.map((token) => {
    if (token.type === 'image') return altOf(token);
    if (token.type.endsWith('break')) return '\n';
    return /^(?:text|html_inline|html_block)/.test(token.type) ? token.content : '';
  });
  return texts.join('');
}
