import { serve } from '../kit/serve.ts';
import { onTestFinished } from 'vitest';

const dates = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Puts a server before another, whose clock is ahead of that one's by so many milliseconds. */
export async function withClockAhead(target: string, ahead: number): Promise<string> {
  const served = await serve(async (response, { method, url, headers, body }) => {
    const { host: _, 'content-length': __, ...rest } = headers;
    const answer = await fetch(new URL(url, target), {
      method,
      headers: rest as Record<string, string>,
      ...(body !== '' && { body }),
    });
    const later = (date: string | number) => new Date(new Date(date).getTime() + ahead);
    const told = (await answer.text()).replaceAll(dates, (date) => later(date).toISOString());
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      date: later(answer.headers.get('date') ?? 0).toUTCString(),
    });
    response.end(told);
  });
  onTestFinished(() => served[Symbol.asyncDispose]());
  return served.url;
}
