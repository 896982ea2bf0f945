import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { allActions, planted } from '../kit/all-actions.ts';
import { configFor } from '../kit/config-for.ts';
import { createCheckout } from '../kit/checkout.ts';
import { page } from '../kit/page.ts';
import { testSandbox } from '../kit/test-sandbox.ts';
import { acts, actingText, nodesOf, parseAsGitHub } from '../kit/github-markdown.ts';

async function summaryFor(visibility: 'private' | 'public') {
  const all = await allActions(visibility);
  const { code, document } = await all.plan('--markdown', 'plan.md');
  expect(code).toBe(0);
  const markdown = await readFile(join(all.checkout.folder, 'plan.md'), 'utf8');
  return { markdown, document, tree: parseAsGitHub(markdown) };
}

const codesIn = (tree: Nodes) => nodesOf(tree, 'code').map(({ value }) => value);

test('the Markdown of a plan of every action has each, for those who may see the site', async () => {
  const { tree, markdown, document } = await summaryFor('private');
  const rows = nodesOf(tree, 'tableRow')
    .slice(1)
    .filter(({ children }) => children.length === 4);
  const steps = document.steps.filter(({ digest }) => digest !== null);
  expect(rows.map((row) => actingText(row.children[0] ?? row))).toEqual(
    steps.map(({ action }) => action),
  );
  expect(rows.flatMap((row) => nodesOf(row, 'inlineCode').map(({ value }) => value))).toEqual(
    steps.map(({ source }) => source),
  );
  // The two sides of the hold, and how to end it.
  expect(markdown).toContain(planted);
  for (const way of ['source', 'site', 'forget', 'skip'])
    expect(codesIn(tree)).toContain(`stack-publish resolve docs/held.md ${way}`);
  // How the new posts look: a picture is named, and a link to a post that is still to be made is text.
  const quotes = nodesOf(tree, 'blockquote');
  expect(quotes.map(actingText).join('\n')).toMatch(/image: A red square/);
  for (const quote of quotes) {
    expect(nodesOf(quote, 'link')).toEqual([]);
    expect(actingText(quote)).not.toMatch(acts);
  }
  // What was rewritten for Stack, from the source to the post.
  expect(codesIn(tree).some((value) => value.startsWith('-![A red square](../img/red.png)'))).toBe(
    true,
  );
  expect(markdown).toContain(document.digest ?? 'no digest');
});

test('in public it has nothing of the site', async () => {
  const { markdown, document, tree } = await summaryFor('public');
  expect(markdown).not.toContain(planted);
  expect(markdown).not.toMatch(/Robot|colleague/i);
  for (const { source } of document.steps) expect(markdown).toContain(source);
  expect(codesIn(tree).join('\n')).toContain('stack-publish resolve docs/held.md source');
});

const everything = `# Marks

Some \`code\`, *emphasis*, **strength**, ~~nothing~~, [a link](https://a.example) and ![a picture](https://a.example/a.png)\\
with a break, <b>tags</b> and &copy;.

1. one
   - two

> quoted

| a | b |
| --- | :-: |
| \`x\` \\| \`y\` | **z** |

\`\`\`ts
const a = 1;
\`\`\`

<table><tr><td>raw</td></tr></table>

---

Underlined
==========
`;

test('a new post with every mark is shown as it will look', async () => {
  const sandbox = await testSandbox();
  const checkout = await createCheckout({
    'docs/a.md': page('Every mark that there is', everything),
    '.github/stack-publish.yml': configFor(sandbox, 'rules: { html-table: off }\n'),
  });
  const env = { STACK_ACCESS_TOKEN: sandbox.stack.tokens.read };
  const { code, output } = await checkout.cli(['plan', '--markdown', 'plan.md'], env);
  expect(code, output).toBe(0);
  const tree = parseAsGitHub(await readFile(join(checkout.folder, 'plan.md'), 'utf8'));
  const [look] = nodesOf(tree, 'blockquote');
  if (!look) throw new Error('nothing is rendered');
  for (const type of ['inlineCode', 'emphasis', 'strong', 'link', 'list', 'table', 'code'] as const)
    expect(nodesOf(look, type), type).not.toEqual([]);
});
