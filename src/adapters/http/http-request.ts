export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the base on, beginning with `/`, with the query; all values in it percent-encoded. */
  readonly path: string;
  /** Whether it may change something; decides what is tried again. GET is a read, all else a write. */
  readonly effect?: 'read' | 'write';
  /** By the clock: nothing is sent later; then it fails with the code `ETOOLATE`. */
  readonly notAfter?: number;
  /** By the clock: what it rests on was read before; later it fails with the code `ESTALE`, unsent. */
  readonly freshUntil?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly content: string | Uint8Array };
}
