import type { Draft } from '../model/draft.ts';
import { visibleText } from '../model/visible-text.ts';
import { textsOf } from './texts.ts';

/** Two texts are near when they share nine tenths of their runs of five characters (Jaccard). */
const nearness = 0.9;
const runLength = 5;
const shortest = 200;
/** A longer text is not compared: time and memory grow with it. */
const longest = 20_000;
/** Texts of one template share runs without being near: looking through all of them takes too long. */
const mostCandidates = 50;

/**
 * Finds for each draft one before it whose text is nearly but not quite the same.
 * White space does not count, and whether letters are upper or lower case.
 */
export function nearTexts(drafts: readonly Draft[]): ReadonlyMap<Draft, Draft> {
  const near = new Map<Draft, Draft>();
  const index: Index = new Map();
  for (const draft of drafts) {
    const text = folded(draft);
    if (text.length < shortest || text.length > longest) continue;
    const entry = { draft, text, runs: runsOf(text.toLowerCase()) };
    // Two sets this near share one of their smallest elements, as many as the difference may be.
    const first = entry.runs.subarray(0, Math.floor((1 - nearness) * entry.runs.length) + 1);
    const found = candidates(entry, first, index).find((other) => isNear(entry, other));
    if (found !== undefined) near.set(draft, found.draft);
    for (const run of first) {
      const entries = index.get(run);
      if (entries === undefined) index.set(run, entry);
      else if (!Array.isArray(entries)) index.set(run, [entries, entry]);
      else if (entries.length < mostCandidates) entries.push(entry);
    }
  }
  return near;
}

interface Entry {
  readonly draft: Draft;
  readonly text: string;
  readonly runs: Int32Array;
}

/**
 * By a run's hash, the drafts so far that have it among their first ones: a tenth of all runs, of which
 * most stand in one draft only.
 */
type Index = Map<number, Entry | Entry[]>;

function folded(draft: Draft): string {
  const text = textsOf(draft).map(({ text }) => text);
  return visibleText(text.join('\n'));
}

/** The hashes of all runs of characters, each once, in ascending order. */
function runsOf(text: string): Int32Array {
  const runs = new Int32Array(Math.max(0, text.length - runLength + 1));
  for (let start = 0; start < runs.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + runLength; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    runs[start] = hash;
  }
  runs.sort();
  let count = 0;
  for (const run of runs) {
    if (count === 0 || runs[count - 1] !== run) runs[count++] = run;
  }
  return runs.slice(0, count);
}

function candidates({ runs }: Entry, first: Int32Array, index: Index): readonly Entry[] {
  const found = new Set<Entry>();
  for (const run of first) {
    const others = index.get(run) ?? [];
    for (const other of Array.isArray(others) ? others : [others]) {
      const less = Math.min(runs.length, other.runs.length);
      if (less >= nearness * Math.max(runs.length, other.runs.length)) found.add(other);
      if (found.size >= mostCandidates) return [...found];
    }
  }
  return [...found];
}

function isNear(a: Entry, b: Entry): boolean {
  if (a.text === b.text) return false;
  // Most candidates differ widely, so that the count of what only one of them has ends it early.
  const total = a.runs.length + b.runs.length;
  let different = total - 2 * Math.ceil((nearness / (1 + nearness)) * total);
  let i = 0;
  let j = 0;
  while (different >= 0 && i < a.runs.length && j < b.runs.length) {
    const left = a.runs[i] ?? 0;
    const right = b.runs[j] ?? 0;
    if (left !== right) different -= 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return different >= a.runs.length - i + b.runs.length - j;
}
