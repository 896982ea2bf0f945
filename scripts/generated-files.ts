import { existsSync, readFileSync } from 'node:fs';
import type { $ZodType } from 'zod/v4/core';
import { configPaths } from '../src/config/config-paths.ts';
import { configSchema } from '../src/config/schema.ts';
import { fixedRuleIds } from '../src/curation/rule-ids.ts';
import { ruleInfos } from '../src/curation/rules.ts';
import { schemaAddress } from '../src/model/version.ts';
import { adoptDocument } from '../src/report/documents/adopt.ts';
import { checkDocument } from '../src/report/documents/check.ts';
import { doctorDocument } from '../src/report/documents/doctor.ts';
import { errorDocument } from '../src/report/documents/error.ts';
import { indexDocument } from '../src/report/documents/index.ts';
import { initDocument } from '../src/report/documents/init.ts';
import { initOrgDocument } from '../src/report/documents/init-org.ts';
import { loginDocument } from '../src/report/documents/login.ts';
import { planDocument } from '../src/report/documents/plan.ts';
import { publishDocument } from '../src/report/documents/publish.ts';
import { resolveDocument } from '../src/report/documents/resolve.ts';
import { sandboxDocument } from '../src/report/documents/sandbox.ts';
import { statusDocument } from '../src/report/documents/status.ts';
import { actionFile, actionTables } from './action-file.ts';
import { commandTable } from './command-table.ts';
import { configurationPage } from './configuration-page.ts';
import { dialectTable, differencesTable } from './dialect-table.ts';
import { jsonSchemaOf, type Schema } from './json-schema.ts';
import { modulesTable } from './modules-table.ts';
import { replaceRegions } from './regions.ts';

const documentSchemas: Readonly<Record<string, $ZodType>> = {
  adopt: adoptDocument,
  check: checkDocument,
  doctor: doctorDocument,
  error: errorDocument,
  index: indexDocument,
  init: initDocument,
  'init-org': initOrgDocument,
  login: loginDocument,
  plan: planDocument,
  publish: publishDocument,
  resolve: resolveDocument,
  sandbox: sandboxDocument,
  status: statusDocument,
};

/** Parts of hand-written pages that are made from the source, by page and name. */
const regions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { action: `\n${actionTables()}\n`, commands: `\n${commandTable()}\n` },
  'docs/architecture.md': { modules: `\n${modulesTable()}\n` },
  'docs/markdown.md': {
    dialect: `\n${await dialectTable()}\n`,
    differences: `\n${differencesTable()}\n`,
  },
};

/** Every file that is made from the source, by its path in the project at `root` (a file: URL). */
export function generatedFiles(root: URL): ReadonlyMap<string, string> {
  const config = configJsonSchema('config.json', 'draft-2020-12');
  const files = new Map([
    ['schema/config.json', json(config)],
    ['schema/config-draft-07.json', json(configJsonSchema('config-draft-07.json', 'draft-07'))],
    ['schema/schemastore.json', json(schemaStoreEntry)],
    ...Object.entries(documentSchemas).map(([name, schema]): [string, string] => [
      `schema/${name}.json`,
      json(jsonSchemaOf(schema, `stack-publish ${name}`)),
    ]),
    ['action.yml', actionFile()],
    ['docs/configuration.md', configurationPage(config, ruleInfos)],
  ]);
  for (const [path, made] of Object.entries(regions)) {
    const page = new URL(path, root);
    if (existsSync(page)) files.set(path, replaceRegions(readFileSync(page, 'utf8'), made));
  }
  return files;
}

/** What SchemaStore needs to offer the schema to every editor. It asks for draft-07. */
const schemaStoreEntry = {
  name: 'stack-publish',
  description: 'Configuration of stack-publish, which publishes curated docs to Stack Internal',
  fileMatch: configPaths.map((path) => `**/${path}`),
  url: schemaAddress('config-draft-07.json'),
};

/** The configuration's schema, with the ids of the rules, so that an editor completes them. */
function configJsonSchema(file: string, draft: 'draft-2020-12' | 'draft-07'): Schema {
  const { $schema, ...rest } = jsonSchemaOf(configSchema, 'stack-publish configuration', draft);
  const schema = { $schema, $id: schemaAddress(file), ...rest } as Schema;
  const rules = schema.properties?.['rules'] as Schema;
  const severities = rules.additionalProperties as Schema;
  delete rules.propertyNames;
  rules.properties = Object.fromEntries(
    ruleInfos.map(({ id, about }) => [
      id,
      fixedRuleIds.includes(id)
        ? { description: about, const: 'error' }
        : { description: about, ...severities },
    ]),
  );
  rules.additionalProperties = false;
  return unlessExtended(schema);
}

/** What must be there may stand in the file that this one extends. */
function unlessExtended({ required, ...schema }: Schema): Schema {
  const destination = schema.properties?.['destination'] as Schema;
  const needs = { type: 'object', required: destination.required, allOf: destination.allOf };
  delete destination.required;
  delete destination.allOf;
  return {
    ...schema,
    if: { not: { required: ['extends'] } },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { required, properties: { destination: needs } },
  } as Schema;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
