import type { LogEntry } from '../../../sandbox/index.ts';
import type { Write } from './write.ts';

/** A version of the API, and how to read what is asked of a site over it. */
export interface Api {
  readonly name: 'v3' | 'v2.3';
  /** A line of the configuration; null where it needs none. */
  readonly limits: string | null;
  /** How many trials run side by side. */
  readonly lanes: number;
  /** What a request wants written; null where it holds anything that no step has. */
  writeOf(entry: LogEntry): Write | null;
  /** Whether a request reads a post, whose kind is named as paths name it. */
  reads(entry: LogEntry, posts: 'articles' | 'questions', id: number): boolean;
  /** Whether a request changes it. */
  changes(entry: LogEntry, posts: 'articles' | 'questions', id: number): boolean;
}
