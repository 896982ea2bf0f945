import { inProcess } from '../../test/kit/in-process.ts';
import type { PlanDocument } from '../../src/report/documents/plan.ts';
import type { FleetRepository, FleetWorld } from './fleet-world.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One run of the command. */
export interface Run {
  readonly kind: 'daily plan' | 'plan of a push' | 'publish';
  /** Whether there was nothing to do. */
  readonly isNoop: boolean;
  /** Calls to the site, each try counted. */
  readonly calls: number;
  /** How long it waited for the throttle at a time, and in all, in milliseconds. */
  readonly longestWait: number;
  readonly waited: number;
  /** Why it failed; null: it did not. */
  readonly failure: string | null;
}

/** What happens in a day. */
export interface DaySettings {
  /** When the daily plan of a repository begins, in milliseconds from midnight. */
  readonly dailyAt: (repository: string) => number;
  readonly pushes: number;
  readonly random: () => number;
  /** Called each hour. */
  readonly count: () => Promise<void>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const slack = 30_000;

/** Lets a day and the next morning pass, and tells of each run. Of pushes one in five changes pages, one in twenty adds one. */
export async function playDay(
  { sandbox, site, repositories, posts }: FleetWorld,
  time: VirtualTime,
  { dailyAt, pushes, random, count }: DaySettings,
): Promise<readonly Run[]> {
  const midnight = time.now();
  const runs: Run[] = [];
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const at = (moment: number, work: () => Promise<void>) =>
    time.wait(Math.max(1, midnight + moment - time.now())).then(work);

  async function run(
    { folder }: FleetRepository,
    kind: Run['kind'],
    digest: string | null = null,
  ): Promise<PlanDocument | null> {
    const waits: number[] = [];
    const clock = time.clock((each) => void waits.push(each));
    const commands = inProcess({ folder }, sandbox, {}, { clock });
    const told = { longestWait: 0, waited: 0 };
    const note = (more: Pick<Run, 'isNoop' | 'calls' | 'failure'>) => {
      told.longestWait = Math.max(0, ...waits);
      told.waited = waits.reduce((sum, each) => sum + each, 0);
      runs.push({ kind, ...told, ...more });
    };
    try {
      if (digest !== null) {
        const { requests, counts } = await commands.publish(digest);
        const failure = counts['failed'] ? `${counts['failed']} failed` : null;
        note({ isNoop: false, calls: requests.site.total, failure });
        return null;
      }
      const document = await commands.plan();
      const isNoop = document.digest === null;
      note({ isNoop, calls: document.requests.site.total, failure: null });
      return document;
    } catch (error) {
      note({ isNoop: false, calls: 0, failure: String(error).slice(0, 200) });
      return null;
    }
  }

  async function push(repository: FleetRepository, changed: readonly number[], publishAt: number) {
    for (const number of changed) await repository.change(number);
    const planned = await run(repository, 'plan of a push');
    const { digest = null } = planned ?? {};
    if (digest === null) return;
    // Somebody looks at it first.
    await at(publishAt, async () => void (await run(repository, 'publish', digest)));
  }

  const events: Promise<void>[] = [];
  for (const repository of repositories) {
    // A runner takes some seconds to begin.
    const begin = day + dailyAt(repository.name) + random() * slack;
    events.push(at(begin, async () => void (await run(repository, 'daily plan'))));
  }
  let added = 1000;
  for (let each = 0; each < pushes; each += 1) {
    const begin = 8 * hour + random() * 9 * hour;
    const repository = pick(repositories);
    const kind = random();
    const changed =
      kind < 0.05
        ? [(added += 1)]
        : kind < 0.25
          ? Array.from(
              { length: 1 + Math.floor(random() * 2) },
              () => 1 + Math.floor(random() * 40),
            )
          : [];
    const publishAt = begin + (5 + random() * 55) * minute;
    events.push(at(begin, () => push(repository, changed, publishAt)));
  }
  // Three releases of the documentation, approved in the same second.
  for (const repository of repositories.slice(0, 3)) {
    if (pushes === 0) break;
    const pages = Array.from({ length: 25 }, (_, page) => page + 1);
    events.push(at(14 * hour, () => push(repository, pages, 15 * hour)));
  }
  // People work on the site, too.
  const alive = new Set(posts);
  for (let each = 0; each < (pushes === 0 ? 0 : 45); each += 1)
    events.push(
      at(8 * hour + random() * 9 * hour, async () => {
        const id = pick([...alive]);
        if (each >= 5) return void (await site.edit(id, { body: `Somebody's words ${each}.` }));
        alive.delete(id);
        await site.delete(id);
      }),
    );
  for (let each = 1; each <= 34; each += 1) events.push(at(each * hour, count));
  await time.runUntil(Promise.all(events));
  return runs;
}
