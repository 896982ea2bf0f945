import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { nullable } from '../sandbox/nullable.ts';

const file = fileURLToPath(
  new URL('../../../shared/openapi/stack-internal-v3.json', import.meta.url),
);

type Content = Record<string, { readonly schema: object }>;
interface Operation {
  readonly requestBody?: { readonly content: Content };
  readonly responses: Record<string, { readonly content?: Content }>;
}
interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: object;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly json: unknown;
}

export interface StackDescription {
  /** Expects an answer to a path of the description, as `/articles/{articleId}`, to be one of its. */
  expectAnswer(method: string, path: string, answer: Answered): void;
  /** Expects a request, by its path below `/v3`, to be one that the description has. */
  expectRequest(method: string, path: string, sent: string | null): void;
}

/** The official description of API v3. Null, with a printed reason, where it is not at hand. */
export function stackDescription(): StackDescription | null {
  if (!existsSync(file)) {
    process.stderr.write(`Skipped: no API description at ${file}\n`);
    return null;
  }
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(nullable({ $id: 'api', components }));
  const flawsOf = ({ schema }: { readonly schema: object }, value: unknown) => {
    const whole = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;
    const validate = ajv.compile(nullable(whole));
    validate(value);
    return validate.errors ?? [];
  };
  const templateOf = (path: string) => {
    const parts = path.split('/');
    const fitting = Object.keys(paths).filter((template) => {
      const pattern = template.split('/');
      return (
        pattern.length === parts.length &&
        pattern.every((part, index) => part.startsWith('{') || part === parts[index])
      );
    });
    // `images/upload` also fits `images/{imageId}`.
    const variables = (template: string) => template.split('{').length;
    return fitting.toSorted((a, b) => variables(a) - variables(b))[0];
  };

  return {
    expectAnswer(method, path, answer) {
      const response = paths[path]?.[method.toLowerCase()]?.responses[String(answer.status)];
      const asked = `${method} ${path} ${answer.status}`;
      expect(response, asked).toBeDefined();
      const [type, content] = Object.entries(response?.content ?? {})[0] ?? [];
      if (content === undefined) return expect(answer.text).toBe('');
      expect(answer.headers['content-type']).toContain(type);
      if (type === 'application/json') expect(flawsOf(content, answer.json), asked).toEqual([]);
    },
    expectRequest(method, path, sent) {
      const operation = paths[templateOf(path) ?? '']?.[method.toLowerCase()];
      const asked = `${method} ${path}`;
      expect(operation, asked).toBeDefined();
      const { 'application/json': content, 'multipart/form-data': form } =
        operation?.requestBody?.content ?? {};
      if (content) expect(flawsOf(content, JSON.parse(sent ?? '')), asked).toEqual([]);
      // Of a form, the sandbox keeps the beginning.
      const [, field = ''] = /form-data; name="([^"]*)"/.exec(sent ?? '') ?? [];
      if (form) expect(form.schema, asked).toHaveProperty(['properties', field]);
    },
  };
}
