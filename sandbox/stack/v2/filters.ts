import { createHash } from 'node:crypto';
import { builtInFilters, isField, knownFields } from './fields.ts';
import { badParameter } from './problem.ts';

/** Which fields are answered, and whether their texts are HTML-encoded (safe). */
export interface Filter {
  readonly id: string;
  readonly safe: boolean;
  readonly fields: ReadonlySet<string>;
}

interface FilterRequest {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The id that it begins from; null: `default`. */
  readonly base: string | null;
  readonly unsafe: boolean;
}

/** Makes a filter of a site. Throws `bad_parameter` of a field or a base that there is not. */
export function makeFilter(site: string, request: FilterRequest): Filter {
  const base = findFilter(site, request.base ?? 'default');
  if (base === null) throw badParameter('base');
  for (const name of ['include', 'exclude'] as const)
    if (!request[name].every(isField)) throw badParameter(name);
  const fields = new Set([...base.fields, ...request.include]);
  for (const field of request.exclude) fields.delete(field);
  const safe = !request.unsafe;
  return { id: idOf(site, safe, fields), safe, fields };
}

/** The filter with this id, or null where the site has none. */
export function findFilter(site: string, id: string): Filter | null {
  const builtIn = builtInFilters.get(id);
  if (builtIn !== undefined) return { id, safe: true, fields: new Set(builtIn) };
  if (!/^![\w(*]+$/.test(id)) return null;
  const text = id.slice(1).replaceAll('(', '-').replaceAll('*', '_');
  const bytes = Buffer.from(text, 'base64url').subarray(checkLength);
  const [safety = 0, ...bits] = bytes;
  const fields = knownFields.filter((_, at) => ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0);
  const filter = { id, safe: safety === 1, fields: new Set(fields) };
  return idOf(site, filter.safe, filter.fields) === id ? filter : null;
}

const checkLength = 4;

/**
 * The id of a filter says all about it, so that it holds over a restart as it does on the real site;
 * it begins with a check, so that one of another site is unknown.
 */
function idOf(site: string, safe: boolean, fields: ReadonlySet<string>): string {
  const bits = Buffer.alloc(1 + Math.ceil(knownFields.length / 8));
  bits[0] = safe ? 1 : 0;
  for (const [at, field] of knownFields.entries())
    if (fields.has(field)) bits[1 + (at >> 3)] = (bits[1 + (at >> 3)] ?? 0) | (1 << (at & 7));
  const check = createHash('sha256').update(site).update(bits).digest().subarray(0, checkLength);
  const text = Buffer.concat([check, bits]).toString('base64url');
  return `!${text.replaceAll('-', '(').replaceAll('_', '*')}`;
}
