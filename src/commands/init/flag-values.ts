import { configFlaws } from '../../config/config-flaws.ts';
import { Fault } from '../../model/error.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { configValue, ways, type Way, type Wish } from './wish.ts';

/** What of a wish a flag gives, by the path that it has in a configuration. */
export const flagOf = {
  'destination.tier': 'tier',
  'destination.team': 'team',
  'destination.url': 'url',
  'destination.api': 'api',
  'defaults.tags': 'tags',
  'ledger.file': 'ledger-file',
} as const;
export type WishPath = keyof typeof flagOf;

const tiers = ['business', 'enterprise'] as const;

/** A value that does not fit: what it is, what was expected, and the nearest one that fits. */
export interface ValueFlaw {
  readonly path: WishPath;
  readonly seen: string | null;
  readonly expected: string;
  readonly near: string | null;
}

/** The first value of a wish, or the one at `only`, that its configuration would not be read with; null: all fit. */
export function valueFlaw(wish: Wish, only: WishPath | null = null): ValueFlaw | null {
  const flaws = configFlaws(configValue(wish, { pulls: true, accept: ['asserted'] }));
  const paths = only === null ? (Object.keys(flagOf) as WishPath[]) : [only];
  for (const path of paths) {
    const flaw = flaws.find((each) => each.path === path);
    if (!flaw) continue;
    const seen = seenOf(wish, path);
    const near = seen === null ? null : nearOf(seen, wish, path);
    return { path, seen, expected: flaw.expected, near };
  }
  return null;
}

/** Throws `usage` where a value does not fit, any or the one at `only`. */
export function requireValues(wish: Wish, only: WishPath | null = null): void {
  const flaw = valueFlaw(wish, only);
  if (flaw === null) return;
  const { path, seen, expected, near } = flaw;
  const flag = `--${flagOf[path]}`;
  const what = seen === null ? 'not given' : JSON.stringify(seen);
  throw flagFault(
    `${flag} is ${what}, expected ${expected}`,
    near === null ? null : `${flag} ${near}`,
  );
}

/** Reads `--approval`. Throws `usage`. */
export function wayNamed(text: string): Way {
  const found = ways.find((way) => way === text);
  if (found) return found;
  const near = nearestName(text, ways);
  throw flagFault(
    `--approval is ${JSON.stringify(text)}, expected one of ${ways.join(', ')}`,
    near === null ? null : `--approval ${near}`,
  );
}

/** The parts of a list that was given with commas or blanks. */
export function listed(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((part) => part !== ''))];
}

export function flagFault(seen: string, meant: string | null): Fault<'usage'> {
  return new Fault(
    'usage',
    'usage',
    `Cannot set up: ${seen}${meant === null ? '.' : `; did you mean ${meant}?`}`,
    {
      remedy: 'Run `stack-publish init --help` for the flags and what they take.',
    },
  );
}

/** A team may be given by the address of its pages. */
export function teamNamed(text: string): string {
  return (
    /^(?:https:\/\/)?stackoverflowteams\.com\/c\/([^/?#]+)/.exec(text.trim())?.[1] ?? text.trim()
  );
}

function seenOf(wish: Wish, path: WishPath): string | null {
  switch (path) {
    case 'destination.tier':
      return wish.tier;
    case 'destination.team':
      return wish.team;
    case 'destination.url':
      return wish.url;
    case 'destination.api':
      return wish.api;
    case 'defaults.tags':
      return wish.tags.join(',');
    case 'ledger.file':
      return wish.ledgerFile;
  }
}

/** The nearest value that fits; null: none is near. */
function nearOf(seen: string, wish: Wish, path: WishPath): string | null {
  const fits = (changed: Partial<Wish>) =>
    !/\p{Cc}/u.test(seen) && isFine({ ...wish, ...changed }, path);
  switch (path) {
    case 'destination.tier':
      return nearestName(seen, tiers);
    case 'destination.api': {
      const near = seen.replace(/^v/i, '').startsWith('2') ? 'v2.3' : 'v3';
      return fits({ api: near }) ? near : null;
    }
    case 'destination.url': {
      const near = `https://${seen.replace(/^[a-z]+:\/*/i, '').replace(/[/?#].*$/s, '')}`;
      return fits({ url: near }) ? near : null;
    }
    case 'destination.team': {
      const near = seen
        .trim()
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '');
      return fits({ team: near }) ? near : null;
    }
    case 'defaults.tags': {
      const near = wish.tags.map((tag) => tag.toLowerCase().replace(/[^a-z0-9+#.-]+/g, '-'));
      return fits({ tags: near }) ? near.join(',') : null;
    }
    case 'ledger.file':
      return null;
  }
}

function isFine(wish: Wish, path: WishPath): boolean {
  const flaws = configFlaws(configValue(wish, { pulls: true, accept: ['asserted'] }));
  return flaws.every((flaw) => flaw.path !== path);
}
