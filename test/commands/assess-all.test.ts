import { describe, expect, test } from 'vitest';
import { nodeThreads } from '../../src/adapters/threads/node-threads.ts';
import { assessor, type Assessing } from '../../src/commands/assess.ts';
import { assessAll, type AssessThreads } from '../../src/commands/assess-all.ts';
import { gitHubPages } from '../../src/model/forge-addresses.ts';
import { linkedFiles } from '../../src/sources/linked-files.ts';
import { assessThreads } from '../../src/wiring/assess-threads.ts';
import { aDraft, aQuestion } from '../curation/a-draft.ts';

const sentence = 'See [the keys](keys.md), [this](#top), :tada: and http://10.0.0.5/x for @bob. ';
/** Somewhat more than what is worth a thread. */
const drafts = Array.from({ length: 60 }, (_, number) => {
  const body = `# Page ${number}\n\n${sentence.repeat(260)}`;
  const more = { key: `docs/${number}.md`, title: `Page ${number} of many`, body };
  return number % 7 === 0
    ? aQuestion({ ...more, answer: sentence })
    : aDraft({ ...more, provenance: { kind: 'file', path: `docs/${number}.md` } });
});
const keys = aDraft({ key: 'docs/keys.md', provenance: { kind: 'file', path: 'docs/keys.md' } });
const file = { path: 'docs/keys.md', revision: '', kind: 'file' } as never;
const context: Assessing = {
  pictures: { on: 'site' },
  links: linkedFiles([keys], [], [file]).table,
  forge: gitHubPages('https://github.com', 'acme/app'),
  repository: { isPublic: true, name: 'acme/app' },
};
const alone = await assessor(context)(drafts);

/** Threads, and what they were asked for. */
function counted(threads: AssessThreads, most = 2) {
  const seen = { begun: 0, jobs: 0, done: 0, ended: 0 };
  const counting: AssessThreads = {
    most,
    open(given) {
      seen.begun += 1;
      const thread = threads.open(given);
      return {
        async do(job) {
          seen.jobs += 1;
          const result = await thread.do(job);
          seen.done += 1;
          return result;
        },
        async [Symbol.asyncDispose]() {
          seen.ended += 1;
          await thread[Symbol.asyncDispose]();
        },
      };
    },
  };
  return { seen, threads: counting };
}

const broken = (code: string): AssessThreads =>
  nodeThreads(new URL(`data:text/javascript,${encodeURIComponent(code)}`));

describe('many drafts are looked at on all processors', () => {
  test('with what comes of them in this thread alone', async () => {
    const { seen, threads } = counted(assessThreads);
    const told: number[] = [];
    const assessed = await assessAll(drafts, context, {
      threads,
      progress: (at) => void told.push(at?.done ?? 0),
    });
    expect(drafts.map(assessed)).toEqual(alone);
    expect(alone[1]?.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['internal-address', 'mention', 'page-anchor']),
    );
    expect(alone[1]?.targets).toContain('docs/keys.md');
    expect(seen).toMatchObject({ begun: 2, ended: 2 });
    expect(seen.done).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(drafts.length);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('and few in this one', async () => {
    const { seen, threads } = counted(assessThreads);
    const few = drafts.slice(0, 3);
    expect(few.map(await assessAll(few, context, { threads }))).toEqual(alone.slice(0, 3));
    expect(seen.begun).toBe(0);
  });

  test.each([
    ['cannot be started', 'syntax error'],
    ['fails at its first job', "throw new Error('no')"],
    ['ends by itself', 'process.exit(0)'],
  ])('also where a thread %s', async (_, code) => {
    const { seen, threads } = counted(broken(code));
    const assessed = await assessAll(drafts, context, { threads });
    expect(drafts.map(assessed)).toEqual(alone);
    expect(seen).toMatchObject({ begun: 2, done: 0, ended: 2 });
  });
});

test.each([
  ['of the sources', assessThreads],
  ['of the bundle', nodeThreads(new URL('../../dist/assess-thread.js', import.meta.url))],
] as [string, AssessThreads][])('the thread %s does what it is there for', async (_, threads) => {
  await using thread = threads.open(context);
  expect(await thread.do(drafts.slice(0, 9))).toEqual(alone.slice(0, 9));
  expect(await thread.do([])).toEqual([]);
});
