import type { Parameters } from './parameters.ts';

/** The parameters that tell one read from another, with what they are where left out. */
const telling: Readonly<Record<string, string>> = {
  page: '1',
  pagesize: '30',
  sort: 'activity',
  order: 'desc',
  fromdate: '',
  todate: '',
  min: '',
  max: '',
  tagged: '',
  filter: 'default',
};

interface Kept<Answer> {
  readonly at: number;
  readonly answer: Answer;
}

/** Answers that stand in for identical reads for a while, by the sandbox's clock. */
export class StaleReads<Answer> {
  readonly #kept = new Map<string, Kept<Answer>>();

  clear(): void {
    this.#kept.clear();
  }

  /** What an identical read answered within so many seconds, else what `read` answers now. */
  take(key: string, seconds: number, now: number, read: () => Answer): Answer {
    if (seconds === 0) return read();
    for (const [known, { at }] of this.#kept)
      if (now - at >= seconds * 1000) this.#kept.delete(known);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept.answer;
    const answer = read();
    this.#kept.set(key, { at: now, answer });
    return answer;
  }
}

/** The same for reads that mean the same: other names, orders and defaults make no difference. */
export function readKey(
  caller: string,
  method: string,
  segments: readonly string[],
  parameters: Parameters,
): string {
  const ids = segments.map((segment) => [...new Set(segment.split(';'))].sort());
  const values = Object.entries(telling).map(([name, usual]) => parameters.text(name) ?? usual);
  return JSON.stringify([caller, method, ids, values]);
}
