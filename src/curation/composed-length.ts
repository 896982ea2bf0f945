import { mostCharacters, type Draft } from '../model/draft.ts';
import type { Finding } from '../model/finding.ts';
import type { PostContent } from '../model/post.ts';
import type { RuleInfo } from './rule.ts';
import { aPost } from './texts.ts';

/** An address that comes in only when a text is written is not known yet: so many characters are kept for it. */
const anAddress = 100;

export const bodyTooLong: RuleInfo = {
  id: 'body-too-long',
  severity: 'error',
  fixed: true,
  about: `The text of an article has at most ${mostCharacters.article} characters as it is posted, the texts of a question and its answer ${mostCharacters.question} each.`,
};

/** An error for each text that is too long for the site, as it would be posted. */
export function lengthFindings(
  { kind, key: source, provenance, place }: Draft,
  content: PostContent,
): readonly Finding[] {
  const { holes = [] } = content;
  const limit = mostCharacters[kind];
  const texts = {
    body: content.body,
    ...(content.kind === 'question' && { answer: content.answer }),
  };
  return Object.entries(texts).flatMap(([name, text]) => {
    const length = text.length + holes.filter(({ field }) => field === name).length * anAddress;
    if (length <= limit) return [];
    return {
      rule: bodyTooLong.id,
      severity: 'error',
      source,
      provenance,
      place,
      message: `The ${name} has ${length} characters, expected at most ${limit} in ${aPost[kind]}.`,
      remedy: 'Split the text into several sources.',
    } satisfies Finding;
  });
}
