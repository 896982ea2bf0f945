import { promisify } from 'node:util';
import type { Dispatcher } from 'undici';
import { failureOf, HttpFailure } from './http-failure.ts';

/** A whole answer, its body decompressed. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name; a repeated header is joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  /** For the whole exchange: a trickle must not keep a run for ever. */
  readonly timeoutMs: number;
  /** The size of the longest body to accept, before and after it is decompressed. */
  readonly maxBytes: number;
  /** Called when the request is about to be written. It may throw, and then nothing is sent. */
  onSending(): void;
}

/** Sends one request and reads its answer. No redirect is followed. Throws `HttpFailure`. */
export async function exchange(dispatcher: Dispatcher, options: Exchange): Promise<HttpAnswer> {
  let sent = false;
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(new HttpFailure('the answer took too long', { code: 'ETIMEDOUT', sent }));
  }, options.timeoutMs);
  const noted = dispatcher.compose(
    noteStart(() => {
      options.onSending();
      sent = true;
    }),
  );
  try {
    const answer = await noted.request({
      origin: options.url.origin,
      path: options.url.pathname + options.url.search,
      method: options.method,
      headers: { ...options.headers, 'accept-encoding': 'gzip, deflate, br' },
      body: options.body,
      signal: deadline.signal,
    });
    const headers = flat(answer.headers);
    const raw = await readBounded(answer.body, options.maxBytes);
    const body = await decompress(raw, headers['content-encoding'] ?? '', options.maxBytes);
    return { status: answer.statusCode, headers, body };
  } catch (error) {
    throw failureOf(error, sent);
  } finally {
    clearTimeout(timer);
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function readBounded(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): HttpFailure {
  return new HttpFailure(`the answer is longer than ${String(maxBytes)} bytes`, {
    code: 'ETOOLARGE',
    sent: true,
  });
}

async function decompress(body: Buffer, coding: string, maxBytes: number): Promise<Buffer> {
  const name = coding.trim().toLowerCase();
  // An answer without a body (204) may still name a coding.
  if (body.length === 0 || name === '') return body;
  // Not loaded at the start: the first request goes out sooner.
  const { brotliDecompress, gunzip, inflate, inflateRaw } = await import('node:zlib');
  const unpack = { maxOutputLength: maxBytes };
  try {
    switch (name) {
      case 'gzip':
      case 'x-gzip':
        return await promisify(gunzip)(body, unpack);
      case 'br':
        return await promisify(brotliDecompress)(body, unpack);
      case 'deflate':
        // Some servers leave out the wrapper that the standard asks for; its first byte tells.
        return ((body[0] ?? 0) & 0x0f) === 8
          ? await promisify(inflate)(body, unpack)
          : await promisify(inflateRaw)(body, unpack);
      default:
        return body;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new HttpFailure(`the answer's ${coding} coding is broken`, {
      code: code ?? 'Z_DATA_ERROR',
      sent: true,
    });
  }
}

/**
 * Calls `starting` when a request is about to be written to a connection: one that fails before then
 * never reached the server. It may throw, and then nothing is written.
 */
function noteStart(starting: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        handler.onRequestStart?.(controller, context);
        try {
          starting();
        } catch (error) {
          controller.abort(error as Error);
        }
      },
      onResponseStart: (...rest) => handler.onResponseStart?.(...rest),
      onResponseData: (...rest) => handler.onResponseData?.(...rest),
      onResponseEnd: (...rest) => handler.onResponseEnd?.(...rest),
      onResponseError: (...rest) => handler.onResponseError?.(...rest),
    });
}
