import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../src/composing/compose.ts';
import { curate } from '../../../src/curation/curate.ts';
import { textDigest } from '../../../src/model/post.ts';
import { readPullRequest } from '../../../src/sources/pull-request/read-pull-request.ts';

const file = new URL(
  '../../../../shared/corpus/kubernetes-1.36-release-notes.json',
  import.meta.url,
);
const present = existsSync(file);
if (!present) console.log(`Skipped: no notes to read at ${file.pathname}`);

interface Note {
  readonly number: number;
  readonly labels: readonly string[];
  readonly release_note: string;
}

const settings = {
  article: 'stack:article',
  faq: 'stack:faq',
  tags: { 'kind/bug': 'bugs' },
};
const defaults = { tags: ['platform'] };

/** A description as contributors leave it, with the note in its block. */
function describePull({ number, release_note }: Note): string {
  return `<!--  Thanks for sending a pull request!  Here are some tips for you:

1. If this is your first time, please read the guide.
2. Run the tests.
-->

#### What type of PR is this?

<!--
Add one of the following kinds:
/kind bug
-->
/kind bug

#### What this PR does

It changes \`${number}\`, see below:

- a list with a block
  \`\`\`console
  $ run --all
  \`\`\`

#### Which issue(s) this PR is related to:

Fixes #123

#### Special notes for your reviewer:

\`\`\`sh
INTERNAL=1 make test
\`\`\`

#### Does this PR introduce a user-facing change?
<!--
If no, just write "NONE" in the release-note block below.
-->
\`\`\`release-note
${release_note}
\`\`\`

#### Additional documentation:

\`\`\`docs
- [Internal]: https://acme.example/${number}
\`\`\`
`;
}

describe.skipIf(!present).each(['\n', '\r\n'])('359 real notes, lines ending in %j', (eol) => {
  const notes = present ? (JSON.parse(readFileSync(file, 'utf8')) as Note[]) : [];
  const readings = notes.map((note) => {
    const title = `${note.release_note.split('\n')[0]?.slice(0, 100)} (#${note.number})`;
    const body = describePull(note).replaceAll('\n', eol);
    const labels = [...note.labels, 'stack:article'];
    return {
      note,
      reading: readPullRequest({ number: note.number, title, body, labels }, settings, defaults),
    };
  });
  const drafts = readings.flatMap(({ reading }) => reading.drafts);
  const findings = curate(drafts, { rules: {}, known: [] });
  const errors = findings.filter(({ severity }) => severity === 'error');

  it('publishes nothing for the twelve that say NONE', () => {
    const silent = readings.filter(({ reading }) => reading.drafts.length === 0);
    expect(silent.map(({ reading }) => reading.findings.map(({ rule }) => rule))).toEqual(
      Array.from({ length: 12 }, () => ['note-none']),
    );
    expect(new Set(silent.map(({ note }) => note.release_note))).toEqual(
      new Set(['NONE', '"NONE"', 'None.']),
    );
    expect(drafts).toHaveLength(347);
  });

  it('keeps every other note byte for byte', () => {
    const heading = drafts.find(({ body }) => body === '');
    expect(heading).toMatchObject({
      key: 'pull/136292',
      title: 'Does this PR introduce a user-facing change?',
    });
    for (const { note, reading } of readings) {
      const [draft] = reading.drafts;
      if (draft === undefined || draft === heading) continue;
      expect(draft.body).toBe(note.release_note.replaceAll('\n', eol));
      expect(draft.title).toMatch(new RegExp(`\\(#${note.number}\\)$`));
    }
  });

  it('has an error for a heading without text, and for the later of five texts', () => {
    expect(errors.map(({ source, rule }) => `${source} ${rule}`)).toEqual([
      'pull/136292 empty-body',
      'pull/136398 recurring-text',
      'pull/136465 recurring-text',
      'pull/136982 recurring-text',
      'pull/137501 recurring-text',
      'pull/138299 recurring-text',
    ]);
    const wrong = new Set(errors.map(({ source }) => source));
    expect(drafts.filter(({ key }) => !wrong.has(key))).toHaveLength(341);
  });

  it('finds the texts that an earlier run published', () => {
    const known = drafts.slice(0, 100).map((draft) => ({
      key: draft.key,
      title: draft.title,
      text: textDigest(compose(draft, null).content),
    }));
    const again = drafts.slice(0, 100).map((draft) => ({ ...draft, key: `x/${draft.key}` }));
    const rules = curate(again, { rules: {}, known }).filter(
      ({ rule }) => rule === 'recurring-text',
    );
    expect(rules).toHaveLength(100);
  });
});

it('reads ten thousand notes in seconds', () => {
  const text = 'A sentence about the `kubelet` and its **pods** in a cluster. '.repeat(8);
  const body = describePull({ number: 1, labels: [], release_note: text });
  const start = performance.now();
  let count = 0;
  for (let number = 1; number <= 10_000; number += 1) {
    const pull = { number, title: 'A title', body, labels: ['stack:article'] };
    count += readPullRequest(pull, settings, defaults).drafts.length;
  }
  expect(count).toBe(10_000);
  // Measured: 0.6 s; a busy machine takes its time.
  expect(performance.now() - start).toBeLessThan(4000);
});
