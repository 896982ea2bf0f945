import { Fault } from '../../model/error.ts';
import {
  flagOf,
  listed,
  requireValues,
  teamNamed,
  valueFlaw,
  type WishPath,
} from './flag-values.ts';
import type { Wish } from './wish.ts';

/** What flags may give; null: not given. */
export interface GivenWish {
  readonly tier: string | null;
  readonly team: string | null;
  readonly url: string | null;
  readonly api: string | null;
  readonly tags: string | null;
  readonly 'ledger-file': string | null;
}

/** A person at a terminal. */
export interface Asked {
  /** Null: they want no more questions. */
  ask(question: string): Promise<string | null>;
  tell(text: string): void;
}

/** What flags say, without what they leave out. A team alone is one of Business. */
export function wishOf(given: GivenWish): Wish {
  const { tier, team, url, api, tags } = given;
  return {
    tier: tier ?? (team !== null && url === null ? 'business' : ''),
    team: team === null ? null : teamNamed(team),
    url,
    api,
    tags: tags === null ? [] : listed(tags),
    ledgerFile: given['ledger-file'],
  };
}

/** Completes what flags say by questions, or throws `usage` where there is nobody to answer. */
export async function completeWish(given: GivenWish, person: Asked | null): Promise<Wish> {
  let wish = wishOf(given);
  if (person === null) {
    if (wish.tier === '')
      throw new Fault(
        'usage',
        'usage',
        'Cannot set up: there is no configuration yet, and nobody to ask where posts shall go.',
        {
          remedy:
            'Name it: `--tier business --team SLUG`, or `--tier enterprise --url https://…`; and `--tags LIST`.',
        },
      );
    requireValues(wish);
    return wish;
  }
  // What was given is right before anything is asked.
  if (wish.tier !== '') requireGiven(wish, given);
  for (const question of questions) {
    if (question.isAnswered(given, wish)) continue;
    wish = await answered(question, wish, person);
  }
  requireValues(wish);
  return wish;
}

interface Question {
  readonly path: WishPath;
  readonly isAnswered: (given: GivenWish, wish: Wish) => boolean;
  readonly text: (wish: Wish) => string;
  readonly take: (wish: Wish, answer: string) => Wish;
}

const questions: readonly Question[] = [
  {
    path: 'destination.tier',
    isAnswered: (_, { tier }) => tier !== '',
    text: () =>
      'Which Stack Internal: business (stackoverflowteams.com) or enterprise (a site of your own)? [business]',
    take: (wish, answer) => ({ ...wish, tier: answer === '' ? 'business' : answer.toLowerCase() }),
  },
  {
    path: 'destination.url',
    isAnswered: ({ url }, { tier }) => tier === 'business' || url !== null,
    text: () => "The site's address, such as https://stack.acme.example:",
    take: (wish, answer) => ({ ...wish, url: answer }),
  },
  {
    path: 'destination.team',
    isAnswered: ({ team }) => team !== null,
    text: ({ tier }) =>
      tier === 'business'
        ? 'The team, which is the last part of https://stackoverflowteams.com/c/…:'
        : "A private team's slug; empty for the main site:",
    take: (wish, answer) => ({ ...wish, team: answer === '' ? null : teamNamed(answer) }),
  },
  {
    path: 'defaults.tags',
    isAnswered: ({ tags }) => tags !== null,
    text: () => 'Tags of a page that names none, with commas; empty for none:',
    take: (wish, answer) => ({ ...wish, tags: listed(answer) }),
  },
];

/** Asks until the answer fits. */
async function answered(question: Question, wish: Wish, person: Asked): Promise<Wish> {
  for (;;) {
    const answer = await person.ask(question.text(wish));
    if (answer === null)
      throw new Fault('usage', 'usage', 'Cannot set up: the questions were not answered.', {
        remedy: `Run it again, or give the answers by flags, such as --${flagOf[question.path]}.`,
      });
    const next = question.take(wish, answer.trim());
    const flaw = flawAt(next, question.path);
    if (flaw === null) return next;
    person.tell(flaw);
  }
}

function flawAt(wish: Wish, path: WishPath): string | null {
  const flaw = valueFlaw(wish, path);
  if (flaw === null) return null;
  const { seen, expected, near } = flaw;
  const meant = near === null ? '.' : `; did you mean ${near}?`;
  return `${seen === null ? 'Nothing' : JSON.stringify(seen)}, expected ${expected}${meant}`;
}

/** Throws `usage` where a value that a flag gave does not fit. */
function requireGiven(wish: Wish, given: GivenWish): void {
  for (const [path, flag] of Object.entries(flagOf) as [WishPath, (typeof flagOf)[WishPath]][])
    if (given[flag] !== null && valueFlaw(wish, path) !== null) requireValues(wish, path);
}
