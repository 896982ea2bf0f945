import { describe, test } from 'vitest';
import { multipartFile } from '../../../../src/adapters/stack/multipart-file.ts';
import { digestOfBytes } from '../../../../src/model/digest.ts';
import { aPicture } from '../../../kit/pictures.ts';
import { stackDescription } from '../../../kit/stack-description.ts';
import { call, type Answer } from '../../call.ts';
import { stackHarness } from '../../harness.ts';
import { article } from '../article.ts';

// It is the vendor's, and not part of the project: where it is absent, that is printed.
const description = stackDescription();

describe.skipIf(!description)('answers fit the official description', () => {
  const check = (method: string, path: string, answer: Answer) =>
    description?.expectAnswer(method, path, answer);
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
    [
      'with experts',
      team,
      { switches: { experts: { [article.tags[0] ?? '']: { users: [21], groups: [1001] } } } },
    ],
    ['without experts', team, { switches: { expertise: 'off' } }],
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
    check('GET', `${place}/user-groups/{userGroupId}`, await api('GET', '/user-groups/1001'));
    check('GET', `${place}/user-groups/{userGroupId}`, await api('GET', '/user-groups/9'));
    check('GET', `${place}/users`, await api('GET', '/users'));
    check('GET', `${place}/tags`, await api('GET', '/tags'));
    check('GET', `${place}/tags/{tagId}`, await api('GET', '/tags/1'));
    check('GET', `${place}/tags/{tagId}`, await api('GET', '/tags/99'));
    const experts = `${place}/tags/{tagId}/subject-matter-experts`;
    check('GET', experts, await api('GET', '/tags/1/subject-matter-experts'));
    check('GET', experts, await api('GET', '/tags/99/subject-matter-experts'));
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

    const { type, content: raw } = multipartFile({
      type: 'png',
      digest: digestOfBytes(aPicture()),
      bytes: aPicture(),
    });
    const upload = `${place}/images/upload`;
    const image = await api('POST', '/images/upload', { type, raw });
    check('POST', upload, image);
    check('POST', upload, await api('POST', '/images/upload', { type, raw, token: 'read' }));
    check('POST', upload, await api('POST', '/images/upload', { type, raw: '' }));
    check(
      'POST',
      upload,
      await api('POST', '/images/upload', { type: 'image/jpeg', raw: '<svg/>' }),
    );
    check('GET', `${place}/images/{imageId}`, await api('GET', `/images/${image.json.id}`));
  });
});
