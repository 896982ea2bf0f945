import type { ReleaseNote } from '../../../src/sources/release/sort-notes.ts';

export const url = (number: number) => `https://forge.example/acme/app/pull/${number}`;
export const link = (number: number) => `[#${number}](${url(number)})`;

/** A note of a release, merged in the order of its number. */
export function note(number: number, text: string, change: Partial<ReleaseNote> = {}): ReleaseNote {
  const none = {
    kind: 'pull-request',
    title: null,
    labels: [],
    author: null,
    isBreaking: false,
  } as const;
  return { ...none, number, url: url(number), text, mergedAt: number, ...change };
}
