import { digestOf } from '../../model/digest.ts';
import { Fault } from '../../model/error.ts';
import { baseOf } from '../../model/post.ts';
import {
  blankRecord,
  copyOfRecords,
  withoutBroken,
  type LedgerChange,
  type LedgerRecord,
} from '../../model/ledger.ts';
import type { ResolutionName } from '../../model/resolution.ts';
import type { Decision } from '../../approval/decision.ts';
import type { Site } from '../../ports/site.ts';
import type { PlannedChange } from '../../planning/planned-change.ts';
import { lastTouched } from '../../planning/words-of-others.ts';
import type { ResolveDocument } from '../../report/documents/resolve.ts';
import type { Context } from '../context.ts';
import { wholePlan } from '../planning-options.ts';
import { postDocument, requestsDocument } from '../plan/plan-document.ts';
import { fittingResolutions } from './resolutions.ts';
import { prepare, changeOf } from '../prepare.ts';

/**
 * Ends a hold as a person decided. `source` and `recreate` become a step of the next plan, to be
 * approved; `site` and `forget` change the ledger alone.
 */
export async function endHold(
  context: Context,
  options: {
    readonly source: string;
    readonly resolution: ResolutionName;
    readonly decision: Decision;
  },
): Promise<ResolveDocument> {
  const { source, resolution, decision } = options;
  const { site, ledger } = context;
  const { changes, snapshot, findings } = await prepare(context, wholePlan);
  const before = snapshot.index.records[source] ?? null;
  const orphan = changes.orphaned.find((each) => each.source === source);
  const change = orphan ? null : changeOf(source, { ...changes, findings });
  const decided = change
    ? decisionOf(change, before, resolution)
    : leaveOrphan(source, before, resolution);
  await requireCurrent(decision, { site, change, before });
  await ledger.update((index) => {
    const record = index.records[source] ?? null;
    if (digestOf({ record }) !== digestOf({ record: before }))
      throw new Fault(
        'ledger',
        'ledger-busy',
        `Cannot resolve ${source}: another run changed it meanwhile.`,
        { remedy: 'Run `stack-publish status`, and resolve it again if it still is held.' },
      );
    const records = copyOfRecords(index.records);
    if (decided.record) records[source] = decided.record;
    else delete records[source];
    if (change?.outcome === 'held' && change.renamedFrom) delete records[change.renamedFrom];
    return { ...decided, index: { ...withoutBroken(index, source), records } };
  });
  return {
    schema: 1,
    command: 'resolve',
    source,
    resolution,
    post: postDocument((orphan ?? change)?.post ?? null, site),
    requests: requestsDocument(context, decision.requests),
  };
}

/** Whether the source, and the post that it is about, are still those that the person decided about. */
async function requireCurrent(
  decision: Decision,
  about: {
    readonly site: Site;
    /** Null: of a source that is gone. */
    readonly change: PlannedChange | null;
    readonly before: LedgerRecord | null;
  },
): Promise<void> {
  const { site, change, before } = about;
  const madeFrom = change && change.outcome !== 'unchanged' ? change.composedFrom : before;
  if (madeFrom === null) return;
  await decision.requireCurrent({
    madeFrom,
    async activity() {
      const read = change?.outcome === 'held' ? change.current : null;
      const ref = change ? change.post : (before?.post ?? null);
      const post = read ?? (ref && (await site.read(ref)));
      return post && lastTouched(post);
    },
  });
}

/** What becomes of a record, which is null where it goes. */
type Ending = Pick<LedgerChange, 'texts'> & { readonly record: LedgerRecord | null };

/** A source that is gone leaves its post where it is, and is not reported any more. */
function leaveOrphan(
  source: string,
  before: LedgerRecord | null,
  resolution: ResolutionName,
): Ending {
  if (resolution === 'forget' && !before?.intent) return { record: null };
  const [seen, remedy] = before?.intent
    ? ['a write of it may still be under way', 'Plan again after five minutes.']
    : ['its source is gone, expected forget', 'Run it with `forget`, or bring the source back.'];
  const message = `Cannot resolve ${source} by ${resolution}: ${seen}.`;
  throw new Fault('usage', 'resolution-unfit', message, { remedy });
}

