import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCheckout } from '../../kit/checkout.ts';
import { commandsOf } from '../../kit/commands-of.ts';
import { configFor } from '../../kit/config-for.ts';
import { plainLines } from '../../kit/plain-lines.ts';
import { testSandbox } from '../../kit/test-sandbox.ts';

const corpus = join(import.meta.dirname, '../../../../shared/corpus/prometheus-docs');
const absent = !existsSync(corpus);
if (absent) console.log(`skipped: real docs, as there is no ${corpus}`);

/** Each page of the corpus with the two lines that mark it. */
async function markedPages(): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  for await (const path of glob('docs/**/*.md', { cwd: corpus })) {
    const text = await readFile(join(corpus, path), 'utf8');
    pages[path] = text.replace(/^---\n/, '---\nstack: article\ntags: [prometheus]\n');
  }
  return pages;
}

/** The author's own bytes: what stands after the front matter, less its title heading. */
function bodyOf(text: string): string {
  return text.replace(/^---\n.*?\n---\n\n*/s, '').replace(/^# Prometheus\n\n/, '');
}

describe.skipIf(absent).each(['raw', 'once'] as const)(
  'real docs, reads encoded %s',
  (encoding) => {
    test('26 of 30 are published, each plain line as it is, and a second run is silent', async () => {
      const sandbox = await testSandbox({
        switches: { titleEncoding: encoding, bodyEncoding: encoding },
      });
      const pages = await markedPages();
      expect(Object.keys(pages)).toHaveLength(30);
      const checkout = await createCheckout({
        ...pages,
        '.github/stack-publish.yml': configFor(sandbox, 'limits: { create: 10000 }'),
      });
      const { check, plan, publish, publishAll } = commandsOf(checkout, sandbox);

      const checked = await check();
      expect(checked.code).toBe(1);
      const errors = checked.document.findings.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
        'docs/command-line/index.md empty-body',
        'docs/configuration/configuration.md body-too-long',
        'docs/configuration/configuration.md duplicate-title',
        'docs/configuration/index.md duplicate-title',
        'docs/configuration/index.md empty-body',
        'docs/querying/index.md empty-body',
      ]);

      const published = await publishAll();
      expect(published.document.counts).toMatchObject({ created: 26, failed: 0 });
      expect(published.code).toBe(0);
      const posts = new Map((await sandbox.site.posts()).map((post) => [post.id, post]));
      expect(posts.size).toBe(26);
      for (const { source, post } of published.document.steps) {
        const lines = posts
          .get(post?.id ?? 0)
          ?.body.split('\n')
          .map((line) => line.trimEnd());
        expect(lines).toEqual(expect.arrayContaining([...plainLines(bodyOf(pages[source] ?? ''))]));
      }

      const before = (await sandbox.site.log()).length;
      const again = await plan();
      expect(again.document).toMatchObject({ digest: null, counts: { unchanged: 26 } });
      const silent = await publish();
      expect(silent).toMatchObject({ code: 0, document: { decision: 'none', steps: [] } });
      expect(silent.document.requests.site.total).toBeLessThanOrEqual(3);
      const log = (await sandbox.site.log()).slice(before);
      expect(log.filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(log.length).toBeLessThanOrEqual(6);
    });
  },
);
