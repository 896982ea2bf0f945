import type { Post, SwitchesPatch } from '../../../sandbox/index.ts';
import type { LedgerIndex, LedgerRecord } from '../../../src/model/ledger.ts';
import type { Step } from '../../../src/model/plan.ts';
import type { Write } from './write.ts';

/** What readers of the site see at one moment. */
export interface View {
  /** The titles that more than one post has, and what else stands there twice. */
  readonly duplicates: readonly string[];
  /** The posts of the scenario's kind that are not deleted. */
  readonly posts: readonly Extract<Post, { readonly title: string }>[];
  /** Whether the post of a source shows its newest text, whole. */
  shows(source: string): boolean;
  /** Whether a record of the ledger names the post that shows the newest text of its source. */
  agrees(source: string, record: LedgerRecord): boolean;
}

/** A step without what its index tells: the source is null where the write does not name it. */
export type Sent = Omit<Step, 'action' | 'source'> & { readonly source: string | null };

/** What tells which step a write belongs to. */
export interface Known {
  /** The ledger that the plan was made from, and the posts of that moment. */
  readonly ledger: LedgerIndex;
  readonly before: readonly Post[];
  /** The posts after the command, and all writes since the trial began. */
  readonly now: readonly Post[];
  readonly writes: readonly Write[];
}

/** What is published, and how to tell that it was. */
export interface Scenario {
  /** Also the name of its posts in the paths of the API. */
  readonly name: 'articles' | 'questions';
  readonly switches: SwitchesPatch;
  /** What its files say: `before` when they were first published, or null; and now. */
  readonly files: Readonly<
    Record<string, { readonly before: string | null; readonly after: string }>
  >;
  readonly titles: Readonly<Record<string, string>>;
  /** The source whose post a colleague edited on the site before the plan was made. */
  readonly edited: string;
  /** The source whose post a colleague edits during a run, where the fault is just that. */
  readonly laterEdited: string;
  /** The most requests that a run with nothing to do may make. */
  readonly restingRequests: number;
  look(posts: readonly Post[], account: number): View;
  /** The steps that a write may be, or be a part of; several where the bytes leave it open. */
  stepsOf(write: Write, known: Known): Sent[];
}

export const colleagueLine = 'On Fridays, ask Ada first.';
export const laterLine = 'Since May this also holds for the test system.';

/** A line that a colleague wrote on the site, and that has to stay. */
export interface Edit {
  readonly title: string;
  readonly line: string;
}

/** A text with a line that a colleague adds at its end. */
export function withLine(body: string, line: string): string {
  return `${body}\n${line}\n`;
}

export function isComplete({ titles }: Scenario, view: View): boolean {
  return Object.keys(titles).every((source) => view.shows(source));
}

export function titleOf({ titles, name }: Scenario, source: string): string {
  const title = titles[source];
  if (title === undefined) throw new Error(`the scenario of ${name} has no ${source}`);
  return title;
}

/** What comes up more than once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
