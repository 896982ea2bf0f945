import type { Readable } from 'node:stream';
import { Fault } from '../../model/error.ts';
import { gitFault, readable, spawnFault, spawnGit } from './git.ts';

/** A git object id, SHA-1 or SHA-256. */
export const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Reads blobs in the given order with one git process. Only the blob at hand is in memory: git waits
 * while nobody asks for the next one.
 */
export async function* readBlobs(root: string, ids: readonly string[]): AsyncGenerator<Buffer> {
  if (ids.length === 0) return;
  for (const id of ids) {
    if (!objectId.test(id)) throw gitFault(['cat-file'], `"${readable(id)}" is not an object id`);
  }
  const args = ['cat-file', '--batch', '--buffer'];
  const child = spawnGit(root, args);
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(spawnFault(error)));
  });
  failed.catch(() => {});
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (words.length < 10_000) words += chunk.toString('utf8');
  });
  child.stdin.end(ids.join('\n') + '\n');
  const source = new ByteReader(child.stdout);
  try {
    for (const id of ids) {
      const header = await Promise.race([source.line(), failed]);
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header ?? '')?.[1];
      const bytes = size === undefined ? null : await source.take(Number(size) + 1);
      if (bytes === null) {
        throw gitFault(args, readable(words) || `blob ${id}: ${header ?? 'git ended early'}`);
      }
      yield bytes.subarray(0, -1);
    }
  } finally {
    child.stdout.destroy();
    child.kill();
  }
}

/** Takes lines and counted bytes from a stream, pulling no more than it needs. */
class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next line without its end, or null at the end of the stream. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.rest.indexOf(0x0a);
      if (end !== -1) {
        const line = this.rest.toString('latin1', 0, end);
        this.rest = this.rest.subarray(end + 1);
        return line;
      }
      if (this.rest.length > 1000) {
        const message =
          'Cannot read blobs: git cat-file answered with something else than a header line';
        throw new Fault('repository', 'git-failed', message, {
          remedy: 'Check that the `git` on the PATH is git itself.',
        });
      }
      const next = await this.chunks.next();
      if (next.done === true) return null;
      this.rest = Buffer.concat([this.rest, next.value]);
    }
  }

  /** The next `count` bytes, or null where the stream ends before. */
  async take(count: number): Promise<Buffer | null> {
    const parts = [this.rest];
    let length = this.rest.length;
    while (length < count) {
      const next = await this.chunks.next();
      if (next.done === true) return null;
      parts.push(next.value);
      length += next.value.length;
    }
    const all = parts.length === 1 ? this.rest : Buffer.concat(parts, length);
    this.rest = all.subarray(count);
    return all.subarray(0, count);
  }
}
