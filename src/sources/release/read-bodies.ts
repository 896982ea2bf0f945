import { digestOf } from '../../model/digest.ts';
import type { Draft } from '../../model/draft.ts';
import type { Finding } from '../../model/finding.ts';
import type { FoundSources, GatherContext, RecordedSource } from '../source-kind.ts';
import type { ListedRelease } from './listed-release.ts';
import { releaseDraft, saysNothing } from './release-draft.ts';
import { releaseFindings, titleOf } from './release-facts.ts';

/** Takes releases by their own text. */
export function readBodies(
  listed: readonly ListedRelease[],
  { config, mayBeSkipped }: Pick<GatherContext, 'config' | 'mayBeSkipped'>,
): Pick<FoundSources, 'drafts' | 'findings' | 'unread'> {
  const drafts: Draft[] = [];
  const findings: Finding[] = [];
  const unread: RecordedSource[] = [];
  for (const { release, known, isNew } of listed) {
    const body = release.body.toWellFormed();
    const dependsOn = { release: digestOf({ title: titleOf(release), body }) };
    const isSame = known?.record.dependsOn['release'] === dependsOn.release;
    if (known && isSame && mayBeSkipped(known.record)) unread.push(known);
    else if (body.trim() !== '')
      drafts.push(releaseDraft(release, config, { body, madeFrom: { members: null, dependsOn } }));
    else {
      if (known) unread.push(known);
      if (known || isNew)
        findings.push(...releaseFindings(release.tag, [saysNothing('a text in the release')]));
    }
  }
  return { drafts, findings, unread };
}
