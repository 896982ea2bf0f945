// The parts, as the package's entry would bring all of it into the bundle.
import type { GraphQLError } from 'graphql/error/GraphQLError.js';
import { execute } from 'graphql/execution/execute.js';
import { OperationTypeNode } from 'graphql/language/ast.js';
import { Kind } from 'graphql/language/kinds.js';
import { parse } from 'graphql/language/parser.js';
import { buildSchema } from 'graphql/utilities/buildASTSchema.js';
import { validate } from 'graphql/validation/validate.js';
import type { FakeGitHub } from '../fake-github.ts';
import { GitHubProblem } from '../problem.ts';
import { readJson } from '../read-json.ts';
import type { Caller } from '../tokens.ts';
import { rootOf } from './resolvers.ts';
import { schemaText } from './schema-text.ts';

const schema = buildSchema(schemaText);

/** Answers a GraphQL request; refusals are part of the answer. Throws a `GitHubProblem` for a bad body. */
export async function serveGraphql(
  github: FakeGitHub,
  caller: Caller,
  body: Buffer,
): Promise<object> {
  const { query, variables, operationName } = read(body);
  let document;
  try {
    document = parse(query, { maxTokens: 20_000 });
  } catch (error) {
    return { errors: [spelled(error as GraphQLError)] };
  }
  const writes = document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation !== OperationTypeNode.QUERY,
  );
  if (writes) throw new GitHubProblem(501, 'The sandbox does not serve mutations.');
  const flaws = validate(schema, document);
  if (flaws.length > 0) return { errors: flaws.map(spelled) };
  const { data, errors } = await execute({
    schema,
    document,
    rootValue: rootOf({ github, caller }),
    variableValues: variables,
    operationName,
  });
  return {
    ...(data !== undefined && { data }),
    ...(errors !== undefined && { errors: errors.map(spelled) }),
  };
}

function read(body: Buffer): {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName: string | null;
} {
  const { query, variables, operationName } = (readJson(body) ?? {}) as Record<string, unknown>;
  if (typeof query !== 'string')
    throw new GitHubProblem(400, 'A query attribute must be specified.');
  return {
    query,
    variables: (typeof variables === 'object' && variables !== null ? variables : {}) as Record<
      string,
      unknown
    >,
    operationName: typeof operationName === 'string' ? operationName : null,
  };
}

/** GitHub writes an error's `type` beside its message. */
function spelled(error: GraphQLError): object {
  const { type } = error.extensions;
  const { message, path, locations } = error;
  return {
    ...(typeof type === 'string' && { type }),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
    message,
  };
}
