import { Fault } from '../../model/error.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import type { Asked } from './asked.ts';
import { parseJson } from './parse-json.ts';
import { unknownOutcome } from './unknown-outcome.ts';

/** The fault of an answer that says success and is not what was asked for. */
export function unexpectedAnswer(
  answer: HttpAnswer,
  asked: Asked,
  expected = 'JSON',
): Fault<'site'> {
  if (asked.effect === 'write') return unknownOutcome(`an answer without ${expected}`, asked);
  const start = answer.body.toString('utf8', 0, 200).trimStart();
  const seen =
    start === ''
      ? 'nothing'
      : /^<(?:!doctype|html|head|body)/i.test(start)
        ? 'a web page'
        : parseJson(answer.body) === undefined
          ? 'other text'
          : 'other JSON';
  return new Fault(
    'site',
    'site-not-json',
    `Cannot ${asked.doing}: ${asked.host} answered with ${seen}, expected ${expected}.`,
    {
      remedy:
        'Check that destination.url is the address of the API, and that no proxy answers with its log-in page instead.',
    },
  );
}