/** Just what the source says now is not published, whatever the plan would do with it. */
function skip(change: PlannedChange, before: LedgerRecord | null): Ending {
  if (change.outcome === 'unchanged')
    throw new Fault(
      'usage',
      'nothing-to-resolve',
      `Cannot skip ${change.source}: it asks for nothing.`,
      {
        remedy: 'Run `stack-publish plan` to see what does.',
      },
    );
  if (change.renamedFrom !== null)
    // Its post is still known by the old name, and would be lost.
    throw new Fault(
      'usage',
      'resolution-unfit',
      `Cannot skip ${change.source}: the post of ${change.renamedFrom} goes over to it first.`,
      {
        remedy: `Leave it out of this approval (\`publish --except ${change.source}\`), or undo the renaming.`,
      },
    );
  const ours = change.outcome === 'step' ? change.composed : change.ours;
  if (ours === null || before?.intent)
    throw new Fault(
      'usage',
      'resolution-unfit',
      `Cannot skip ${change.source}: ${ours === null ? 'what it says was not read' : 'a write of it may still be under way'}.`,
      { remedy: 'Plan again; after five minutes where a write is under way.' },
    );
  const known =
    before ?? blankRecord({ ...change, ...change.composedFrom, revision: null, settings: null });
  return { record: { ...known, skipped: digestOf(ours), resolution: null } };
}

function decisionOf(
  change: PlannedChange,
  before: LedgerRecord | null,
  resolution: ResolutionName,
): Ending {
  if (before?.forgotten && resolution === 'recreate')
    return {
      record: {
        ...before,
        forgotten: false,
        gone: before.post !== null,
        revision: null,
        resolution: { kind: 'recreate', activity: before.activity },
      },
    };
  // A decision whose step nobody approved yet can be taken back.
  if (before?.resolution && change.outcome === 'step' && resolution === 'forget')
    return { record: { ...before, forgotten: true, resolution: null } };
  if (resolution === 'skip') return skip(change, before);
  if (change.outcome !== 'held')
    throw new Fault(
      'usage',
      'nothing-to-resolve',
      `Cannot resolve ${change.source}: it is not held.`,
      { remedy: 'Run `stack-publish status` to see what is.' },
    );
  const allowed = fittingResolutions[change.reason];
  if (!allowed.includes(resolution))
    throw new Fault(
      'usage',
      'resolution-unfit',
      `Cannot resolve ${change.source} by ${resolution}: it is held as ${change.reason}, expected ${allowed.join(' or ') || 'nothing but patience'}.`,
      { remedy: change.remedy },
    );
  const known = change.record ?? before ?? blankRecord({ ...change, ...change.composedFrom });
  // What was known of a renamed source was read under its old name.
  const record = change.renamedFrom ? { ...known, revision: null } : known;
  switch (resolution) {
    case 'source': {
      const activity = change.current ? lastTouched(change.current) : record.activity;
      return { record: { ...record, resolution: { kind: 'source', activity } } };
    }
    case 'recreate':
      return {
        record: { ...record, resolution: { kind: 'recreate', activity: record.activity } },
      };
    case 'forget':
      return { record: { ...record, forgotten: true, resolution: null } };
    case 'site': {
      const { ours } = change;
      if (!ours) throw new TypeError(`${change.source} was not read`);
      // From now on the site's text is a reader's edit of what the source says.
      return {
        record: {
          ...record,
          ...change.composedFrom,
          ...baseOf(ours, change.composedFrom.text),
          activity: change.current?.activity ?? record.activity,
          edited: true,
          resolution: null,
          // Of a question that was begun, nothing is left to do.
          complete: true,
          intent: record.complete ? record.intent : null,
        },
        texts: [ours],
      };
    }
  }
}
