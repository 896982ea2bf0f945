import { changeNoun, provenanceText } from '../../model/provenance.ts';
import type { CheckDocument } from '../../report/documents/check.ts';
import { isMadeFromPulls } from '../../sources/release/made-from-pulls.ts';
import { findingsOf, type Reading } from '../../sources/reading.ts';
import { readArticle, readNote } from '../../sources/pull-request/read-note.ts';
import { readPullRequest } from '../../sources/pull-request/read-pull-request.ts';
import type { FileTree } from '../../ports/repository.ts';
import type { CheckedPullRequest } from '../../ports/forge.ts';
import type { OpenCheckout } from '../session.ts';

type Entry = CheckDocument['entry'];

/** What a pull request will be once it is merged, and what is missing for it. */
export async function previewPull(
  pull: CheckedPullRequest,
  tree: FileTree,
  { config, now }: Pick<OpenCheckout, 'config' | 'now'>,
): Promise<{ readonly also: Reading; readonly entry: Entry }> {
  const none: Reading = { drafts: [], findings: [] };
  const { 'pull-requests': settings } = config.sources;
  if (settings === false) return { also: none, entry: null };
  const source = provenanceText(pull);
  const marks = [settings.article, settings.faq].map((label) => label.toLowerCase());
  const isMarked = pull.labels.some((label) => marks.includes(label.toLowerCase()));
  if (isMadeFromPulls(config.sources)) {
    const { previewEntry } = await import('../../sources/release/preview-entry.ts');
    const merged = {
      ...pull,
      author: pull.author === null ? null : { id: null, login: pull.author },
      mergedAt: now,
      updatedAt: now,
      intoDefault: true,
      mergeCommit: null,
    };
    const { entry, findings } = await previewEntry(merged, { config, tree, now });
    if (entry)
      return { also: { drafts: [], findings: [...findings] }, entry: { source, ...entry } };
    if (findings.length > 0) return { also: { drafts: [], findings: [...findings] }, entry: null };
  }
  if (!isMarked)
    return { also: { drafts: [], findings: unlabelled(pull, settings, now) }, entry: null };
  const reading = readPullRequest({ ...pull, author: null }, settings, config.defaults, now);
  const text = reading.drafts.map(({ title, body, answer }) =>
    [`# ${title}`, body, ...(answer === null ? [] : [answer])].join('\n\n'),
  );
  const entry = text.length === 0 ? null : { source, section: null, text: text.join('\n\n') };
  return { also: reading, entry };
}

/** A note that nobody will publish was written in vain, unless it says nothing. */
function unlabelled(
  { kind, number, body }: CheckedPullRequest,
  { article, faq }: { readonly article: string; readonly faq: string },
  now: number,
): Reading['findings'] {
  const note = readNote(body, 'article', now);
  if ('failed' in note || 'failed' in readArticle(note)) return [];
  const problem = {
    rule: 'unlabelled-note',
    severity: 'warning',
    offset: 0,
    message: `The ${changeNoun(kind)} has a note for readers, and neither the label \`${article}\` nor \`${faq}\`: nothing is published.`,
    remedy: 'Add the label if readers shall see the note.',
  } as const;
  const provenance = { kind, number };
  return findingsOf([problem], provenanceText(provenance), provenance, () => null);
}
