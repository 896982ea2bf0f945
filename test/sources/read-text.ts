import { readDoc } from '../../src/sources/docs/docs.ts';
import type { Reading, SourceDefaults } from '../../src/sources/reading.ts';

/** Reads a text as the docs file `docs/a.md`. */
export function readText(text: string, defaults: SourceDefaults = { tags: [] }): Reading {
  return readDoc({ path: 'docs/a.md', revision: 'r1', bytes: Buffer.from(text) }, defaults);
}

/** The rule and the place (`line:column`) of each finding. */
export function remarks({ findings }: Reading): string[] {
  return findings.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`);
}
