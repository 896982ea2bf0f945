import { Fault } from '../../model/error.ts';
import { isObject } from '../../model/is-object.ts';
import type { HttpAnswer } from '../http/exchange.ts';
import type { Asked } from './asked.ts';
import { isId } from './ids.ts';
import { answerToFault } from './to-fault.ts';

/** The codes with which a site refuses a text, and not whoever sent it. */
const refusals: ReadonlySet<string> = new Set([
  'site-rejected',
  'duplicate-post',
  'quality-refused',
  'tag-refused',
]);

/**
 * Throws the fault of every answer to a write of an empty text but the refusal of that text. `made` is
 * what the answer holds, where it took it.
 */
export function requireRefusedText(answer: HttpAnswer, asked: Asked, made: unknown): void {
  const fault = answerToFault(answer, asked);
  if (refusals.has(fault.code)) return;
  if (answer.status >= 300 || !isObject(made)) throw fault;
  const id = made['id'] ?? made['article_id'];
  throw new Fault(
    'site',
    'response-differs',
    `Cannot ${asked.doing}: the site took an Article without title and text${isId(id) ? `, as article ${id}` : ''}.`,
    { remedy: 'Delete that Article on the site; the token writes.' },
  );
}
