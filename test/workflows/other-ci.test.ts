import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ciSchemaPath } from '../../scripts/workflow-tools.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { hadolint } from './linters.ts';

const examples = join(import.meta.dirname, '../../examples');

describe.each([
  ['bitbucket/bitbucket-pipelines.yml', 'bitbucket-pipelines', 'trigger: manual'],
  ['circleci/config.yml', 'circle-ci', 'requires: [plan]'],
  ['buildkite/pipeline.yml', 'buildkite', 'allowed_teams: stack-maintainers'],
  ['azure/azure-pipelines.yml', 'azure-pipelines', 'dependsOn: Plan'],
])('%s', (file, schema, line) => {
  /** What the CI's own schema finds wrong. */
  const flaws = async (text: string) => {
    // The patterns of Azure's are none with the flag `u`.
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    formats.default(ajv);
    const validate = ajv.compile(
      JSON.parse(await readFile(ciSchemaPath(schema), 'utf8')) as object,
    );
    return validate(parse(text, { merge: true })) ? [] : validate.errors;
  };

  test('is what the CI takes', async () => {
    expect(await flaws(await readFile(join(examples, file), 'utf8'))).toEqual([]);
  });

  test('would not be with another value', async () => {
    const text = await readFile(join(examples, file), 'utf8');
    expect(await flaws(text.replace(line, line.replace(/:.*/, ': 5')))).not.toEqual([]);
  });
});

describe('hadolint', () => {
  test('finds nothing in the Dockerfile', async () => {
    expect(await hadolint(join(examples, 'docker'), 'Dockerfile')).toEqual({ code: 0, output: '' });
  });

  test('finds what is wrong', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'Dockerfile'), 'FROM node\nRUN cd / && apt-get install git\n');
    expect((await hadolint(folder, 'Dockerfile')).code).toBe(1);
  });
});
