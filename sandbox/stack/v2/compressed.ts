import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { jsonType, type Reply } from '../../exchange/reply.ts';

/** What is called deflate comes with a head or without one. */
const ways = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['gzip', gzipSync],
  ['deflate', deflateRawSync],
] as const;

/** An answer in JSON. It is always compressed, whatever was asked for: now one way, now another. */
export function compressed(status: number, value: object, count: number, typed: boolean): Reply {
  const [encoding, compress] = ways[count % ways.length] ?? ways[0];
  return {
    status,
    type: typed ? jsonType : null,
    headers: { 'Content-Encoding': encoding },
    body: compress(JSON.stringify(value)),
  };
}
