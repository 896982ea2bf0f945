import * as z from 'zod/mini';

// The message of every check is what was expected, as a phrase: what was seen is put before it.
// Descriptions reach the JSON Schema and docs/configuration.md.

/** Attaches a description (and more for the JSON Schema) to a schema. */
export function about<Schema extends z.core.$ZodType>(
  schema: Schema,
  description: string,
  more: Record<string, unknown> = {},
): Schema {
  z.globalRegistry.add(schema, { description, ...more });
  return schema;
}

/** A described schema of what has this value unless it is given. */
export const setting = <Schema extends z.core.$ZodType>(
  schema: Schema,
  unlessGiven: z.core.util.NoUndefined<z.core.input<Schema>>,
  description: string,
) => about(z.prefault(schema, unlessGiven), description);

/** Text of one form. */
export const text = (expected: string, pattern: RegExp) =>
  z.string(expected).check(z.regex(pattern, expected));

/** One line of text without blanks around it. */
export const line = (expected: string) =>
  text(expected, /^(?!\s)[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,1000}(?<!\s)$/u);

/** A word of a closed list. */
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `one of ${values.join(', ')}`);

export const flag = () => z.boolean('true or false');

/** A list without repetition. */
export const list = <Item extends z.core.$ZodType>(item: Item, expected: string) => {
  const unique = (items: readonly unknown[]) => new Set(items).size === items.length;
  const schema = z
    .array(item, expected)
    .check(z.refine(unique, { error: `${expected}, each once` }));
  z.globalRegistry.add(schema, { uniqueItems: true });
  return schema;
};

/** A list without repetition that holds something. */
export const filled = <Item extends z.core.$ZodType>(item: Item, expected: string) =>
  list(item, expected).check(z.minLength(1, `${expected}, at least one`));

/** An id of the site. */
export const id = (expected: string) => z.int(expected).check(z.positive(expected));

/** A tag by the site's rules. */
export const tag = () =>
  text(
    'a tag of 1 to 35 characters: lower-case letters, digits and + # - . only (numbers in quotes)',
    /^[a-z0-9+#.-]{1,35}$/,
  );

/** Looks into an object that may be of any shape, as checks across keys run beside failed ones. */
export const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
