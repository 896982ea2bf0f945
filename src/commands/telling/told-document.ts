import type { CommandDocument } from '../../report/documents/command-document.ts';
import type { CommandResult } from '../command.ts';
import type { Telling } from './telling.ts';

/**
 * Tells pull requests of what came of a command, where it has something to say to them. Gives the command's
 * document, which counts the requests of that, too. Never throws.
 */
export async function toldDocument(
  { document, tell }: Pick<CommandResult, 'document' | 'tell'>,
  telling: Telling,
): Promise<CommandDocument | null> {
  const asked = await tell?.(telling);
  if (!asked || !document || !('requests' in document)) return document;
  const { site, forge } = document.requests;
  const all = { total: forge.total + asked.total, writes: forge.writes + asked.writes };
  return { ...document, requests: { site, forge: all } };
}
