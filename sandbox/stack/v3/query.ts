import { modelProblem } from '../problem.ts';
import type { Switches } from '../switches.ts';

const pageSizes = new Set([15, 30, 50, 100]);
const maxInt32 = 2_147_483_647;

/** The query of a request. Names bind whatever their case. */
export class Query {
  readonly #values = new Map<string, string[]>();
  readonly #mostOnPage: number;

  constructor(parameters: URLSearchParams, { mostOnPage }: Pick<Switches, 'mostOnPage'>) {
    this.#mostOnPage = mostOnPage;
    for (const [name, value] of parameters) {
      const key = name.toLowerCase();
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [value]);
      else values.push(value);
    }
  }

  text(name: string): string | null {
    const value = this.#values.get(name.toLowerCase())?.[0];
    return value === undefined || value === '' ? null : value;
  }

  integer(name: string): number | null {
    const value = this.text(name);
    return value === null ? null : integerOf(name, value);
  }

  integers(name: string): number[] {
    const values = this.#values.get(name.toLowerCase()) ?? [];
    return values.filter((value) => value !== '').map((value) => integerOf(name, value));
  }

  flag(name: string): boolean | null {
    const value = this.text(name)?.toLowerCase() ?? null;
    if (value === null) return null;
    if (value !== 'true' && value !== 'false') throw invalid(name, value);
    return value === 'true';
  }

  choice<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const value = this.text(name);
    if (value === null) return fallback;
    const found = values.find((known) => known.toLowerCase() === value.toLowerCase());
    if (found === undefined) throw invalid(name, value);
    return found;
  }

  /** Milliseconds since 1970 UTC, or null. A time without a zone counts as UTC. */
  instant(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const hasTime = /^\d{4}-\d{2}-\d{2}[T ]/.test(value);
    const zoned = !hasTime || /(z|[+-]\d{2}:?\d{2})$/i.test(value);
    const time = Date.parse(zoned ? value : `${value}Z`);
    if (Number.isNaN(time)) throw invalid(name, value);
    return time;
  }

  paging(): { readonly page: number; readonly pageSize: number } {
    const page = this.integer('page') ?? 1;
    if (page < 1)
      throw modelProblem({ page: [`The field page must be between 1 and ${maxInt32}.`] });
    const pageSize = this.integer('pageSize') ?? 30;
    if (!pageSizes.has(pageSize))
      throw modelProblem({ pageSize: ['The field pageSize must be 15, 30, 50 or 100.'] });
    return { page, pageSize: Math.min(pageSize, this.#mostOnPage) };
  }
}

function integerOf(name: string, value: string): number {
  const number = /^[+-]?\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number) || Math.abs(number) > maxInt32) throw invalid(name, value);
  return number;
}

function invalid(name: string, value: string): Error {
  return modelProblem({ [name]: [`The value '${value}' is not valid.`] });
}
