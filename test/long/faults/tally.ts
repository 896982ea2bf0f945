import { harms, type Harm, type Recovery, type Trial } from './trial.ts';

export const recoveries = ['same run', 'next run', 'six minutes', 'never'] as const;

/** What became of the trials of one fault. */
export interface Tally {
  /** The fault's. */
  readonly name: string;
  readonly tried: number;
  readonly harm: Readonly<Record<Harm, number>>;
  readonly recovery: Readonly<Record<Recovery, number>>;
}

/** Counts trials by fault, in the order of the faults; those whose point was not reached are left out. */
export function tally(trials: readonly Trial[]): Tally[] {
  const reached = trials.filter((trial) => trial.reached);
  return [...new Set(reached.map(({ kind }) => kind))].map((kind) => {
    const own = reached.filter((trial) => trial.kind === kind);
    const count = <Name extends string>(
      names: readonly Name[],
      has: (trial: Trial, name: Name) => boolean,
    ) =>
      Object.fromEntries(
        names.map((name) => [name, own.filter((trial) => has(trial, name)).length]),
      ) as Record<Name, number>;
    return {
      name: kind.name,
      tried: own.length,
      harm: count(harms, (trial, name) => trial.harm[name].length > 0),
      recovery: count(recoveries, (trial, name) => trial.recovery === name),
    };
  });
}

export function total(tallies: readonly Tally[]): Omit<Tally, 'name'> {
  const sum = <Name extends string>(
    names: readonly Name[],
    of: (each: Tally, name: Name) => number,
  ) =>
    Object.fromEntries(
      names.map((name) => [name, tallies.reduce((so, each) => so + of(each, name), 0)]),
    ) as Record<Name, number>;
  return {
    tried: tallies.reduce((so, { tried }) => so + tried, 0),
    harm: sum(harms, (each, name) => each.harm[name]),
    recovery: sum(recoveries, (each, name) => each.recovery[name]),
  };
}

/** What went wrong in a trial, a line each; empty where nothing did. */
export function troubles({ kind, point, harm, recovery, exits }: Trial): string[] {
  const where = `${kind.name} at ${kind.at} ${point.nth} of ${point.command} (${exits.join(', ')})`;
  return [
    ...harms.flatMap((name) => harm[name].map((what) => `${where}: ${name}: ${what}`)),
    ...(recovery === 'never' ? [`${where}: never put right`] : []),
  ];
}
