import { createHttp, type Http } from '../../../src/adapters/http/create-http.ts';
import { v3Policy } from '../../../src/adapters/stack/throttle/v3-policy.ts';
import { createSiteV3 } from '../../../src/adapters/stack/v3/create-site-v3.ts';
import type { Destination } from '../../../src/model/destination.ts';
import type { Site } from '../../../src/ports/site.ts';
import { fakeClock } from '../../kit/fake-clock.ts';
import { serve, type Answer, type Served } from '../../kit/serve.ts';

export const token = 'rl_pat_0123456789))';

export interface Opened extends AsyncDisposable {
  readonly site: Site;
  readonly seen: Served['seen'];
  readonly url: string;
  readonly http: Http;
}

/** Starts a server that answers as told, and opens it as a site. */
export async function openSite(
  answer: Answer,
  destination: Partial<Destination> = {},
): Promise<Opened> {
  const server = await serve(answer);
  const clock = fakeClock();
  const http = createHttp({
    base: server.url,
    userAgent: 'test/1',
    clock,
    timeouts: { connectMs: 100, headersMs: 60, bodyMs: 60 },
    policy: { ...v3Policy(), maxWaitMs: 5000 },
  });
  const site = createSiteV3({
    destination: { tier: 'business', site: server.url, team: 'acme', api: 'v3', ...destination },
    token,
    http,
    clock,
  });
  return {
    site,
    http,
    seen: server.seen,
    url: server.url,
    async [Symbol.asyncDispose]() {
      await http.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** An article as the site answers it. */
export function articleModel(over: object = {}): object {
  return {
    id: 12,
    type: 'howToGuide',
    title: 'Rotating keys',
    body: '<p>Rotate.</p>',
    bodyMarkdown: 'Rotate.\n',
    tags: [
      { id: 3, name: 'tls' },
      { id: 4, name: 'security' },
    ],
    owner: { id: 7, name: 'Robot' },
    creationDate: '2026-11-20T10:00:00.120Z',
    lastActivityDate: '2026-11-21T10:00:00.1234567Z',
    webUrl: 'https://stack.example/c/acme/articles/12/rotating-keys',
    isDeleted: false,
    userCanEdit: true,
    permissions: {
      editableBy: 'specificEditors',
      editorUsers: [{ id: 5, name: 'Ada' }],
      editorUserGroups: [{ id: 9, name: 'platform' }],
    },
    ...over,
  };
}
