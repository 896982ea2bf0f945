import { deflateSync, gzipSync } from 'node:zlib';
import { jsonType, type Reply } from '../../exchange/reply.ts';

/** An answer in JSON. It is always compressed, whatever was asked for: now one way, now the other. */
export function compressed(status: number, value: object, count: number, typed: boolean): Reply {
  const [encoding, compress] =
    count % 2 === 0 ? (['gzip', gzipSync] as const) : (['deflate', deflateSync] as const);
  return {
    status,
    type: typed ? jsonType : null,
    headers: { 'Content-Encoding': encoding },
    body: compress(JSON.stringify(value)),
  };
}
