import { compose, type Repository } from '../../src/composing/compose.ts';
import { emojiFor } from '../../src/composing/constructs/emoji.ts';
import { withNames } from '../../src/composing/named-holes.ts';
import type { Draft } from '../../src/model/draft.ts';
import { gitHubPages } from '../../src/model/forge-addresses.ts';
import { aDraft } from '../curation/a-draft.ts';

const sources: Readonly<Record<string, string>> = {
  'docs/a.md': 'docs/a.md',
  'docs/keys.md': 'docs/keys.md',
  'docs/pinned.md': 'id/pinned',
  'docs/faq.md#how': 'docs/faq.md#how',
};

/** A repository with some pages; the draft is `docs/a.md` unless told. */
export const aRepository: Repository = {
  forge: gitHubPages('https://forge.example', 'acme/app'),
  sourceAt: (path, anchor) => sources[`${path}#${anchor}`] ?? sources[path] ?? null,
  kindOf: (path) =>
    path.startsWith('missing') ? 'missing' : /\.\w+$/.test(path) ? 'file' : 'folder',
};

export const blob = 'https://forge.example/acme/app/blob/HEAD';

const emojiOf = await emojiFor([':tada:']);

/** What becomes of a body: its text, with the names of sources in its holes, and what is told. */
export function composedText(
  body: string,
  change: Partial<Draft> = {},
  repository: Repository = aRepository,
) {
  const draft = aDraft({ body, ...change });
  const { content, remarks, targets } = compose(draft, null, { repository, emojiOf });
  return {
    text: withNames(content).body,
    holes: content.holes ?? [],
    rules: remarks.map(({ rule, at }) => `${rule} ${at.offset}`),
    targets,
  };
}

/** A note of a pull request. */
export const aNote = { provenance: { kind: 'pull-request', number: 7 } } as const;
