import { compose } from '../composing/compose.ts';
import type { Account, Destination } from '../model/destination.ts';
import { Fault } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { LedgerIndex, PullRequestCursor } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { PlannedChange } from '../planning/planned-change.ts';
import { planChanges, type PlannedSource, type PlannedChanges } from '../planning/plan-changes.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { Context, PlanOptions } from './context.ts';
import { gather, type Gathered } from './gather.ts';
import { pullRequestOf } from '../model/pull-request-of.ts';
import { isPublic } from './is-public.ts';
import { editorResolver } from './resolve-editors.ts';

/** Everything that a plan is assembled from. */
export interface Prepared {
  /** The account that the token belongs to. */
  readonly me: Account;
  /** The account whose posts these are. */
  readonly account: Account;
  readonly snapshot: LedgerSnapshot;
  readonly changes: PlannedChanges;
  readonly findings: readonly Finding[];
  /** The keys that are left alone, because of an error. */
  readonly erroneous: ReadonlySet<string>;
  /** How far pull requests were seen, and of which something is left to do; null: none were asked for. */
  readonly pullRequests: PullRequestCursor | null;
}

/** Reads sources, ledger and site, and reconciles them. Writes nothing. */
export async function prepare(context: Context, options: PlanOptions): Promise<Prepared> {
  const { config, tree, site, ledger } = context;
  const [snapshot, me] = await Promise.all([ledger.read(), site.me()]);
  requireSameDestination(snapshot.index, site.destination, ledger.name);
  const account = posting(me, config.destination.account);
  const gathered = await gather(tree, config, {
    index: snapshot.index,
    forge: context.forge,
    recompose: options.recompose,
    now: site.now(),
  });

  const resolve = editorResolver(site);
  const findings = [...gathered.findings];
  const erroneous = new Set(gathered.erroneous);
  const composed = await mapConcurrent(gathered.drafts, 10, async (draft) => {
    const editors = await resolve(draft);
    if ('finding' in editors) {
      findings.push(editors.finding);
      erroneous.add(draft.key);
      return [];
    }
    const { key: source, file, revision } = draft;
    const of = (file !== null && gathered.sourcesOf.get(file)) || 1;
    const composedFrom = { file, of, revision, settings: gathered.settings };
    return [{ source, composedFrom, ours: compose(draft, editors.permissions) }];
  });
  const sources: PlannedSource[] = [
    ...composed.flat(),
    ...gathered.unread.map(({ key: source, record: { file, of, revision, settings } }) => ({
      source,
      composedFrom: { file, of, revision, settings },
      ours: null,
    })),
  ].sort((a, b) => bySourceKey(a.source, b.source));

  const changes = await planChanges({
    site,
    account: account.id,
    snapshot,
    sources,
    erroneous,
    full: options.full,
    // Asked only now: the forge told it with the pull requests.
    public: await isPublic(context),
    isRunning: context.isRunning,
  });
  return {
    me,
    account,
    snapshot,
    changes: only(options.sources, changes),
    findings,
    erroneous,
    pullRequests: pullRequestCursor(
      gathered.pullRequests,
      changes,
      erroneous,
      snapshot.index.records,
    ),
  };
}

/** A pull request is asked for by number as long as something is left to do about it. */
function pullRequestCursor(
  seen: Gathered['pullRequests'],
  { changes, orphaned }: PlannedChanges,
  erroneous: ReadonlySet<string>,
  records: LedgerIndex['records'],
): PullRequestCursor | null {
  if (!seen) return null;
  const open = new Set<number>();
  for (const change of changes) {
    if (change.outcome === 'unchanged') continue;
    const number = pullRequestOf(change.composedFrom);
    if (number !== null) open.add(number);
  }
  // One whose label was removed is not updated by being left so.
  for (const { source } of orphaned) {
    const record = records[source];
    const number = record ? pullRequestOf(record) : null;
    if (number !== null) open.add(number);
  }
  for (const number of seen.read) {
    const key = `pull/${number}`;
    if ([...erroneous].some((each) => each === key || each.startsWith(`${key}#`))) open.add(number);
  }
  return { at: seen.newest, pending: [...open].sort((a, b) => a - b), query: seen.query };
}

/** By name, and by number where names count: `pull/9` before `pull/10`. */
function bySourceKey(a: string, b: string): number {
  return numbered.compare(a, b) || (a < b ? -1 : 1);
}

const numbered = new Intl.Collator('en', { numeric: true });

/** Keeps the changes of the named sources; a name that nothing has is a typing mistake. */
function only(wanted: readonly string[], changes: PlannedChanges): PlannedChanges {
  if (wanted.length === 0) return changes;
  const named = new Set(wanted.map((source) => changeOf(source, changes)));
  return { ...changes, changes: changes.changes.filter((change) => named.has(change)) };
}

/** The change of a source. Throws `source-unknown`. */
export function changeOf(source: string, { changes }: PlannedChanges): PlannedChange {
  const change = changes.find((each) => each.source === source);
  if (change) return change;
  const near = nearestName(
    source,
    changes.map((each) => each.source),
  );
  throw new Fault(
    'usage',
    'source-unknown',
    `Cannot find ${source}: no source without an error has this key${near ? `, did you mean ${near}?` : '.'}`,
    { remedy: 'Run `stack-publish status` to see the keys of all sources.' },
  );
}

/** The account whose posts these are: the configured one, else the token's. */
function posting(me: Account, configured: number | null): Account {
  if (configured === null || configured === me.id) return me;
  return { id: configured, name: `account ${configured}` };
}

/** Ids of posts mean nothing on another site. */
function requireSameDestination(
  { destination }: LedgerIndex,
  { tier, site, team }: Destination,
  name: string,
): void {
  if (!destination) return;
  if (destination.tier === tier && destination.site === site && destination.team === team) return;
  throw new Fault(
    'ledger',
    'ledger-other-destination',
    `Cannot use the ledger ${name}: it records posts of ${destination.site}, team ${destination.team ?? '(main site)'}, expected ${site}, team ${team ?? '(main site)'}.`,
    { remedy: 'Set destination back, or name another ledger for this destination.' },
  );
}
