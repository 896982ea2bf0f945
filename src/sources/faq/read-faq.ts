import type { Draft } from '../../model/draft.ts';
import { formatSourceKey, type SourceKey } from '../../model/source-key.ts';
import { findingsOf, type Problem, type Reading } from '../reading.ts';
import { readQuestions } from './read-questions.ts';

interface Faq {
  /** Where its text begins, after the front matter. */
  readonly start: number;
  /** The key of what it is from, which the keys of its questions begin with. */
  readonly key: SourceKey;
  /** The level of the question headings; null for the highest level that the text has. */
  readonly level: number | null;
  /** What its questions share. */
  readonly common: Pick<Draft, 'revision' | 'provenance' | 'tags' | 'tagsPlace' | 'author'>;
  readonly unused: readonly Problem[];
  /** Where an offset stands in the file; null for a note, whose lines nobody sees. */
  readonly placeOf: ((offset: number) => { file: string; line: number; column: number }) | null;
}

/** Reads the questions of a FAQ: one draft for each. `text` is all of it, with its front matter. */
export function readFaq(
  text: string,
  { start, key: of, level, common, unused, placeOf }: Faq,
): Reading {
  const { questions, problems } = readQuestions(text.slice(start), { level, key: of });
  const placeIn = (offset: number) => placeOf?.(start + offset) ?? null;
  const source = formatSourceKey(of);
  const { provenance } = common;
  return {
    drafts: questions.map(({ key, title, offset, body, answer }): Draft => {
      const answerLine = placeIn(answer.offset)?.line;
      return {
        ...common,
        key,
        kind: 'question',
        title,
        body: body.text,
        answer: answer.text,
        type: null,
        editors: null,
        place: placeIn(offset),
        bodyLine: placeIn(body.offset)?.line ?? 1,
        ...(placeOf && body.cuts.length > 0 && { bodyCuts: body.cuts }),
        ...(answerLine && { answerLine }),
        ...(placeOf && answer.cuts.length > 0 && { answerCuts: answer.cuts }),
      };
    }),
    findings: [
      ...findingsOf(unused, source, provenance, (offset) => placeOf?.(offset) ?? null),
      ...findingsOf(problems, source, provenance, placeIn),
    ],
  };
}
