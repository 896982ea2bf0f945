import { linksOf } from './known-addresses.ts';
import type { PlannedStep } from './planned-change.ts';

/**
 * So many links are looked at to part rings, each ring's again for each page that is taken out of it. A
 * group that is larger and denser stays in the order of its sources: few of it are written twice anyway.
 */
const mostLinks = 1_000_000;

/** By key: which of the others each source links to. */
type Links = ReadonlyMap<string, readonly string[]>;

/** Whether a source has a post to link to only once this step is carried out. */
export function makesPost({ step }: Pick<PlannedStep, 'step'>): boolean {
  return step.action === 'create' || step.action === 'adopt';
}

/**
 * Orders steps so that each comes after what it links to, as far as that has no post yet; else they
 * stay in their order. Of a ring, what most of it link to is the first, else what comes first.
 */
export function targetsFirst(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const bySource = new Map(steps.map((each) => [each.source, each]));
  const order = targetsFirstOf(linksAmong(steps), { links: mostLinks });
  return order.flatMap((source) => bySource.get(source) ?? []);
}

/** Orders new posts: what others of them link to first, with its own targets before it. */
export function mostWantedFirst(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const wanted = new Set([...linksAmong(steps).values()].flat());
  if (wanted.size === 0) return steps;
  const isWanted = ({ source }: PlannedStep) => wanted.has(source);
  return [...targetsFirst(steps.filter(isWanted)), ...steps.filter((step) => !isWanted(step))];
}

function linksAmong(steps: readonly PlannedStep[]): Links {
  const made = new Set(steps.filter(makesPost).map(({ source }) => source));
  return new Map(
    steps.map(({ source, step }) => [
      source,
      linksOf(step.content).filter((target) => target !== source && made.has(target)),
    ]),
  );
}

function targetsFirstOf(links: Links, left: { links: number }): string[] {
  return ringsOf(links).flatMap((ring) => {
    const [only] = ring;
    if (ring.length === 1 || only === undefined) return ring;
    const members = new Set(ring);
    const inRing = new Map(
      [...links].flatMap(([source, targets]) =>
        members.has(source) ? [[source, targets.filter((each) => members.has(each))] as const] : [],
      ),
    );
    for (const targets of inRing.values()) left.links -= targets.length;
    if (left.links < 0) return [...inRing.keys()];
    const head = mostLinked(inRing);
    inRing.delete(head);
    return [head, ...targetsFirstOf(without(inRing, head), left)];
  });
}

function without(links: Links, source: string): Links {
  return new Map(
    [...links].map(([key, targets]) => [key, targets.filter((each) => each !== source)]),
  );
}

/** What most of a ring link to; of several the first. */
function mostLinked(links: Links): string {
  const counts = new Map<string, number>([...links.keys()].map((source) => [source, 0]));
  for (const target of [...links.values()].flat())
    counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/**
 * The rings of sources that link to each other, each after those that it links to; what is in none is
 * one of its own. Tarjan's way, without recursion: chains may be long.
 */
function ringsOf(links: Links): string[][] {
  const rings: string[][] = [];
  const numbers = new Map<string, number>();
  /** The first of those that are open and can be come to from each. */
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const enter = (source: string) => {
    lowest.set(source, numbers.size);
    numbers.set(source, numbers.size);
    open.push(source);
    isOpen.add(source);
    return { source, targets: (links.get(source) ?? []).values() };
  };
  const reach = (source: string, number: number | undefined) =>
    lowest.set(source, Math.min(lowest.get(source) ?? Infinity, number ?? Infinity));
  for (const start of links.keys()) {
    if (numbers.has(start)) continue;
    const path = [enter(start)];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const { source, targets } = last;
      const { value: target, done } = targets.next();
      if (!done) {
        if (!numbers.has(target)) path.push(enter(target));
        else if (isOpen.has(target)) reach(source, numbers.get(target));
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before) reach(before.source, lowest.get(source));
      if (lowest.get(source) !== numbers.get(source)) continue;
      const ring = open.splice(open.lastIndexOf(source));
      for (const each of ring) isOpen.delete(each);
      rings.push(ring);
    }
  }
  return rings;
}
