import { digestOf } from '../../model/digest.ts';
import type { Draft } from '../../model/draft.ts';
import type { PublishedRelease } from '../../ports/forge.ts';
import type { Marking } from '../front-matter/read-marking.ts';
import type { Problem } from '../reading.ts';
import type { SourcesConfig } from '../source-kind.ts';
import { releaseKey, titleOf } from './release-facts.ts';

interface DraftParts {
  readonly body: string;
  readonly madeFrom: NonNullable<Draft['madeFrom']>;
  /** What its own override says. */
  readonly marking?: Marking | null;
  readonly title?: string | null;
}

/** The draft of a release's Article. */
export function releaseDraft(
  release: PublishedRelease,
  { sources: { releases }, defaults }: SourcesConfig,
  { body, madeFrom, marking = null, title: own = null }: DraftParts,
): Draft {
  const title = own ?? titleOf(release);
  const tags = marking?.tags?.tags ?? [...new Set(defaults.tags)];
  const configured = releases === false ? null : releases.type;
  const type = marking?.type ?? configured ?? defaults.type ?? 'announcement';
  return {
    key: releaseKey(release.tag),
    revision: digestOf({ title, body, tags, type }),
    provenance: { kind: 'release', tag: release.tag },
    kind: 'article',
    title,
    body,
    answer: null,
    tags,
    type,
    editors: marking?.editors ?? defaults.editors ?? null,
    place: null,
    bodyLine: 1,
    madeFrom,
  };
}

/** A release of which there is nothing to say has no Article. */
export function saysNothing(expected: string): Problem {
  return {
    rule: 'release-empty',
    severity: 'warning',
    offset: 0,
    message: `The release has nothing to say to readers, expected ${expected}: it makes no Article.`,
    remedy: 'Write what readers should know, or leave it so.',
  };
}
