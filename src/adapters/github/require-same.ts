import { Fault } from '../../model/error.ts';
import type { Asked } from './to-fault.ts';

/** Throws where GitHub's answer is not about what was asked; in names, capitals make no difference to it. */
export function requireSame(asked: Asked, seen: string | number, wanted: string | number): void {
  if (String(seen).toLowerCase() === String(wanted).toLowerCase()) return;
  throw otherAnswer(asked, JSON.stringify(seen).slice(0, 100));
}

/** The fault of an answer about something else. */
export function otherAnswer({ doing }: Asked, seen: string): Fault<'forge'> {
  return new Fault('forge', 'forge-unreachable', `Cannot ${doing}: GitHub answers for ${seen}.`, {
    remedy: 'Run it again; if it stays, look whether something of that name was renamed.',
  });
}
