/** A request to the API, received whole. */
export interface ApiRequest {
  readonly method: string;
  /** Below the team, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** What became of it. `render` makes the body: JSON, plain text, or none. */
export interface ApiOutcome {
  readonly status: number;
  readonly wrote: boolean;
  readonly render: () => Promise<object | string | null>;
}
