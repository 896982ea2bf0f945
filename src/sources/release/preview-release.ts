import { matchesGlob } from 'node:path';
import { Fault } from '../../model/error.ts';
import { digestOf } from '../../model/digest.ts';
import type { PublishedRelease } from '../../ports/forge.ts';
import type { Reading } from '../reading.ts';
import type { ForgeContext } from '../source-kind.ts';
import { isMadeFromPulls } from './made-from-pulls.ts';
import { readBodies } from './read-bodies.ts';
import { readReleases } from './read-releases.ts';

/** What has no release yet. */
export const nextRelease = 'next';

type PreviewContext = Pick<ForgeContext, 'config' | 'tree' | 'forge' | 'history' | 'now'>;

/**
 * Reads what the Article of a release would be, whether or not it was published: by its tag, or `next` for
 * what the default branch has and no release. Throws `usage`, `source-unknown`.
 */
export async function previewRelease(name: string, context: PreviewContext): Promise<Reading> {
  const { config, forge, now } = context;
  const { releases } = config.sources;
  if (releases === false)
    throw new Fault('usage', 'usage', 'Cannot show a release: sources.releases is false.', {
      remedy: 'Set sources.releases, as `releases: { tags: ["v*"] }`.',
    });
  const isNext = name === nextRelease;
  const all = await forge.releases({ all: true, tags: isNext ? [] : [name] });
  const published = all.filter(({ tag }) => releases.tags.some((each) => matchesGlob(tag, each)));
  const found = all.find(({ tag }) => tag === name);
  const release = found ?? unpublished(name, isNext);
  const ref = isNext && !found ? 'HEAD' : undefined;
  const listed = [{ release, known: null, isNew: true, ...(ref !== undefined && { ref }) }];
  const whole = {
    ...context,
    recorded: [],
    others: [],
    pulls: [],
    cursor: null,
    started: now,
    recompose: false,
    settings: digestOf({}),
    mayBeSkipped: () => false,
    published,
  };
  if (isMadeFromPulls(config.sources)) {
    const { drafts, findings } = await readReleases(listed, whole);
    return { drafts: [...drafts], findings: [...findings] };
  }
  if (!found)
    throw new Fault(
      'usage',
      'source-unknown',
      `Cannot show the release ${name}: none with this tag is published, and its own text is what would be.`,
      { remedy: 'Name a published release.' },
    );
  const { drafts, findings } = readBodies(listed, whole);
  return { drafts: [...drafts], findings: [...findings] };
}

/** A release as it would be if it was published now. */
function unpublished(tag: string, isNext: boolean): PublishedRelease {
  return {
    tag,
    name: isNext ? 'The next release' : '',
    body: '',
    isPrerelease: false,
    publishedAt: Infinity,
    updatedAt: Infinity,
    url: '',
    commit: null,
  };
}
