import type { Draft } from '../model/draft.ts';
import { placeName, type Account, type Destination } from '../model/destination.ts';
import { Fault } from '../model/error.ts';
import { listed, type Finding } from '../model/finding.ts';
import { imageTarget, type ImageFile } from '../model/image.ts';
import type { ComposedFrom, LedgerIndex, LedgerRecord } from '../model/ledger.ts';
import { mapConcurrent } from '../model/map-concurrent.ts';
import { memoize } from '../model/memoize.ts';
import type { NamedPeople } from '../model/named.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { PlanIndex } from '../model/plan.ts';
import { textDigest } from '../model/post.ts';
import type { Provenance } from '../model/provenance.ts';
import { blankMemory } from '../model/site-memory.ts';
import { compareSourceKeys } from '../model/source-key.ts';
import { assemble, type Plan } from '../planning/assemble.ts';
import type { Limits } from '../planning/limits.ts';
import type { PlannedChange } from '../planning/planned-change.ts';
import type { PlannedSource } from '../planning/look.ts';
import { planChanges, type PlannedChanges } from '../planning/plan-changes.ts';
import type { PlanNews } from '../planning/record-plan.ts';
import type { LedgerSnapshot } from '../ports/ledger-store.ts';
import type { Audience } from '../report/audience.ts';
import { audienceOf } from './audience-of.ts';
import type { Context } from './context.ts';
import { gather } from './gather.ts';
import { editorsFinding, lackFindings } from './lack-findings.ts';
import { listAhead } from './list-ahead.ts';
import { picturesFor } from './pictures.ts';
import type { PlanOptions } from './planning-options.ts';
import { editorResolver } from './resolve-editors.ts';
import { linkDependencies } from '../sources/linked-files.ts';

/** Everything that a plan is assembled from, and what it has to tell the ledger. */
export interface Prepared extends Omit<PlanNews, 'plan' | 'now'> {
  /** The account that the token belongs to. */
  readonly me: Account;
  /** The account whose posts these are. */
  readonly account: Account;
  readonly snapshot: LedgerSnapshot;
  readonly findings: readonly Finding[];
  /** The keys that are left alone, because of an error. */
  readonly erroneous: ReadonlySet<string>;
  /** The editors that were looked up, by the site's names. */
  readonly people: NamedPeople;
  /** Who can read what is told of it. */
  readonly audience: Audience;
  /** The pictures that the sources show, by what their holes name. */
  readonly pictures: ReadonlyMap<string, ImageFile>;
  /** How many notes are in no release yet; null where releases are not made from notes. */
  readonly unreleased: number | null;
  /** What the sources say that were read, by their keys. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The plan that is carried out; null where one is made. */
  readonly approved: PlanIndex | null;
  /** What a plan takes. */
  readonly limits: Limits;
}

export interface PrepareOptions extends PlanOptions {
  /** Existing posts are proposed for sources without one, and nothing else. */
  readonly adopting?: boolean;
  /** What is read decides about writes that follow. */
  readonly writing?: boolean;
  /** Finds the plan that is to be carried out, which then needs no look at what it does not hold. */
  readonly findApproved?: (snapshot: LedgerSnapshot) => Promise<PlanIndex | null>;
}

/** Reads sources, ledger and site, and reconciles them. Writes nothing. */
export async function prepare(context: Context, options: PrepareOptions): Promise<Prepared> {
  const { config, tree, ledger } = context;
  const asking = context.site.me();
  // Whoever waits for it gets its error.
  asking.catch(() => {});
  const snapshot = await ledger.read();
  requireSameDestination(snapshot.index, context.site.destination, ledger.name);
  const site = listAhead(context.site, snapshot.index, config.destination);
  const me = await asking;
  const approved = (await options.findApproved?.(snapshot)) ?? null;
  site.quirks?.recall(snapshot.index.siteMemory[site.destination.api] ?? blankMemory, {
    again: options.full || options.recompose,
    writing: options.writing ?? false,
  });
  const account = posting(me, config.destination.account);
  const limits: Limits = { ...config.limits, ...(options.adopting && { action: 'adopt' }) };
  const { progress } = context.log;
  progress({ label: 'reading the sources', done: 0, total: null });
  const audience = memoize(() => audienceOf(context));
  const gathered = await gather(tree, config, {
    index: snapshot.index,
    forge: context.forge,
    history: context.history,
    isPublic: async () => (await audience()) === 'everyone',
    recompose: options.recompose,
    now: site.now(),
    pages: context.pages,
    picturesFor: (drafts) => picturesFor(drafts, context),
    progress,
    threads: context.threads,
  });

  const editors = editorResolver({ directory: site.directory, checkIds: approved === null });
  const findings = [...gathered.findings];
  const unseen = new Set(
    findings.flatMap(({ rule, source }) => (rule === 'image-unavailable' ? source : [])),
  );
  const unsent: Finding[] = [];
  const erroneous = new Set(gathered.erroneous);
  const composed = await mapConcurrent(gathered.drafts, 10, async (draft) => {
    const { content, targets } = gathered.composed(draft);
    const isUnsent = site.quirks?.editors === false && !isOpenToAll(draft);
    if (isUnsent) unsent.push(editorsFinding(draft));
    const resolved = isUnsent ? { permissions: null } : await editors.resolve(draft);
    if ('finding' in resolved) {
      findings.push(resolved.finding);
      erroneous.add(draft.key);
      return [];
    }
    const { key: source, provenance, revision } = draft;
    const sourceCount = gathered.sourceCount(provenance);
    const composedFrom = {
      provenance,
      sourceCount,
      // Read again each time, so that it is told each time.
      revision: isUnsent || unseen.has(source) ? null : revision,
      settings: gathered.settings,
      dependsOn: { ...dependsOnOf(draft), ...linkDependencies(targets, gathered.linked) },
      text: textDigest(draft),
      members: draft.madeFrom?.members ?? null,
    };
    const { permissions } = resolved;
    const ours = content.kind === 'article' ? { ...content, permissions } : content;
    return [{ source, composedFrom, ours }];
  });
  const sources: PlannedSource[] = [
    ...composed.flat(),
    ...gathered.unread.map(({ key: source, record }) => ({
      source,
      composedFrom: composedFromOf(record),
      ours: null,
    })),
  ].sort((a, b) => compareSourceKeys(a.source, b.source));

  // Asked not before the forge told it with the pull requests.
  const seenBy = await audience();
  const changes = await planChanges({
    site,
    account: account.id,
    snapshot,
    sources,
    erroneous,
    purpose: approved ? { approved } : { limits, only: options.source },
    moves: gathered.moves,
    full: options.full,
    public: seenBy === 'everyone',
    isRunning: context.isRunning,
    progress,
  });
  findings.push(
    ...listed(unsent),
    ...lackFindings(site, changes, changes.uneditable, snapshot.index.records),
  );
  return {
    me,
    account,
    snapshot,
    destination: site.destination,
    before: snapshot.index,
    changes: only(options.source, { ...changes, findings }),
    seen: changes.changes,
    findings,
    erroneous,
    people: editors.named(),
    audience: seenBy,
    pictures: filesOf(gathered.drafts),
    drafts: new Map(gathered.drafts.map((draft) => [draft.key, draft])),
    unreleased: gathered.unreleased,
    approved,
    limits,
    memory: site.quirks?.memory ?? null,
    sourceCursors: gathered.cursors(openProvenances(changes, findings, snapshot.index.records)),
  };
}

