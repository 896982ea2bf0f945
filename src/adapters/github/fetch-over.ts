import type { Http } from '../http/create-http.ts';
import type { HttpRequest } from '../http/http-request.ts';

/** What the client library passes. */
interface Init {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/**
 * The client library's `fetch`, over the project's own way to a server. `graphqlUrl` is where queries
 * go, which are sent with POST and yet only read.
 */
export function fetchOver(http: Pick<Http, 'send'>, graphqlUrl: URL) {
  return async (address: string, init: Init) => {
    const url = new URL(address);
    const type = init.headers['content-type'] ?? 'application/json; charset=utf-8';
    const { status, headers, body } = await http.send({
      method: init.method as HttpRequest['method'],
      path: `${url.pathname}${url.search}`,
      effect: init.method === 'GET' || url.href === graphqlUrl.href ? 'read' : 'write',
      headers: init.headers,
      ...(init.body !== undefined && { body: { type, content: init.body } }),
    });
    // As much of a response as the client library looks at.
    return {
      status,
      url: address,
      headers: new Map(Object.entries(headers)),
      text: () => Promise.resolve(body.toString('utf8')),
      arrayBuffer: () => Promise.resolve(new Uint8Array(body).buffer),
    };
  };
}
