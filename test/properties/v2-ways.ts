import type { PostKind } from '../../src/model/draft.ts';
import { lacks, type Lack, type SiteMemory } from '../../src/model/site-memory.ts';
import type { SiteQuirks } from '../../src/ports/site.ts';

/**
 * How a site answers over API v2.3: always in whole seconds, lists up to a minute old, one Article a
 * minute. And what may be so or not.
 */
export interface V2Ways {
  /** Texts come encoded, now once and now twice. */
  readonly safeFilter: boolean;
  /** Lists have the posts of all accounts. */
  readonly wholeLists: boolean;
  readonly lacks: readonly Lack[];
}

/** How long a list is answered again as it was, in milliseconds. */
export const cachedFor = 60_000;
/** How long an account waits between two Articles, in milliseconds. */
export const articleInterval = 60_000;

/** A safe filter: it encodes in turns that nobody can foresee. */
export function safeFilter(): (text: string) => string {
  let turns = 0;
  return (text) => {
    turns += 1;
    // Never in step with the fields of a post.
    return (turns * 0x9e37_79b1) & 0x1000 ? encoded(encoded(text)) : encoded(text);
  };
}

function encoded(text: string): string {
  return text.replace(/[&<>"'\u00A0-\u00FF]/g, (char) => named[char] ?? `&#${char.charCodeAt(0)};`);
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What one run finds out of the API, as the adapter of v2.3 does. */
export interface V2Finds {
  readonly quirks: SiteQuirks;
  /** A request was answered that names a filter. */
  named(): void;
  /** A list was answered. */
  listed(kind: PostKind): void;
  /** A method was tried. Returns whether the API lacks it. */
  tried(what: Lack): boolean;
}

export function openV2Finds({ safeFilter: safe, wholeLists, lacks: lacking }: V2Ways): V2Finds {
  const made = { id: '!a-filter', safe };
  let current: SiteMemory['filter'] = null;
  let remembered: SiteMemory['filter'] = null;
  let triesAgain = false;
  const whole = new Set<PostKind>();
  const found = new Set<Lack>();
  return {
    quirks: {
      articleIntervalMs: articleInterval,
      coarseDates: true,
      editors: false,
      get memory() {
        return {
          filter: current ?? remembered,
          wholeLists: (['article', 'question'] as const).filter((kind) => whole.has(kind)),
          lacks: lacks.filter((each) => found.has(each)),
        };
      },
      isLacking: (what) => found.has(what) && !triesAgain,
      recall(memory, { again, writing }) {
        remembered = memory.filter;
        if (!writing) current ??= memory.filter;
        if (!again) for (const kind of memory.wholeLists) whole.add(kind);
        for (const each of memory.lacks) found.add(each);
        triesAgain = again;
      },
    },
    named: () => (current = made),
    listed(kind) {
      if (wholeLists) whole.add(kind);
    },
    tried(what) {
      if (lacking.includes(what)) found.add(what);
      else found.delete(what);
      return lacking.includes(what);
    },
  };
}
