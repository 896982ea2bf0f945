import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGitHub, readGitHubEvent } from '../../../src/wiring/ci/github.ts';
import { temporaryFolder } from '../../kit/temporary-folder.ts';

async function eventOf(name: string, payload: unknown) {
  const file = join(temporaryFolder(), 'event.json');
  await writeFile(file, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return readGitHubEvent({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file });
}

const body = `/publish sha256:${'0'.repeat(64)}`;
const comment = {
  action: 'created',
  issue: { number: 7, pull_request: {} },
  comment: { id: 3, body, user: { id: 2 } },
  sender: { id: 2 },
  repository: { default_branch: 'main' },
};

describe('the event', () => {
  test('of a comment that is a command has what can approve', async () => {
    expect(await eventOf('issue_comment', comment)).toEqual({
      name: 'issue_comment',
      comment: {
        id: 3,
        body,
        author: 2,
        pull: 7,
        command: { kind: 'publish', digest: body.slice('/publish '.length), except: [] },
      },
      inputs: [],
      defaultBranch: 'main',
      pull: null,
    });
  });

  test.each([
    ['was edited', { ...comment, action: 'edited' }],
    ['is on an issue', { ...comment, issue: { number: 7 } }],
    ['says more', { ...comment, comment: { ...comment.comment, body: `Please ${body}` } }],
    ['is of nobody', { ...comment, comment: { id: 3, body } }],
    ['has no id', { ...comment, comment: { body, user: { id: 2 } } }],
    ['has an odd number', { ...comment, issue: { number: '7', pull_request: {} } }],
  ])('of a comment that %s has none', async (_, payload) => {
    expect((await eventOf('issue_comment', payload)).comment).toBeNull();
  });

  test('of another kind has no comment, whatever it holds', async () => {
    expect((await eventOf('pull_request', comment)).comment).toBeNull();
  });

  test('of a start by hand has the texts among its inputs', async () => {
    const { inputs } = await eventOf('workflow_dispatch', { inputs: { a: ' one ', b: 2, c: '' } });
    expect(inputs).toEqual(['one', '']);
  });

  test.each(['', '[]', 'null', '{', '{"sender":3,"repository":[],"inputs":null}'])(
    'that cannot be read says nothing: %j',
    async (text) => {
      expect(await eventOf('workflow_dispatch', text)).toEqual({
        name: 'workflow_dispatch',
        comment: null,
        inputs: [],
        defaultBranch: null,
        pull: null,
      });
    },
  );

  test('that is not there says nothing', () => {
    expect(readGitHubEvent({})).toMatchObject({ name: '', comment: null, inputs: [] });
  });
});

test('without a runner GitHub is at its usual addresses, and nothing else is known', () => {
  expect(readGitHub({ GITHUB_TOKEN: '' })).toMatchObject({
    isRunner: false,
    repository: null,
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    givenToken: null,
    ref: null,
  });
  expect(readGitHub({ GITHUB_API_URL: 'https://git.example/api' }).graphqlUrl).toBe(
    'https://git.example/api/graphql',
  );
});
