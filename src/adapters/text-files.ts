import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Opens the files that a person named, relative to a folder. */
export function textFiles(folder: string) {
  const pathOf = (name: string) => resolve(folder, name);
  return {
    readFile: (name: string) => readFile(pathOf(name), 'utf8'),
    writeFile: (name: string, text: string) => writeFile(pathOf(name), text),
  };
}
