import type { Known, Sent } from './scenario.ts';
import type { Write } from './write.ts';

/** The steps that a write of an Article may be, put together from its bytes and the ledger. */
export function stepsOfArticleWrite(write: Write, { ledger }: Known): Sent[] {
  if (write.kind !== 'article') return [];
  return write.contents.flatMap((content): Sent[] => {
    if (write.id === null) return [{ source: null, target: null, base: null, version: 0, content }];
    const known = Object.entries(ledger.records).find(([, { post }]) => post?.id === write.id);
    if (!known) return [];
    const [source, { post, base, version }] = known;
    return [{ source, target: post, base, version, content }];
  });
}
