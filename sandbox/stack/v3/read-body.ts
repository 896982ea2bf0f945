import { modelProblem, StackProblem } from '../problem.ts';
import type { Call } from './call.ts';

const jsonTypes = /^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/;

/** The members of a JSON body by lower-case name: names bind whatever their case. */
export class Members {
  readonly #values = new Map<string, unknown>();
  readonly errors: Record<string, string[]> = {};

  constructor(value: object) {
    for (const [name, member] of Object.entries(value))
      this.#values.set(name.toLowerCase(), member);
  }

  get(name: string): unknown {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  required(name: string): void {
    const label = capital(name);
    this.errors[label] = [`The ${label} field is required.`];
  }

  misfit(path: string): void {
    this.errors[`$.${path}`] = [`The JSON value could not be converted. Path: $.${path}`];
  }

  /** A text that may not be missing or blank. */
  text(name: string): string {
    const value = this.get(name);
    if (value === null) this.required(name);
    else if (typeof value !== 'string') this.misfit(name);
    else if (value.trim() === '') this.required(name);
    else return value;
    return '';
  }

  texts(name: string): string[] {
    const value = this.get(name);
    if (value === null) this.required(name);
    else if (!Array.isArray(value)) this.misfit(name);
    else if (!value.every((item) => typeof item === 'string')) this.misfit(`${name}[0]`);
    else return value;
    return [];
  }

  ids(name: string, path: string): number[] {
    const value = this.get(name);
    if (value === null) return [];
    if (Array.isArray(value) && value.every((item) => Number.isInteger(item))) return value;
    this.misfit(path);
    return [];
  }

  refuse(): void {
    if (Object.keys(this.errors).length > 0) throw modelProblem(this.errors);
  }
}

/** Reads a JSON object from a request. Members that nobody asked for are tolerated. */
export function readBody(call: Call): Members {
  const type = call.contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!jsonTypes.test(type)) throw new StackProblem(415, null);
  if (call.body.length === 0) throw modelProblem({ '': ['A non-empty request body is required.'] });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(call.body));
  } catch {
    throw modelProblem({ $: ['The body is not valid JSON in UTF-8.'] });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw modelProblem({ $: ['The JSON value could not be converted. Path: $'] });
  return new Members(value);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
