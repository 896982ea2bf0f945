import type { Config } from '../../src/config/schema.ts';
import { readDoc } from '../../src/sources/docs/read-doc.ts';
import type { Reading } from '../../src/sources/reading.ts';

/** Reads a text as the docs file `docs/a.md`. */
export function readText(text: string, defaults: Config['defaults'] = { tags: [] }): Reading {
  return readDoc({ path: 'docs/a.md', revision: 'r1', bytes: Buffer.from(text) }, defaults);
}

/** The rule and the place (`line:column`) of each finding. */
export function remarks({ findings }: Reading): string[] {
  return findings.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`);
}
