import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, type Answer } from '../../call.ts';
import { stackHarness } from '../../harness.ts';
import { nullable } from '../../nullable.ts';
import { article } from '../article.ts';

const file = fileURLToPath(
  new URL('../../../../../shared/openapi/stack-internal-v3.json', import.meta.url),
);
const present = existsSync(file);
if (!present) process.stderr.write(`Skipped: no API description at ${file}\n`);

interface Description {
  readonly paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  readonly components: object;
}
interface Response {
  readonly content?: Record<string, { readonly schema: object }>;
}

describe.skipIf(!present)('answers fit the official description', () => {
  let description: Description;
  let ajv: Ajv;

  beforeAll(() => {
    description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(nullable({ $id: 'api', components: description.components }));
  });

  function check(method: string, path: string, answer: Answer): void {
    const operation = description.paths[path]?.[method.toLowerCase()];
    const response = operation?.responses[String(answer.status)];
    expect(response, `${method} ${path} ${answer.status}`).toBeDefined();
    const [type, content] = Object.entries(response?.content ?? {})[0] ?? [];
    if (content === undefined) return expect(answer.text).toBe('');
    expect(answer.headers['content-type']).toContain(type);
    if (type !== 'application/json') return;
    const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/', '"api#/')) as object;
    const validate = ajv.compile(nullable(schema));
    validate(answer.json);
    expect(validate.errors ?? [], `${method} ${path} ${answer.status}`).toEqual([]);
  }

  const team = '/teams/{team}';
  const main = '';

  test.each([
    ['as it starts', team, {}],
    ['of an Enterprise: a private team', team, { tier: 'enterprise', team: 'acme' }],
    ['of an Enterprise: the main site', main, { tier: 'enterprise' }],
    [
      'with microseconds and encodings',
      team,
      { switches: { dates: 'microseconds', bodyEncoding: 'twice', html: 'rendered' } },
    ],
  ] as const)('%s', async (_, place, options) => {
    const { api, drive, base } = await stackHarness(options);
    const permissions = {
      editableBy: 'specificEditors',
      editorUserIds: [21],
      editorUserGroupIds: [1001],
    };
    const made = await api('POST', '/articles', { body: { ...article, permissions } });
    check('POST', `${place}/articles`, made);
    const one = `${place}/articles/{articleId}`;
    const path = `/articles/${made.json.id}`;
    await drive.edit(made.json.id, { body: 'edited' });
    check('GET', one, await api('GET', path));
    check('GET', `${place}/articles`, await api('GET', '/articles'));
    check('PUT', one, await api('PUT', path, { body: article }));
    check('PUT', one, await api('PUT', path, { body: {} }));
    check(
      'POST',
      `${place}/articles`,
      await api('POST', '/articles', { body: { ...article, tags: [] } }),
    );
    check(
      'POST',
      `${place}/articles`,
      await api('POST', '/articles', { body: article, token: 'read' }),
    );
    check('GET', one, await api('GET', '/articles/99'));
    check('GET', one, await api('GET', path, { token: 'expired' }));
    check('GET', `${place}/users/me`, await api('GET', '/users/me'));
    check('GET', `${place}/users/{userId}`, await api('GET', '/users/21'));
    const email = '/users/by-email/ada@acme.example';
    check('GET', `${place}/users/by-email/{email}`, await api('GET', email, { token: 'admin' }));
    check('GET', `${place}/user-groups`, await api('GET', '/user-groups'));
    check('GET', `${place}/tags`, await api('GET', '/tags'));
    check('GET', '/stacky', await call('GET', `${base.split('/teams/')[0]}/stacky`));
    check('DELETE', one, await api('DELETE', path));
    check('GET', one, await api('GET', path, { token: 'admin' }));
    check('DELETE', one, await api('DELETE', path));

    const question = await api('POST', '/questions', {
      body: { title: 'Q?', body: 'q', tags: ['a'] },
    });
    const questions = `${place}/questions`;
    check('POST', questions, question);
    const at = `/questions/${question.json.id}`;
    const answer = await api('POST', `${at}/answers`, { body: { body: 'a' } });
    check('POST', `${questions}/{questionId}/answers`, answer);
    const single = `${questions}/{questionId}/answers/{answerId}`;
    const its = `${at}/answers/${answer.json.id}`;
    check('PUT', single, await api('PUT', its, { body: { body: 'b' } }));
    check('POST', `${single}/accept`, await api('POST', `${its}/accept`));
    check('GET', single, await api('GET', its));
    check('GET', `${questions}/{questionId}/answers`, await api('GET', `${at}/answers`));
    check('GET', `${questions}/{questionId}`, await api('GET', at));
    check(
      'PUT',
      `${questions}/{questionId}`,
      await api('PUT', at, { body: { title: 'R?', body: 'r', tags: ['b'] } }),
    );
    check('GET', questions, await api('GET', '/questions'));
    check('DELETE', `${single}/accept`, await api('DELETE', `${its}/accept`));
    check('DELETE', single, await api('DELETE', its));
    check('DELETE', `${questions}/{questionId}`, await api('DELETE', at));
  });
});
