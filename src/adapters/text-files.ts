import { constants } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../model/error.ts';
import { errnoOf } from './errno-of.ts';

/** Opens the files that a person named, relative to a folder. */
export function textFiles(folder: string) {
  const pathOf = (name: string) => resolve(folder, name);
  return {
    readFile: (name: string) => readFile(pathOf(name), 'utf8'),
    /** Replaces what a file has, and follows no symlink at its name (on Windows that is not told). Throws `file-unwritable`. */
    async writeFile(name: string, text: string): Promise<void> {
      const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
      try {
        await writeFile(pathOf(name), text, { flag: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW });
      } catch (error) {
        throw fileUnwritable(name, errnoOf(error), error);
      }
    },
  };
}

/** The fault of a file that cannot be written, by the code of a system error. */
export function fileUnwritable(name: string, code: string, cause?: unknown): Fault<'usage'> {
  const seen = reasons[code] ?? `the system says ${code}`;
  return new Fault('usage', 'file-unwritable', `Cannot write ${name}: ${seen}.`, {
    remedy: 'Name a file in a folder that exists and that you may write to.',
    place: { file: name, line: null, column: null },
    cause,
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is none',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a symlink, which could lead anywhere',
  EACCES: 'it is not allowed',
  EFTYPE: 'it is no ordinary file',
};
