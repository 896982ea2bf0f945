import { assertedSource } from '../../src/approval/asserted.ts';
import { makePlan, type Planned } from '../../src/commands/plan/make-plan.ts';
import { publishApproved, type Published } from '../../src/commands/publish/publish-approved.ts';
import { digestOf } from '../../src/model/digest.ts';
import { linkTo } from '../kit/linked-pages.ts';
import { addressOf } from './model-site.ts';
import { ModelLedger } from './model-ledger.ts';
import { treeOf } from './model-tree.ts';
import { contextOf, siteOf } from './model-world.ts';
import { usual } from './run-history.ts';
import { Schedule, type InjectedFault } from './schedule.ts';
import type { Setting } from './steps.ts';

/** Pages, by path, and the pages that each links to. */
export type LinkedPages = Readonly<Record<string, readonly string[]>>;

/** A site and a ledger in memory, and a repository of pages that link to each other. */
export function linkedWorld(pages: LinkedPages, change: Partial<Setting> = {}) {
  const setting = { ...usual, ...change };
  const site = siteOf(setting);
  const ledger = new ModelLedger();
  const schedule = new Schedule();
  let files = filesOf(pages);
  let runs = 0;
  let writes = 0;
  site.onSend = () => {
    writes += 1;
  };
  /** Runs a command; null where its process died. */
  const run = async <Result>(
    command: (context: ReturnType<typeof contextOf>) => Promise<Result>,
    faults: readonly InjectedFault[] = [],
  ): Promise<Result | null> => {
    runs += 1;
    const id = `run-${runs}`;
    const tree = treeOf(files);
    const context = contextOf({ id, host: 'here', tree, site, ledger, schedule, setting });
    const begin = () => command(context);
    const [end] = await schedule.drive([{ id, faults, begin }], [], () => {});
    if (end?.status === 'rejected') throw end.reason;
    return end?.value ?? null;
  };
  const options = { source: [], full: false, recompose: false };
  const world = {
    site,
    ledger,
    /** How many writes the site got. */
    get writes() {
      return writes;
    },
    rewrite(changed: LinkedPages) {
      files = filesOf(changed);
    },
    async plan(): Promise<Planned> {
      const planned = await run((context) => makePlan(context, { ...options, verbose: false }));
      if (!planned) throw new Error('the plan died');
      return planned;
    },
    publish({ index }: Pick<Planned, 'index'>, faults: readonly InjectedFault[] = []) {
      return run<Published>(
        (context) =>
          publishApproved(context, {
            ...options,
            digest: digestOf(index),
            index,
            ask: null,
            evidence: assertedSource('ada', () => context.site.now()),
          }),
        faults,
      );
    },
    /** Where each post leads, by the page that it is of: to pages, or to addresses of none. */
    shown(): Record<string, readonly string[]> {
      const { records } = ledger.index;
      const pageAt = new Map(
        Object.entries(records).flatMap(([key, { post }]) =>
          post ? [[addressOf(post), key] as const] : [],
        ),
      );
      return Object.fromEntries(
        Object.entries(records).map(([key, { post }]) => {
          const { shown } = site.posts.get(post?.id ?? 0) ?? {};
          const found = (shown?.body ?? '').matchAll(/\]\(([^)]+)\)/g);
          return [key, [...found].map(([, url = '']) => pageAt.get(url) ?? url)];
        }),
      );
    },
  };
  return world;
}

function filesOf(pages: LinkedPages): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(pages).map(([path, links]) => [
      path,
      [
        '---',
        `title: The page ${path}`,
        'tags: [docs]',
        'stack: article',
        '---',
        '',
        `What ${path} says.`,
        '',
        ...links.map(linkTo),
        '',
      ].join('\n'),
    ]),
  );
}

/** 200 pages, or as many as `size` says: chains, stars and five rings, in no order of their names. */
export function chainsStarsAndRings(size = 200): LinkedPages {
  const names = Array.from({ length: size }, (_, n) => `docs/${(n * 73) % size}.md`);
  const pages: Record<string, string[]> = Object.fromEntries(names.map((name) => [name, []]));
  const link = (from: string | undefined, to: string | undefined) => {
    if (from !== undefined && to !== undefined) pages[from]?.push(to);
  };
  const take = (share: number) => names.splice(0, Math.max(3, Math.floor(size * share)));
  for (let ring = 0; ring < 5; ring += 1) {
    const all = take(0.03);
    for (const [n, name] of all.entries()) link(name, all[(n + 1) % all.length]);
  }
  for (let star = 0; star < 4; star += 1) {
    const [hub, ...others] = take(0.1);
    // Two lead out, and two lead in.
    const isOut = star % 2 === 0;
    for (const name of others) link(isOut ? hub : name, isOut ? name : hub);
  }
  // Chains, the last of which ends in a ring.
  for (let chain = take(0.15); chain.length > 0; chain = names.splice(0, 30))
    for (const [n, name] of chain.entries()) link(name, chain[n + 1]);
  return pages;
}

/** Pages of which each links to all others, or to those that `linksTo` says. */
export function denseGroup(
  size: number,
  linksTo: (from: number, to: number) => boolean = () => true,
): LinkedPages {
  const numbers = Array.from({ length: size }, (_, number) => number);
  const pathOf = (number: number) => `docs/${number}.md`;
  return Object.fromEntries(
    numbers.map((from) => [
      pathOf(from),
      numbers.filter((to) => to !== from && linksTo(from, to)).map(pathOf),
    ]),
  );
}
