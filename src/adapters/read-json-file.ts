import { readFileSync } from 'node:fs';

/** What a JSON file holds; null where it cannot be read. At once: it is the first thing that a run does. */
export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
