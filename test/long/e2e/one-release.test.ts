import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nodesOf } from '../../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../../src/markdown/parse-markdown.ts';
import { releaseCheckout } from '../../e2e/release-checkout.ts';
import { note } from '../../e2e/pull-request-checkout.ts';

const corpus = join(
  import.meta.dirname,
  '../../../../shared/corpus/kubernetes-1.36-release-notes.json',
);
const absent = !existsSync(corpus);

interface RealNote {
  readonly number: number;
  readonly release_note: string;
  readonly labels: readonly string[];
  readonly author: string;
}

const kinds: Readonly<Record<string, string>> = {
  'kind/deprecation': 'Deprecation',
  'kind/api-change': 'API Change',
  'kind/feature': 'Feature',
  'kind/documentation': 'Documentation',
  'kind/bug': 'Bug or Regression',
  'kind/cleanup': 'Other (Cleanup or Flake)',
};
const file = `changelog:\n  categories:\n${Object.entries(kinds)
  .map(([label, title]) => `    - { title: ${JSON.stringify(title)}, labels: [${label}] }\n`)
  .join('')}    - { title: Uncategorized, labels: ["*"] }\n`;

test.skipIf(absent)(
  'a real release of 359 notes is one Article, and a correction one update',
  async () => {
    const notes = JSON.parse(await readFile(corpus, 'utf8')) as RealNote[];
    const all = await releaseCheckout(undefined, { switches: { throttle: false } });
    await all.checkout.write({ '.github/release.yml': file });
    await all.checkout.commit();
    await all.merge(
      ...notes.map(({ number, release_note: text, labels }) => {
        const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length + 1);
        const fence = '`'.repeat(Math.max(3, ...runs));
        const body = `Some description.\n\n${fence}release-note\n${text}\n${fence}\n`;
        return { number, body, labels: [...labels, 'stack:article'] };
      }),
    );
    await all.release('v1.36.0', { name: 'Kubernetes v1.36.0' });
    const { document } = await all.plan();
    const none = document.findings.filter(({ rule }) => rule === 'note-none');
    expect(document.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(document.counts).toMatchObject({ create: 1, unreleased: 0 });

    const last = await all.publishAll();
    expect(last.requests.forge.total).toBeLessThanOrEqual(1);
    const body = (await all.articles())['Kubernetes v1.36.0'] ?? '';
    const tree = parseMarkdown(body);
    const sections = new Map<string, readonly number[]>();
    let title = '';
    for (const node of tree?.children ?? []) {
      if (node.type === 'heading')
        title = nodesOf(node)
          .flatMap((each) => (each.type === 'text' ? each.value : []))
          .join('');
      if (node.type !== 'list') continue;
      const numbers = node.children.map((item) => {
        const own = nodesOf(item).flatMap((each) =>
          each.type === 'link' && /\/pull\/\d+$/.test(each.url)
            ? [Number(/\d+$/.exec(each.url)?.[0])]
            : [],
        );
        return own.at(-1) ?? 0;
      });
      sections.set(title, numbers);
    }
    const placed = [...sections.values()].flat();
    const left = new Set(none.map(({ source }) => Number(source.slice('pull/'.length))));
    expect(placed.toSorted((a, b) => a - b)).toEqual(
      notes
        .map(({ number }) => number)
        .filter((number) => !left.has(number))
        .toSorted((a, b) => a - b),
    );
    for (const { number, labels } of notes) {
      const own =
        Object.entries(kinds).find(([label]) => labels.includes(label))?.[1] ?? 'Uncategorized';
      if (!left.has(number)) expect(sections.get(own)).toContain(number);
    }

    const [first] = notes.filter(({ number }) => !left.has(number));
    await all.fakeGitHub.pullRequest({
      number: first?.number ?? 0,
      body: note('Corrected by hand.'),
    });
    const corrected = (await all.plan()).document;
    expect(corrected.counts).toMatchObject({ update: 1, create: 0, unchanged: 0 });
    expect(corrected.requests.forge.total).toBeLessThanOrEqual(3);
    await all.publishAll();
    expect(Object.keys(await all.articles())).toHaveLength(1);
    expect((await all.articles())['Kubernetes v1.36.0']).toContain('Corrected by hand.');
  },
  240_000,
);

test('a run killed at any request of a new release leaves one Article', async () => {
  for (let n = 1; n <= 12; n += 2) {
    const all = await releaseCheckout(undefined, { switches: { latency: 40 } });
    await all.merge({ number: 1, body: note('Keys are rotated daily.') });
    await all.release('v1.0.0');
    const { digest } = (await all.plan()).document;
    const requests = async () =>
      (await all.sandbox.site.log()).length + (await all.fakeGitHub.log()).length;
    const before = await requests();
    const run = all.checkout.start(['publish', '--digest', digest ?? ''], all.env);
    const over = { is: false };
    const ended = run.ended.then(() => (over.is = true));
    while (!over.is && (await requests()) < before + n) await sleep(5);
    run.kill();
    await ended;
    await all.publishAll();
    expect(await all.sandbox.site.posts()).toHaveLength(1);
    expect((await all.plan()).document).toMatchObject({ digest: null, counts: { unchanged: 1 } });
  }
}, 240_000);
