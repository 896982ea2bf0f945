/** One request to a service. `status` is null until an answer is written, and stays so where none is. */
export interface LogEntry {
  readonly number: number;
  /** By the sandbox's clock, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** What came with a request that may write, as text; null for a read. */
  sent: string | null;
  /** The token's name, or null where the service does not know it. */
  token: string | null;
  status: number | null;
  /** Whether it changed anything. */
  wrote: boolean;
  /** The kind of the fault that was injected. */
  fault: string | null;
}

const kept = 20_000;

/** The latest requests, and how many there were. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #count = 0;

  open(request: Pick<LogEntry, 'at' | 'method' | 'path' | 'query'>): LogEntry {
    const entry: LogEntry = {
      number: ++this.#count,
      ...request,
      sent: null,
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
