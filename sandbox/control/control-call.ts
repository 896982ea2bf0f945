import { Fault } from '../../src/model/error.ts';

/** One control call: a read where there is no body. */
export type ControlCall = (path: string, body?: object) => Promise<unknown>;

/** Control calls over HTTP, to the sandbox at `url` (`http://127.0.0.1:port`). */
export function controlOver(url: string): ControlCall {
  return async (path, body) => {
    const request =
      body === undefined
        ? {}
        : {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json' },
          };
    const response = await fetch(`${url}/_control/${path}`, request);
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const { error } = answer as { error: { message: string; remedy: string | null } };
    throw new Fault('usage', 'usage', error.message, {
      remedy: error.remedy ?? 'Correct the call.',
    });
  };
}
