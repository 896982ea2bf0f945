import { rmSync } from 'node:fs';

const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Takes note of a folder that must not outlive this process, however it ends. */
export function ownFolder(folder: string): string {
  folders.add(folder);
  return folder;
}
