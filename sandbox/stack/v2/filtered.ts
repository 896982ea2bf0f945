import { latinEncode } from '../html/latin-encode.ts';
import type { Model } from './call.ts';
import type { Filter } from './filters.ts';

/** The texts of people, which a safe filter encodes. `body` is HTML in any case. */
const encodedFields: ReadonlySet<string> = new Set(['title', 'body_markdown', 'display_name']);

/**
 * The fields of a model that a filter lets through, without those that are null. A safe filter
 * encodes texts as HTML, so many `times`.
 */
export async function filtered(model: Model, filter: Filter, times: number): Promise<object> {
  const chosen = Object.entries(model.fields).filter(
    ([name, value]) => value !== null && filter.fields.has(`${model.type}.${name}`),
  );
  const entries = await Promise.all(
    chosen.map(async ([name, value]) => {
      if (typeof value === 'function') return [name, await value()];
      if (isModel(value)) return [name, await filtered(value, filter, times)];
      const encoded = filter.safe && typeof value === 'string' && encodedFields.has(name);
      return [name, encoded ? encode(value, times) : value];
    }),
  );
  return Object.fromEntries(entries) as object;
}

function isModel(value: Model['fields'][string]): value is Model {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

function encode(text: string, times: number): string {
  return times === 0 ? text : encode(latinEncode(text), times - 1);
}
