import { toJSONSchema, type $ZodType, type JSONSchema } from 'zod/v4/core';

export type Schema = JSONSchema.BaseSchema;

/** Writes a schema as JSON Schema (draft 2020-12): what a file or document may hold. */
export function jsonSchemaOf(schema: $ZodType, title: string): Schema {
  const { $schema, description, ...rest } = toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    // JavaScript's own bounds of a whole number tell a reader nothing.
    override({ jsonSchema }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  }) as Schema;
  return { $schema, title, description, ...rest } as Schema;
}
