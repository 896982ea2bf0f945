import { describe, expect, it } from 'vitest';
import { draftContext, type DraftRepository } from '../../src/curation/context.ts';
import { examine } from '../../src/curation/curate.ts';
import { aDraft } from './a-draft.ts';

const open: DraftRepository = { isPublic: true, name: 'acme/app' };
const closed: DraftRepository = { isPublic: false, name: 'acme/app' };

function found(text: string, repository: DraftRepository | null = null): string[] {
  const body = `A line that is long enough.\n\n${text}\n`;
  return examine(aDraft({ body }), draftContext(repository)).map(
    ({ rule, severity, place }) => `${rule} ${severity} ${place?.line}:${place?.column}`,
  );
}

describe('image-host', () => {
  it.each([
    'https://localhost/a.png',
    'http://localhost:8080/a.png',
    'https://127.0.0.1/a.png',
    'https://127.1/a.png',
    'https://2130706433/a.png',
    'https://10.0.0.5/a.png',
    'https://172.16.0.1/a.png',
    'https://172.31.255.1/a.png',
    'https://192.168.1.1/a.png',
    'https://169.254.1.1/a.png',
    'https://[::1]/a.png',
    'https://[fe80::1]/a.png',
    'https://[fd00::1]/a.png',
    'https://[::ffff:10.0.0.5]/a.png',
    'https://nas.local/a.png',
    'https://wiki.acme.internal/a.png',
    'https://wiki.acme.corp./a.png',
    'https://box.lan/a.png',
    'https://wiki/a.png',
    'HTTPS://WIKI/a.png',
    'file:///home/ada/a.png',
    'http://img.acme.example/a.png',
    'https://raw.githubusercontent.com/acme/app/main/a.png?token=GHSAT0',
    'https://private-user-images.githubusercontent.com/1/2.png?jwt=a',
    'https://acme.s3.amazonaws.com/a.png?X-Amz-Algorithm=a&X-Amz-Expires=300',
    'https://gitlab.com/acme/app/-/blob/main/a.png',
  ])('finds an image at %s', (url) => {
    expect(found(`![a](<${url}>)`)).toEqual(['image-host warning 8:1']);
    expect(found(`<img src="${url}">`)).toEqual(['image-host warning 8:1']);
    expect(found(`![a][b]\n\n[b]: <${url}>`)).toEqual(['image-host warning 10:1']);
    expect(found(`\`![a](${url})\` and [a](<https://a.example>)`)).toEqual([]);
  });

  it.each([
    'https://img.acme.example/a.png',
    'https://172.32.0.1/a.png',
    'https://11.0.0.1/a.png',
    'https://[2001:db8::1]/a.png',
    'https://localhost.acme.example/a.png',
    'https://corp.acme.example/a.png',
    'https://local.example/a.png?token=a',
    'https://raw.githubusercontent.com/acme/app/main/a.png',
    'https://github.com/acme/app/blob/main/a.png?raw=true',
    'https://github.com/acme/app/raw/HEAD/a.png',
    'https://github.com/user-attachments/assets/1',
    'https://gitlab.com/acme/app/-/raw/main/a.png',
  ])('lets an image at %s pass', (url) => {
    expect(found(`![a](${url})`)).toEqual([]);
    expect(found(`![a](${url})`, open)).toEqual([]);
  });

  it.each([
    'https://raw.githubusercontent.com/acme/app/main/a.png',
    'https://github.com/Acme/App/raw/HEAD/a.png',
    'https://github.com/user-attachments/assets/1',
  ])('finds %s where the repository is private', (url) => {
    expect(found(`![a](${url})`, closed)).toEqual(['image-host warning 8:1']);
    expect(found(`[a](${url})`, closed)).toEqual([]);
  });

  it('knows no other private repository', () => {
    expect(found('![a](https://github.com/acme/other/raw/HEAD/a.png)', closed)).toEqual([]);
    const noName = { isPublic: false, name: '' };
    expect(found('![a](https://github.com/acme/app/raw/HEAD/a.png)', noName)).toEqual([]);
  });
});

describe('internal-address', () => {
  it.each([
    ['[a](http://10.0.0.5/b)', 5],
    ['[a](https://wiki.acme.corp/b)', 5],
    ['<https://wiki.acme.internal>', 2],
    ['See http://go/keys.', 5],
    ['See http://192.168.0.7:8080/a, please.', 5],
    ['ssh://git@git.acme.lan/a', 1],
    ['<a href="https://nas.local/">b</a>', 10],
    ['See https://[fd12::1]/a.', 5],
  ])('finds %j in a public repository alone', (text, column) => {
    expect(found(text, open)).toEqual([`internal-address warning 8:${column}`]);
    expect(found(text, closed)).toEqual([]);
    expect(found(text)).toEqual([]);
  });

  it.each([
    'Open http://localhost:3000 or http://127.0.0.1.',
    'See https://acme.example/http://10.0.0.',
    '`http://10.0.0.5`',
    '```sh\ncurl http://10.0.0.5\n```',
    'The network 10.0.0.0/8, and wiki.acme.corp.',
    'http://kubernetes.default.svc.cluster.local and http://host.docker.internal:80',
    'http://169.254.169.254/latest',
    'https://HOST:PORT/a, https://your-host/a, https://<host>/a, https://{host}/a, https://${HOST}/a',
    'https://10.x.x.x/a and https://',
    '<!-- http://10.0.0.5 -->',
  ])('lets %j pass', (text) => {
    expect(found(text, open)).toEqual([]);
  });

  it('leaves images to their own rule, and keeps its place after what was found', () => {
    expect(found('![a](https://10.0.0.5/b.png) and http://go/a', open)).toEqual([
      'image-host warning 8:1',
      'internal-address warning 8:34',
    ]);
  });
});
