import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainLines } from '../../kit/plain-lines.ts';
import { merged, pullRequestCheckout, since } from '../../e2e/pull-request-checkout.ts';

const corpus = join(
  import.meta.dirname,
  '../../../../shared/corpus/kubernetes-1.36-release-notes.json',
);
const absent = !existsSync(corpus);
if (absent) console.log(`skipped: real release notes, as there is no ${corpus}`);

interface RealNote {
  readonly number: number;
  readonly release_note: string;
  readonly labels: readonly string[];
}

/** As such descriptions look: the template's remarks, another fence, and the note between. */
function description({ number, release_note: text }: RealNote): string {
  const fence = '`'.repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return [
    '<!-- Thanks for sending a pull request! Please read the guide first. -->',
    '#### What type of PR is this?\n\n/kind bug\n',
    `#### What this PR does / why we need it:\n\nIt makes things better.\n\n\`\`\`go\nfmt.Println(${number})\n\`\`\`\n`,
    `Fixes #${number - 1}\n`,
    '#### Does this PR introduce a user-facing change?\n\n<!-- If no, just write "NONE" in the release-note block below. -->\n',
    `${fence}release-note\n${text}\n${fence}\n`,
    '#### Additional documentation\n\n```docs\n\n```\n',
  ].join('\n');
}

describe.skipIf(absent).each([
  ['\n', 'raw', ''],
  ['\r\n', 'once', 'limits: { create: 200 }\n'],
  ['\n', 'twice', 'limits: { create: 200 }\n'],
] as const)('359 real release notes, line ends %j, reads encoded %s', (end, encoding, limits) => {
  test(
    '341 are published, each plain line as it is, in batches, and a further run is silent',
    { timeout: 240_000 },
    async () => {
      const notes = JSON.parse(await readFile(corpus, 'utf8')) as RealNote[];
      expect(notes).toHaveLength(359);
      const all = await pullRequestCheckout(since + limits, {
        switches: { throttle: false, titleEncoding: encoding, bodyEncoding: encoding },
      });
      const title = ({ release_note: text, number }: RealNote) =>
        `${(text.split('\n')[0] ?? '').slice(0, 100)} (${number})`;
      await all.fakeGitHub.pullRequests(
        notes.map((each, place) => ({
          ...merged(each.number, title(each), description(each).replaceAll('\n', end)),
          labels: [...each.labels, 'stack:article'],
          updated: new Date(Date.UTC(2026, 10, 1) + place * 60_000).toISOString(),
        })),
      );

      const { document } = await all.plan();
      const errors = document.findings.filter(({ severity }) => severity === 'error');
      expect(errors).toHaveLength(6);
      expect(document.findings.filter(({ rule }) => rule === 'note-none')).toHaveLength(12);
      expect(document.counts).toMatchObject(
        limits ? { create: 200, waiting: 141 } : { create: 25, waiting: 316 },
      );

      const last = await all.publishAll();
      expect(last.counts).toMatchObject({ unchanged: 341, held: 0, waiting: 0 });
      const bodies = new Map(
        (await all.sandbox.site.posts()).flatMap((post) =>
          'title' in post ? [[post.title, post.body]] : [],
        ),
      );
      expect(bodies.size).toBe(341);
      for (const each of notes) {
        const body = bodies.get(title(each).trim());
        const lines = body?.split(/\r?\n/).map((line) => line.trimEnd());
        if (lines)
          expect(lines).toEqual(expect.arrayContaining([...plainLines(each.release_note)]));
        if (body?.includes('\n')) expect(body.includes('\r\n')).toBe(end === '\r\n');
      }
      const before = (await all.sandbox.site.log()).length;
      const silent = await all.plan();
      expect(silent.document.digest).toBeNull();
      expect(silent.document.requests.site.total).toBeLessThanOrEqual(3);
      const log = (await all.sandbox.site.log()).slice(before);
      expect(log.filter(({ method }) => method !== 'GET')).toEqual([]);
    },
  );
});
