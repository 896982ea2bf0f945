import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** The files that a person named, relative to a folder. */
export interface TextFiles {
  readFile(name: string): Promise<string>;
  writeFile(name: string, text: string): Promise<void>;
}

/** Opens the files of a folder. */
export function textFiles(folder: string): TextFiles {
  const pathOf = (name: string) => resolve(folder, name);
  return {
    readFile: (name) => readFile(pathOf(name), 'utf8'),
    writeFile: (name, text) => writeFile(pathOf(name), text),
  };
}
