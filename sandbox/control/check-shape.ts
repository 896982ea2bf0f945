import type * as z from 'zod/mini';
import { Fault } from '../../src/model/error.ts';

/** Checks what a control call was given. Throws a `Fault` (usage) that names the first misfit. */
export function checkShape<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new Fault('usage', 'usage', `Cannot take ${what}: ${expectation(issue)}${where}.`, {
    remedy: 'Correct the value and send it again.',
    cause: result.error,
  });
}

function expectation(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `it has an unknown member ${issue.keys.join(', ')}`;
  if (issue?.code === 'invalid_value') return `expected ${issue.values.map(String).join(', ')}`;
  if (issue?.code === 'invalid_type') return `expected ${issue.expected}`;
  return 'the value does not fit';
}
