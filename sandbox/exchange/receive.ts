import type { IncomingMessage } from 'node:http';

const most = 8 * 1024 * 1024;

/** The whole body of a request; null where it is too long. Throws where the client went away. */
export async function receive(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  if (!request.complete) throw new Error('The client went away before its request was whole.');
  return Buffer.concat(chunks);
}
