/** One API request. `status` is null until an answer is written, and stays so where none is. */
export interface LogEntry {
  readonly number: number;
  /** By the site's clock, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** What came with a request that may write, as text; null for a read. */
  sent: string | null;
  /** The token's name, or null where the site does not know it. */
  token: string | null;
  status: number | null;
  /** Whether it changed the site. */
  wrote: boolean;
  /** The kind of the fault that struck it. */
  fault: string | null;
}

const kept = 20_000;

/** The latest requests, and how many there were. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #count = 0;

  open(request: Pick<LogEntry, 'at' | 'method' | 'path' | 'query' | 'sent'>): LogEntry {
    const entry: LogEntry = {
      number: ++this.#count,
      ...request,
      token: null,
      status: null,
      wrote: false,
      fault: null,
    };
    this.#entries.push(entry);
    if (this.#entries.length > kept * 2) this.#entries = this.#entries.slice(-kept);
    return entry;
  }

  /** The entries after a number, oldest first. */
  since(number: number): readonly LogEntry[] {
    return this.#entries.filter((entry) => entry.number > number);
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}
