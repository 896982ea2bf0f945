import { existsSync, readFileSync } from 'node:fs';
import type { $ZodType } from 'zod/v4/core';
import { configSchema } from '../src/config/schema.ts';
import { fixedRuleIds } from '../src/curation/rule-ids.ts';
import { ruleInfos } from '../src/curation/rules.ts';
import * as documents from '../src/report/documents.ts';
import { actionFile, actionTables } from './action-file.ts';
import { configurationPage } from './configuration-page.ts';
import { jsonSchemaOf, type Schema } from './json-schema.ts';
import { modulesTable } from './modules-table.ts';
import { replaceRegions } from './regions.ts';

const documentSchemas: Readonly<Record<string, $ZodType>> = {
  adopt: documents.adoptDocument,
  check: documents.checkDocument,
  doctor: documents.doctorDocument,
  error: documents.errorDocument,
  index: documents.indexDocument,
  plan: documents.planDocument,
  publish: documents.publishDocument,
  resolve: documents.resolveDocument,
  sandbox: documents.sandboxDocument,
  status: documents.statusDocument,
};

/** Parts of hand-written pages that are made from the source, by page and name. */
const regions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'README.md': { action: `\n${actionTables()}\n` },
  'docs/architecture.md': { modules: `\n${modulesTable()}\n` },
};

/** Every file that is made from the source, by its path in the project at `root` (a file: URL). */
export function generatedFiles(root: URL): ReadonlyMap<string, string> {
  const config = configJsonSchema();
  const files = new Map([
    ['schema/config.json', json(config)],
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

/** The configuration's schema, with the ids of the rules, so that an editor completes them. */
function configJsonSchema(): Schema {
  const schema = jsonSchemaOf(configSchema, 'stack-publish configuration');
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
  return schema;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
