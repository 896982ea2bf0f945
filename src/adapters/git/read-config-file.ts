import { readFile } from 'node:fs/promises';
import { Fault } from '../../model/error.ts';
import { errnoOf } from '../errno-of.ts';

/** Reads a configuration file, or null where there is none. Throws `config-unreadable`. */
export async function readConfigFile(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    const seen = error instanceof TypeError ? 'it is not UTF-8 text' : code || String(error);
    throw new Fault('usage', 'config-unreadable', `Cannot read ${path}: ${seen}.`, {
      remedy: 'Make it a readable UTF-8 file.',
      place: { file: path, line: null, column: null },
      cause: error,
    });
  }
}
