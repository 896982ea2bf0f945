import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measuredRun, probedRun, type RunOptions } from './measured-run.ts';
import { megabytes, seconds } from './numbers.ts';
import { row, type Row } from './row.ts';

const config = `destination: { tier: business, team: acme, url: "https://stack.example" }
sources: { pull-requests: false }
`;

/**
 * A check of pages of about 9 kB, made up of what real ones are made of, and what remark takes to parse
 * the same pages with GitHub's Markdown. The best of two runs each, in turn.
 */
export async function measureCheck(cliPath: string, pages: number): Promise<Row[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'stack-publish-bench-'));
  try {
    await mkdir(join(cwd, 'docs'));
    await mkdir(join(cwd, '.github'));
    await writeFile(join(cwd, '.github/stack-publish.yml'), config);
    let bytes = 0;
    for (let number = 0; number < pages; number += 1) {
      const text = pageOf(number);
      bytes += Buffer.byteLength(text);
      await writeFile(join(cwd, `docs/page-${number}.md`), text);
    }
    const options: RunOptions = { cwd };
    await measuredRun('git', ['init', '-q', '-b', 'main'], options);
    const parser = join(import.meta.dirname, 'parse-pages.mjs');
    const runs = [];
    for (let round = 0; round < 2; round += 1)
      runs.push({
        remark: await probedRun([parser], options),
        check: await probedRun([cliPath, 'check', '--json'], options),
      });
    const remark = Math.min(...runs.map((run) => run.remark.cpu));
    const check = Math.min(...runs.map((run) => run.check.cpu));
    const wall = Math.min(...runs.map((run) => run.check.wall));
    const peak = Math.max(...runs.map((run) => run.check.peak));
    const what = `\`check\` of ${megabytes(bytes)} of pages`;
    return [
      row(
        `${what}: processor time, remark with GFM is 1 x`,
        pages,
        `${(check / remark).toFixed(1)} x (${seconds(check)})`,
        '<= 1.2 x',
        check <= 1.2 * remark,
      ),
      row(
        '`check`: wall for 1,000 of them',
        pages,
        seconds((wall * 1000) / pages),
        '<= 10 s',
        (wall * 1000) / pages <= 10_000,
      ),
      row(`${what}: memory`, pages, megabytes(peak), '<= 300 MB', peak <= 300_000_000),
    ];
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** A page with what pages hold, of 2 to 60 kB: most are short. */
function pageOf(number: number): string {
  let seed = number + 1;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const word = () => words[next(words.length)] ?? 'word';
  const inline = () => {
    const kind = next(14);
    if (kind === 0) return `\`${word()}_${word()}\``;
    if (kind === 1) return `[${word()} ${word()}](https://docs.example.com/${word()}#${next(99)})`;
    if (kind === 2) return `**${word()}**`;
    if (kind === 4 && next(4) === 0) return `[${word()}](page-${next(999)}.md#${word()})`;
    return kind === 3 ? `*${word()}*` : word();
  };
  const sentence = (length: number) =>
    `${Array.from({ length }, inline).join(' ')}.`.replace(/^\w/, (first) => first.toUpperCase());
  // As in real repositories, one page in eight has remarks that readers do not see.
  const comment = () => (number % 8 === 0 ? `<!-- ${word()} -->\n\n` : '');
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('\n');
  const blocks = [
    () => many(3, () => sentence(14)),
    () => many(2, () => sentence(20)),
    () => many(5, () => `- ${sentence(9)}`),
    () => many(4, (index) => `${index + 1}. ${sentence(8)}\n   - ${sentence(6)}`),
    () => `\`\`\`sh\n${many(6, () => `${word()} --${word()}=${next(100)} | ${word()}`)}\n\`\`\``,
    () => `| Name | Means |\n| --- | --- |\n${many(6, () => `| \`${word()}\` | ${sentence(7)} |`)}`,
    () => `> ${sentence(12)}\n> ${sentence(9)}`,
    () => `${comment()}![${word()}](https://docs.example.com/${word()}.png)`,
    () => `See [${word()}][ref${next(5)}] and <https://example.com/${word()}>.`,
  ];
  const sections = 2 + Math.floor(32 / (1 + next(24)));
  const body = many(
    sections,
    () => `## ${sentence(4)}\n\n${many(4, () => `${(blocks[next(blocks.length)] ?? word)()}\n`)}`,
  );
  const definitions = many(5, (index) => `[ref${index}]: https://example.com/${word()}`);
  return `---\ntitle: Page ${number} of many that are checked\ntags: [docs]\nstack: article\n---\n\n${body}\n\n${definitions}\n`;
}

const words =
  'a the of to in is and for with this that when from are by can be not one use used value file name set each other which only server client request response option default key token page list node type object number time error field path data service cluster container volume image network address port rule label query metric series storage memory process thread version release build test code function module package import export config'.split(
    ' ',
  );
