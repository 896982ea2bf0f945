import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/cli/help.ts';
import { commands } from '../../src/commands/registry.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { fixedRuleIds, ruleIds } from '../../src/curation/rule-ids.ts';
import { linkTargets } from '../../src/markdown/link-targets.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

const root = join(import.meta.dirname, '../..');
const readme = await readFile(join(root, 'README.md'), 'utf8');
const manifest = await readFile(join(root, 'package.json'), 'utf8');
const scripts = Object.keys((JSON.parse(manifest) as { scripts: object }).scripts);
const names = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const pages = await Promise.all(
  names.toSorted().map(async (page) => ({ page, text: await readFile(join(root, page), 'utf8') })),
);

describe.each(pages)('$page', ({ page, text }) => {
  it('links to files and headings that exist', async () => {
    const relative = linkTargets(text, parseMarkdown(text) ?? { type: 'root', children: [] })
      .map(({ url }) => url)
      .filter((url) => !URL.canParse(url));
    for (const url of relative) {
      const [path = '', anchor] = url.split('#');
      const file = path === '' ? join(root, page) : join(root, dirname(page), path);
      expect(existsSync(file), `${page} links to ${url}`).toBe(true);
      if (anchor !== undefined)
        expect(anchorsOf(await readFile(file, 'utf8')), `${page} links to ${url}`).toContain(
          anchor,
        );
    }
  });

  it('names only npm scripts that exist', () => {
    for (const [, name] of text.matchAll(/\bnpm run ([a-z:]+)/g)) expect(scripts).toContain(name);
  });

  it('shows only configurations that are accepted', () => {
    for (const [, block = ''] of text.matchAll(/^```yaml\n(destination:[\s\S]*?)^```$/gm))
      expect(() => parseConfig(block, page, { ids: ruleIds, fixed: fixedRuleIds })).not.toThrow();
  });
});

describe('README.md', () => {
  it('shows a configuration', () => {
    expect(readme).toMatch(/^```yaml\ndestination:/m);
  });

  it('has a row for each command of --help, and no other', () => {
    const table =
      /<!-- generated:commands -->([\s\S]*?)<!-- \/generated -->/.exec(readme)?.[1] ?? '';
    const named = [...table.matchAll(/^\| `([a-z-]+)/gm)].map(([, name = '']) => name);
    expect(named.toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
    for (const name of named) expect(helpText(null)).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  it('tells every exit code of --help', () => {
    const helped = new Set(
      commands.flatMap((command) => {
        const said = /Exit code:([\s\S]*?)\n\n/.exec(helpText(command))?.[1] ?? '';
        return said.match(/\b\d\b/g) ?? [];
      }),
    );
    for (const code of helped) expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
  });
});

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}
