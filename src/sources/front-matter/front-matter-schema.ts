import * as z from 'zod/mini';
import { articleTypes } from '../../model/draft.ts';
import { editorsSchema } from '../../yaml/editors-schema.ts';
import { oneOf, text } from '../../yaml/fields.ts';

// A front matter is read with its numbers as text. A key without a value is an absent one.

const number = (expected: string, pattern: RegExp) =>
  z.pipe(text(expected, pattern), z.transform(Number));

/** Half a surrogate pair, which only an escape in YAML can give, cannot be sent as UTF-8. */
const plainLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]*$/u;

const title = z
  .string('a text (in quotes if need be)')
  .check(z.trim(), z.regex(plainLine, 'one line without control characters'));

const tags = z.pipe(
  z.array(
    z.string('a tag as text (in quotes if need be)'),
    'a list of tags, such as [tls, security]',
  ),
  z.transform((tags) => [...new Set(tags)]),
);

/** The name by which a source is known wherever it stands. */
export const pinnedId = text(
  'up to 100 letters, digits, `.`, `_` or `-`',
  /^[A-Za-z0-9._-]{1,100}$/,
);

const level = number('the level of the question headings, from 1 to 6', /^[1-6]$/);
const editors = editorsSchema((expected) => number(expected, /^[1-9]\d{0,14}$/));

function schemaOf(forms: readonly ('article' | 'faq')[], expected: string) {
  const form = z.enum(forms, expected);
  const settings = z.strictObject({
    as: z.nullish(form),
    id: z.nullish(pinnedId),
    title: z.nullish(title),
    tags: z.nullish(tags),
    type: z.nullish(oneOf(articleTypes)),
    editors: z.nullish(editors),
    level: z.nullish(level),
  });
  const short = z.transform((as: z.output<typeof form>): z.output<typeof settings> => ({ as }));
  return z.object({
    stack: z.nullish(z.union([z.pipe(form, short), settings], expected)),
    title: z.nullish(title),
    tags: z.nullish(tags),
  });
}

/** What is ours in a front matter, by the form that a label tells already. */
export const frontMatterSchemas = {
  any: schemaOf(['article', 'faq'], '`article` or `faq`'),
  article: schemaOf(['article'], "`article`, as the pull request's label says"),
  faq: schemaOf(['faq'], "`faq`, as the pull request's label says"),
};
