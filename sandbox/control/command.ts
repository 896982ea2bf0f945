import * as z from 'zod/mini';
import { faultSchema, type FaultQueue } from '../exchange/fault-queue.ts';
import { checkShape } from './check-shape.ts';

/** A change that a control call makes. It checks the body itself, and throws a `Fault` (usage). */
type Command<Target> = (target: Target, body: unknown) => unknown;

/** The changes to a part of the sandbox, by name. */
export type Commands<Target> = ReadonlyMap<string, Command<Target>>;

type Named<Target> = readonly [name: string, run: Command<Target>];

/** A command whose body has a shape; a body left out is an empty object. */
export function command<Target, Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  run: (target: Target, input: z.output<Schema>) => unknown,
): Named<Target> {
  return [
    name,
    (target, body) => run(target, checkShape(schema, body ?? {}, `the body of ${name}`)),
  ];
}

/** The commands that plan faults, one or a list, and that clear them; both answer what waits then. */
export function faultCommands<Target extends { readonly faults: FaultQueue }>(
  report: (target: Target) => unknown,
): readonly Named<Target>[] {
  return [
    [
      'faults',
      (target, body) => {
        const specs = Array.isArray(body) ? body : [body];
        for (const spec of checkShape(z.array(faultSchema), specs, 'the faults'))
          target.faults.add(spec);
        return report(target);
      },
    ],
    command('clear-faults', z.strictObject({}), (target) => {
      target.faults.clear();
      return report(target);
    }),
  ];
}
