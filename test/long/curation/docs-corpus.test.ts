import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curate } from '../../../src/curation/curate.ts';
import { readDoc } from '../../../src/sources/docs/read-doc.ts';
import { found } from '../../curation/a-draft.ts';

const root = new URL('../../../../shared/corpus/prometheus-docs/', import.meta.url);
const present = existsSync(root);
if (!present) console.log(`Skipped: no pages to read at ${root.pathname}`);

describe.skipIf(!present)('thirty real pages', () => {
  const paths = present
    ? readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.md'))
        .map((path) => `docs/${path}`)
        .sort()
    : [];
  const marked = paths.map((path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    return { path, text: text.replace('---\n', '---\nstack: article\ntags: [prometheus]\n') };
  });
  const readings = marked.map(({ path, text }) =>
    readDoc({ path, revision: '', bytes: Buffer.from(text) }, { tags: [] }),
  );
  const drafts = readings.flatMap(({ drafts }) => drafts);
  const findings = curate(drafts, { rules: {}, known: [], found });

  it('is read without a finding, each body a part of its file', () => {
    expect(drafts).toHaveLength(30);
    expect(readings.flatMap(({ findings }) => findings)).toEqual([]);
    drafts.forEach(({ body }, index) => expect(marked[index]?.text.endsWith(body)).toBe(true));
  });

  it('takes the heading as the title where the front matter has none', () => {
    const draft = drafts.find(({ key }) => key === 'docs/index.md');
    expect(draft).toMatchObject({
      title: 'Prometheus',
      place: { line: 7, column: 1 },
      bodyLine: 9,
    });
    expect(draft?.body.startsWith('Welcome to')).toBe(true);
  });

  it('has four pages with errors and 26 without', () => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ source, rule }) => `${source} ${rule}`)).toEqual([
      'docs/command-line/index.md empty-body',
      'docs/configuration/configuration.md body-too-long',
      'docs/configuration/configuration.md duplicate-title',
      'docs/configuration/index.md duplicate-title',
      'docs/configuration/index.md empty-body',
      'docs/querying/index.md empty-body',
    ]);
    expect(drafts.length - new Set(errors.map(({ source }) => source)).size).toBe(26);
  });

  it('names the very place of each relative link', () => {
    const links = findings.filter(
      ({ rule }) => rule.startsWith('relative-') || rule === 'page-anchor',
    );
    // Of each page twenty at most are listed.
    expect(links.length).toBeGreaterThan(60);
    for (const { place } of links) {
      const text = marked.find(({ path }) => path === place?.file)?.text ?? '';
      const line = text.split('\n')[(place?.line ?? 0) - 1] ?? '';
      expect(line.slice((place?.column ?? 0) - 1)).toMatch(/^!?\[|^<(?:a|img) /);
    }
  });
});