/** The plan that comes of it. */
export function planOf({ changes, destination, account, limits }: Prepared): Plan {
  return assemble(changes.changes, destination, account.id, limits);
}

/** Whether nobody has to be named who may edit it. */
function isOpenToAll({ editors }: Draft): boolean {
  return editors === null || editors === 'everyone';
}

function composedFromOf({
  provenance,
  sourceCount,
  revision,
  settings,
  dependsOn,
  text,
  members,
}: LedgerRecord): ComposedFrom {
  return { provenance, sourceCount, revision, settings, dependsOn, text, members };
}

/** What a draft rests on beside its file. */
function dependsOnOf({ images = [], madeFrom }: Draft): ComposedFrom['dependsOn'] {
  const shown = images.flatMap(({ path, revision }) => (path === null ? [] : [[path, revision]]));
  return { ...Object.fromEntries(shown), ...madeFrom?.dependsOn };
}

function filesOf(drafts: readonly Draft[]): ReadonlyMap<string, ImageFile> {
  const files = drafts.flatMap(({ images = [] }) => images.map(({ file }) => file));
  return new Map(
    files.flatMap((file) => (typeof file === 'string' ? [] : [[imageTarget(file.digest), file]])),
  );
}

/** Where sources come from of which something is left to do. */
function openProvenances(
  { changes, orphaned }: PlannedChanges,
  findings: readonly Finding[],
  records: LedgerIndex['records'],
): Provenance[] {
  const open: (Provenance | null | undefined)[] = [
    ...changes.map((change) =>
      change.outcome === 'unchanged' ? null : change.composedFrom.provenance,
    ),
    // One whose label was removed is not updated by being left so.
    ...orphaned.map(({ source }) => records[source]?.provenance),
    ...findings.map(({ severity, rule, provenance }) =>
      severity === 'error' || rule === 'editors-unavailable' ? provenance : null,
    ),
  ];
  return open.filter((each) => each !== null && each !== undefined);
}

/** What a key is looked for in. */
interface Known extends Pick<PlannedChanges, 'changes'> {
  readonly findings: readonly Finding[];
}

/** Keeps the changes of the named sources; a name that nothing has is a typing mistake. */
function only(wanted: readonly string[], { findings, ...changes }: PlannedChanges & Known) {
  if (wanted.length === 0) return changes;
  const named = new Set(wanted.map((source) => changeOf(source, { ...changes, findings })));
  return { ...changes, changes: changes.changes.filter((change) => named.has(change)) };
}

/** The change of a source. Throws `source-unknown`. */
export function changeOf(source: string, { changes, findings }: Known): PlannedChange {
  const change = changes.find((each) => each.source === source);
  if (change) return change;
  const error = findings.find((each) => each.source === source && each.severity === 'error');
  if (error) {
    const { place, message, rule, remedy } = error;
    const seen = `it has an error: ${message} [${rule}]`;
    throw new Fault('usage', 'source-unknown', `Cannot take ${source}: ${seen}`, { remedy, place });
  }
  const near = nearestName(
    source,
    changes.map((each) => each.source),
  );
  throw new Fault(
    'usage',
    'source-unknown',
    `Cannot find ${source}: no source has this key${near ? `, did you mean ${near}?` : '.'}`,
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
  expected: Destination,
  name: string,
): void {
  if (!destination) return;
  const { tier, site, team } = expected;
  if (destination.tier === tier && destination.site === site && destination.team === team) return;
  throw new Fault(
    'ledger',
    'ledger-other-destination',
    `Cannot use the ledger ${name}: it records posts of ${placeName(destination)} (${destination.tier}), expected ${placeName(expected)} (${tier}).`,
    { remedy: 'Set destination back, or name another ledger for this destination.' },
  );
}
