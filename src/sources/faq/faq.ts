import type { Draft } from '../../model/draft.ts';
import type { Provenance } from '../../model/provenance.ts';
import { formatSourceKey, type SourceKey } from '../../model/source-key.ts';
import { lineIndex } from '../../markdown/line-index.ts';
import type { Marking } from '../front-matter/marking.ts';
import { findingOf } from '../problem-finding.ts';
import { readQuestions } from './questions.ts';
import type { Reading } from '../reading.ts';

/** What the front matter of a FAQ file says, and where its text begins. */
export interface FaqHead {
  readonly start: number;
  /** The key of the file, which the keys of its questions begin with. */
  readonly key: SourceKey;
  readonly tags: Pick<Draft, 'tags' | 'tagsPlace'>;
  readonly marking: Pick<Marking, 'level' | 'unused'>;
}

/** Reads the questions of a FAQ file: one draft for each. `text` is the whole file. */
export function readFaq(
  file: { readonly path: string; readonly revision: string },
  text: string,
  { start, key, tags, marking }: FaqHead,
): Reading {
  const provenance: Provenance = { kind: 'file', path: file.path };
  const source = formatSourceKey(key);
  const position = lineIndex(text);
  const placeOf = (offset: number) => ({ file: file.path, ...position(start + offset) });
  const level = marking.level ?? 2;
  const { questions, problems } = readQuestions(text.slice(start), { level, key });
  return {
    drafts: questions.map(({ key, title, offset, body, answer }): Draft => ({
      key,
      revision: file.revision,
      provenance,
      kind: 'question',
      title,
      body: body.text,
      answer: answer.text,
      ...tags,
      type: null,
      editors: null,
      place: placeOf(offset),
      bodyLine: position(start + body.offset).line,
      answerLine: position(start + answer.offset).line,
    })),
    findings: [
      ...marking.unused.map((problem) =>
        findingOf(problem, source, provenance, { file: file.path, ...position(problem.offset) }),
      ),
      ...problems.map((problem) => findingOf(problem, source, provenance, placeOf(problem.offset))),
    ],
  };
}
