import { median } from './numbers.ts';
import { row, type Row } from './row.ts';
import { createWorld } from './world.ts';

const most = 5;

/** How long a plan takes for texts that are made to take long, by what it takes for a small page. */
export async function measureHostile(cliPath: string, rounds: number): Promise<Row[]> {
  const world = await createWorld(cliPath, 2);
  const publish = async () => world.publish((await world.plan()).document.digest);
  const timed = async (text?: string) => {
    await world.change(
      1,
      text && `---\ntitle: A text that takes long\ntags: [docs]\nstack: article\n---\n\n${text}`,
    );
    const walls: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      walls.push((await world.plan({ probed: false })).wall);
    return median(walls);
  };
  try {
    const lines = (mark: string) =>
      Array.from({ length: 10_000 }, (_, n) => `${mark}${(n * 7919) % 104_729}\n`).join('');
    await timed(lines('a'));
    await publish();
    const small = await timed();
    const texts = {
      'all of 10,000 lines changed': lines('b'),
      '100 kB of open links': '[a]('.repeat(25_000),
      '490 kB of table rows': '| a | b |\n'.repeat(49_000),
      '100 kB of mentions': `${'@a '.repeat(30_000)}\n`,
    };
    const rows: Row[] = [];
    for (const [what, text] of Object.entries(texts)) {
      const times = (await timed(text)) / small;
      const told = `${times.toFixed(1)} x`;
      rows.push(
        row(`\`plan\`, ${what}, a small page is 1 x`, null, told, `<= ${most} x`, times <= most),
      );
    }
    return rows;
  } finally {
    await world.close();
  }
}
