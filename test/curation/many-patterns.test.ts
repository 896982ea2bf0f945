import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * In a process of its own: once V8 has made so much of patterns, it makes no more fast code of new ones,
 * and then reads some of them otherwise.
 */
const program = `
const words = 'please|enter|describe|replace|fill|write|insert|provide|explain|add|delete|remove|your';
const subjects = ['a plain text ', 'a text with \\u2026 '].map((text) => text.repeat(60));
for (let n = 0; n < 3000; n += 1) {
  const pattern = new RegExp(\`(?:\${words})x|<(?:\${words})y|(?:\${words}) (?:\${words})|number\${n}\`, 'gi');
  for (let time = 0; time < 3; time += 1) for (const subject of subjects) subject.search(pattern);
}
const { aDraft } = await import('./test/curation/a-draft.ts');
const { curate } = await import('./src/curation/curate.ts');
const rulesOf = (text) =>
  curate([aDraft({ body: \`A line that is long enough.\\n\\n\${text}\\n\` })], { rules: {}, known: [] })
    .map(({ rule }) => rule);
console.log(JSON.stringify(['<!-- Please write a note -->', '<!-- ENTER it -->', 'LOREM ipsum'].map(rulesOf)));
`;

test('remains of templates are found also where very many patterns were compiled', () => {
  const cwd = new URL('../../', import.meta.url);
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd,
    encoding: 'utf8',
  });
  expect(JSON.parse(out)).toEqual([['placeholder'], ['placeholder'], ['placeholder']]);
});
