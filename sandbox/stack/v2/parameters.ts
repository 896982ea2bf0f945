import type { Switches } from '../switches.ts';
import { badParameter } from './problem.ts';

const mostIds = 100;

/** The parameters of a request, from its query and its form; the form counts where both have one. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>;
  readonly #mostOnPage: number;

  constructor(
    query: URLSearchParams,
    form: URLSearchParams,
    { mostOnPage }: Pick<Switches, 'mostOnPage'>,
  ) {
    this.#values = new Map([...query, ...form]);
    this.#mostOnPage = mostOnPage;
  }

  /** Null where it is absent or empty. */
  text(name: string): string | null {
    const value = this.#values.get(name);
    return value === undefined || value === '' ? null : value;
  }

  /** A text that may not be absent or blank. */
  required(name: string): string {
    const value = this.text(name);
    if (value === null || value.trim() === '') throw badParameter(name);
    return value;
  }

  integer(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    if (!/^-?\d{1,11}$/.test(value)) throw badParameter(name);
    return Number(value);
  }

  flag(name: string): boolean {
    const value = this.text(name)?.toLowerCase() ?? 'false';
    if (value !== 'true' && value !== 'false') throw badParameter(name);
    return value === 'true';
  }

  choice<Value extends string>(name: string, values: readonly Value[]): Value | null {
    const value = this.text(name);
    const found = values.find((known) => known === value) ?? null;
    if (value !== null && found === null) throw badParameter(name);
    return found;
  }

  /** The parts of a list, however they are separated: by `;`, or by other marks too. */
  list(name: string, separator: RegExp = /;/): string[] {
    return (this.text(name) ?? '').split(separator).filter((part) => part !== '');
  }

  /** Pages count from 1 and have 30 items unless asked for another number, at most 100. */
  paging(): { readonly page: number; readonly pageSize: number } {
    const page = this.integer('page') ?? 1;
    if (page < 1) throw badParameter('page');
    const pageSize = this.integer('pagesize') ?? 30;
    if (pageSize < 1 || pageSize > 100) throw badParameter('pagesize');
    return { page, pageSize: Math.min(pageSize, this.#mostOnPage) };
  }
}

/** The ids in a segment of the path, separated by `;`; null where it holds something else. */
export function idsIn(segment: string): number[] | null {
  const parts = segment.split(';');
  if (!parts.every((part) => /^-?\d{1,10}$/.test(part))) return null;
  if (parts.length > mostIds) throw badParameter('ids');
  return [...new Set(parts.map(Number))];
}
