import { toJSONSchema, type $ZodType, type JSONSchema } from 'zod/v4/core';

export type Schema = JSONSchema.BaseSchema;

/** Writes a schema as JSON Schema: what a file or document may hold. */
export function jsonSchemaOf(
  schema: $ZodType,
  title: string,
  target: 'draft-2020-12' | 'draft-07' = 'draft-2020-12',
): Schema {
  const { $schema, description, ...rest } = toJSONSchema(schema, {
    io: 'input',
    target,
    // JavaScript's own bounds of a whole number tell a reader nothing.
    override({ jsonSchema }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  }) as Schema;
  return { $schema, title, description, ...rest } as Schema;
}
