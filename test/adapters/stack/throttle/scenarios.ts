import { limiters, type LimiterKind } from './limiters.ts';
import { randomOf, simulate, type Outcome, type Program } from './simulate.ts';

/** The limit that the vendor documents. */
export const documented = { capacity: 50, window: 2000 };
const roundings = [Math.ceil, Math.floor, Math.round];
const publishing = (calls: number, pause: number) => ({ calls, workers: 10, pause });

/** Programs that share a token, with chance in when they begin and how long they do other things. */
export type Scenario = (random: () => number, seed: number) => readonly Program[];

/** A first publish of 200 pages, with a push of git before each 50. */
export const firstPublish: Scenario = (random) => {
  const push = random() * 150;
  const parts = [3 * push, push, push, push].map((pause) => publishing(50, pause));
  return [{ begins: 0, parts: [{ calls: 3, workers: 3 }, ...parts, publishing(2, push)] }];
};

/**
 * Three publishes of 25 pages, each of which is read and written, that begin in the same second, in
 * one run of four at the very same time; and up to three plans of other repositories beside them.
 */
export const threePublishes: Scenario = (random, seed) => {
  const part = seed % 4 === 0 ? 0 : 1;
  const publish = (): Program => ({
    begins: part * random() * 1000,
    parts: [{ calls: 2, workers: 2 }, publishing(50, part * random() * 1500)],
  });
  const plans = Array.from({ length: Math.floor(random() * 4) }, () => smallPlan(random));
  return [publish(), publish(), publish(), ...plans];
};

function smallPlan(random: () => number): Program {
  const reads = { calls: 1 + Math.floor(random() * 6), workers: 6, pause: random() * 100 };
  return { begins: random() * 8000, parts: [{ calls: 2, workers: 2 }, reads] };
}

/**
 * Plays a scenario with a server that counts so and takes so long for an answer in the mean; the seed
 * draws all that nobody can know.
 */
export function play(
  scenario: Scenario,
  { kind, latency, seed }: { kind: LimiterKind; latency: number; seed: number },
): Promise<Outcome> {
  const random = randomOf(seed);
  // Where the server's windows begin by our clock.
  const phase = Math.floor(random() * documented.window);
  const jitter = random() * Math.min(100, latency / 2);
  return simulate({
    limiter: limiters[kind]({ ...documented, phase }),
    round: roundings[seed % roundings.length] ?? Math.ceil,
    latency: latency - jitter / 2,
    jitter,
    countedAfter: 0.1 + 0.8 * random(),
    random,
    programs: scenario(random, seed),
  });
}

/** The time that so many calls take at the documented rate, by the time from the first to the last. */
export function shareOfAllowed({ accepted, programs }: Outcome): number {
  const allowed = (accepted / documented.capacity) * documented.window;
  return allowed / Math.max(...programs.map(({ took }) => took));
}
