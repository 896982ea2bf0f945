import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must, NotSo, openStage, type Stage, type StageOptions } from './open-stage.ts';

interface DemoOptions extends StageOptions {
  /** Leave the sandbox running, to look at the posts. */
  readonly keep: boolean;
  /** Tells what went wrong. */
  readonly error: (text: string) => void;
}

/**
 * Tells the whole story on a sandbox: the real commands as processes of their own, real HTTP, a real
 * git repository. False where anything that it tells did not happen.
 */
export async function playDemo({ keep, error, ...options }: DemoOptions): Promise<boolean> {
  const { print } = options;
  const started = performance.now();
  try {
    await using stage = await openStage(options);
    print(`A handbook with four marked pages, and a sandbox of Stack Internal: ${stage.about}.`);
    await tell(stage, print);
    stage.say('The posts, as readers see them:');
    for (const post of await stage.site.posts())
      if (post.kind !== 'answer') print(`  ${stage.addressOf(post)}  ${post.title}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    stage.say(`All of this happened, in ${seconds} s.`);
    if (keep) {
      print(`The repository is ${stage.folder}. Stop the sandbox with Ctrl+C.`);
      await new Promise((resolve) => process.once('SIGINT', resolve));
    } else {
      print('Look at them with: stack-publish demo --keep');
    }
    return true;
  } catch (cause) {
    if (!(cause instanceof NotSo)) throw cause;
    error(`The demo did not go as told: expected ${cause.message}`);
    return false;
  }
}

async function tell(stage: Stage, print: DemoOptions['print']): Promise<void> {
  const { folder, site, fakeGitHub, articles, say, show, commit, cli, json } = stage;
  const { approval, replaceIn, killedOnce } = stage;

  say('1. Plan: what would be posted where, under which account, every byte of it.');
  const planned = await cli('plan');
  must(planned.code === 0, planned.stderr);
  show(planned.stdout, 18);
  show(planned.stdout.trimEnd().split('\n').slice(-3).join('\n'));
  const { digest } = await json('plan');
  must(digest !== null, 'a plan with a digest');

  say('2. Without an approval nothing is published.');
  const refused = await cli('publish');
  show(refused.stderr);
  must(refused.code === 3, 'exit code 3');
  must((await articles()).length === 0, 'no post on the site');

  say('3. Approved: just that plan is carried out.');
  const published = await cli('publish', '--digest', digest);
  show(published.stdout);
  must(published.code === 0, published.stderr);
  must((await articles()).length === 4, 'four posts');

  say('4. Again: nothing to do.');
  const again = await json('plan');
  print('$ stack-publish plan', 'faint');
  const { site: requests } = again.requests;
  show(
    `${again.counts.unchanged} unchanged; ${requests.total} requests to the site, ${requests.writes} of them writes`,
  );
  must(
    again.digest === null && requests.total <= 3 && requests.writes === 0,
    'a silent second run',
  );

  say('5. A colleague edits a post on the site: that edit is kept.');
  const posts = await articles();
  const onCall = posts.find(({ title }) => title.startsWith('On call'));
  must(onCall !== undefined, 'the post about being on call');
  await site.edit(onCall.id, { body: `${onCall.body}\nThe incidents channel is #incidents.\n` });
  const kept = await cli('plan');
  show(kept.stdout);
  must(kept.stdout.includes('edited on the site'), 'the edit is reported');
  must((await site.post(onCall.id)).body.includes('#incidents'), 'the edit is still there');

  say('6. A file changes: its post is updated in place, after a look at the difference.');
  const flags = join(folder, 'docs/feature-flags.md');
  await replaceIn(flags, 'at most 30 days', 'at most 20 days');
  await commit('Shorten the life of release flags');
  const changed = await cli('plan');
  show(changed.stdout.split('\n').slice(0, 10).join('\n'));
  const next = await json('plan');
  const updated = await cli('publish', '--digest', next.digest ?? '');
  show(updated.stdout);
  must(updated.code === 0, updated.stderr);
  const flag = (await articles()).find(({ title }) => title.startsWith('Feature flags'));
  must(flag?.body.includes('at most 20 days') === true, 'the new text on the site');

  say('7. The answer to a create gets lost on its way. The post is looked for, not posted again.');
  await writeFile(
    join(folder, 'docs/backups.md'),
    '---\ntitle: Restoring a backup, step by step\ntags: [backups]\nstack: article\n---\n\nA backup that was never restored is a hope. Restore one every month.\n',
  );
  await commit('Tell how to restore a backup');
  const create = await json('plan');
  await site.fault({ kind: 'lost', method: 'POST', path: '/articles' });
  const lost = await cli('publish', '--digest', create.digest ?? '');
  show(lost.stdout);
  must(lost.code === 0, lost.stderr);
  const copies = (await articles()).filter(({ title }) => title.startsWith('Restoring'));
  must(copies.length === 1, 'the post exists once');

  say('8. The source changes, and so did the post: other lines of both. The two are merged.');
  const page = join(folder, 'docs/on-call-first-hour.md');
  await replaceIn(page, 'within five minutes', 'within three minutes');
  await commit('Acknowledge sooner');
  const merging = await cli('plan');
  show(merging.stdout.split('\n').slice(0, 12).join('\n'));
  must(merging.stdout.includes('merge  '), 'a merge to approve');
  must((await cli(...(await approval()))).code === 0, 'the merge is published');
  const merged = (await site.post(onCall.id)).body;
  must(merged.includes('within three minutes'), "the source's change");
  must(merged.includes('#incidents'), "the colleague's change");

  say('9. Both change the same line: the page is held until somebody decides.');
  await site.edit(flag.id, { body: flag.body.replace('at most 20 days', 'at most 45 days') });
  await replaceIn(flags, 'at most 20 days', 'at most 14 days');
  await commit('Shorten it again');
  const conflict = await cli('plan');
  show(conflict.stdout);
  must(conflict.stdout.includes('held  docs/feature-flags.md: conflict'), 'a conflict is held');
  const resolved = await cli('resolve', 'docs/feature-flags.md', 'source');
  show(resolved.stdout);
  must(resolved.code === 0, resolved.stderr);
  must((await cli(...(await approval()))).code === 0, 'the resolution is published');
  must((await site.post(flag.id)).body.includes('at most 14 days'), "the source's text");

  say('10. The run is killed right after the site made a post, before it could write that down.');
  await writeFile(
    join(folder, 'docs/certificates.md'),
    '---\ntitle: Which certificates expire next\ntags: [tls]\nstack: article\n---\n\nRun `edgectl certs list --sort end` on Mondays.\n',
  );
  await commit('List the certificates');
  const crash = await approval();
  await site.fault({ kind: 'lost', method: 'POST', path: '/articles', end: 'silence' });
  const named = async () =>
    (await articles()).filter(({ title }) => title.startsWith('Which certificates'));
  print(`$ stack-publish ${crash.join(' ')}`, 'faint');
  await killedOnce(async () => (await named()).length === 1, crash);
  show('killed');
  const recovered = await cli(...crash);
  show(recovered.stdout);
  must(recovered.code === 0, recovered.stderr);
  must((await named()).length === 1, 'the post exists once');

  say('11. A FAQ file: each heading is a question, what follows is its accepted answer.');
  await writeFile(
    join(folder, 'docs/faq.md'),
    '---\ntags: [tls]\nstack: faq\n---\n\n## How often are TLS keys rotated?\n\nEvery 60 days, and at once when a laptop was lost.\n\n## Who may rotate them at night?\n\nWhoever is on call: the role `edge-operator` comes with it.\n',
  );
  await commit('Answer what people ask about keys');
  const asked = await cli(...(await approval()));
  show(asked.stdout);
  must(asked.code === 0, asked.stderr);
  const accepted = (await site.posts()).filter(
    (post) => post.kind === 'question' && post.accepted !== null,
  );
  must(accepted.length === 2, 'two questions with accepted answers');

  say('12. A merged pull request with the label `stack:article`: its release note, and no more.');
  const today = new Date().toISOString();
  await fakeGitHub.pullRequest({
    number: 128,
    title: 'feat(edge): reload certificates without a restart',
    body: 'Refactors the loader.\n\n```release-note\nThe edge proxy picks up new certificates within a minute. No restart is needed any more.\n```\n\nReviewed with the platform team.\n',
    labels: ['stack:article'],
    state: 'merged',
    merged: today,
    updated: today,
  });
  const notes = await cli('plan');
  show(notes.stdout.split('\n').slice(0, 8).join('\n'));
  const released = await cli(...(await approval()));
  show(released.stdout);
  must(released.code === 0, released.stderr);
  const note = (await articles()).find(({ title }) => title.startsWith('reload certificates'));
  must(note !== undefined && !note.body.includes('Refactors'), 'the note alone is posted');

  await tellOfRelease(stage);
  const last = await json('publish');
  must(last.decision === 'none', 'nothing left to do');
}

async function tellOfRelease({
  folder,
  fakeGitHub,
  articles,
  say,
  show,
  commit,
  head,
  cli,
  approval,
}: Stage): Promise<void> {
  say('13. A release: one Article of the notes in it, in sections, each with its link.');
  const config = join(folder, '.github/stack-publish.yml');
  const releases =
    "sources: { releases: { tags: ['v*'], sections: { feature: New, bug: Fixed } } }\n";
  await appendFile(config, releases);
  await commit('Publish releases');
  const merge = async (number: number, label: string, note: string) => {
    await writeFile(join(folder, `change-${number}.txt`), note);
    await commit(`Merge pull request #${number}`);
    const body = `\`\`\`release-note\n${note}\n\`\`\`\n`;
    const labels = ['stack:article', label];
    const mergeCommit = await head();
    await fakeGitHub.pullRequest({
      number,
      title: `Change ${number}`,
      body,
      labels,
      state: 'merged',
      mergeCommit,
    });
  };
  await merge(
    129,
    'feature',
    'Certificates are checked every hour, and the on-call is paged a week before one ends.',
  );
  await merge(130, 'bug', 'The proxy keeps its conections when a certificate is replaced.');
  await head('v1.4.0');
  const name = 'Edge proxy 1.4: certificates without a restart';
  await fakeGitHub.release({ tag: 'v1.4.0', name });
  const made = await cli(...(await approval()));
  show(made.stdout);
  must(made.code === 0, made.stderr);
  const release = async () => (await articles()).filter(({ title }) => title === name);
  const [article] = await release();
  must(article !== undefined && article.body.includes('## New'), 'one Article with its sections');
  show(article.body);

  say('14. A note of it is corrected: the same Article, updated in place.');
  await fakeGitHub.pullRequest({
    number: 130,
    body: '```release-note\nThe proxy keeps its connections when a certificate is replaced.\n```\n',
  });
  const corrected = await cli(...(await approval()));
  show(corrected.stdout);
  must(corrected.code === 0, corrected.stderr);
  const after = await release();
  must(
    after.length === 1 && after[0]?.body.includes('connections') === true,
    'one corrected Article',
  );
}
