import type { FakeGitHub } from '../github/fake-github.ts';
import type { Comment, Run, Thread } from '../github/records.ts';
import type { SandboxState } from '../sandbox-state.ts';
import type { Layout } from './layout.ts';
import { markup, type Html } from './markup.ts';

/** A page of the local GitHub by its path; null where that is none of its repository. */
export async function gitHubPage(
  { github, stack }: SandboxState,
  [owner, name, kind, ...rest]: readonly string[],
): Promise<Layout | null> {
  const page = (title: string, content: Html): Layout => ({
    title,
    stack,
    site: stack.origin,
    content: markup`<p class="sandbox-meta">
        <span>Local GitHub</span>
        <a class="s-link" href="/${github.fullName}">${github.fullName}</a>
        <span>${github.private ? 'private' : 'public'}</span>
      </p>
      ${content}`,
  });
  if (owner !== undefined && !github.isNamed(owner, name ?? '')) return null;
  if (kind === undefined) return page(github.fullName, await overview(github, stack.origin));
  const [id = ''] = rest[0] === 'runs' ? rest.slice(1) : rest;
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  if (kind === 'pull' || kind === 'issues') {
    const thread = github.threads.get(number);
    if (thread) return page(thread.title, threadContent(github, thread));
  }
  const run = kind === 'actions' ? github.runs.get(number) : undefined;
  if (run) return page(`Run ${run.id}`, runContent(run));
  const nothing = markup`<h1 class="sandbox-title">Not here</h1>
    <p>The local GitHub shows its repository, pull requests, issues and runs.</p>`;
  return { ...page('Not here', nothing), status: 404 };
}

async function overview(github: FakeGitHub, site: string): Promise<Html> {
  const head = await github.git.resolve(`refs/heads/${github.defaultBranch}`);
  const threads = [...github.threads.values()].toReversed();
  const runs = [...github.runs.values()].toReversed();
  const environments = [...github.environments.values()];
  return markup`<h1 class="sandbox-title">${github.fullName}</h1>
    <p>
      ${head === null ? 'Nothing was pushed yet.' : markup`Branch ${github.defaultBranch} is at <code>${head.slice(0, 12)}</code>.`}
      Clone it: <code>git clone ${github.origin}/${github.fullName}.git</code>
    </p>
    <p>
      REST is at <code>${github.origin}</code>, GraphQL at <code>${github.origin}/graphql</code>; both
      take the tokens of the <a class="s-link" href="${site}/_control">control page</a>.
    </p>
    ${list(
      'Pull requests and issues',
      threads,
      (thread) => markup`<a
          class="s-link"
          href="/${github.fullName}/${thread.kind === 'pull' ? 'pull' : 'issues'}/${thread.number}"
          >#${thread.number} ${thread.title}</a
        >
        <span class="s-badge">${thread.state}</span> ${thread.labels.join(', ')}`,
    )}
    ${list(
      'Runs',
      runs,
      (run) => markup`<a
          class="s-link"
          href="/${github.fullName}/actions/runs/${run.id}"
          >${run.event} by ${run.actor.login}</a
        >
        ${run.path}`,
    )}
    ${list(
      'Environments',
      environments,
      ({ name, reviewers, branches }) => markup`${name}:
        ${reviewers.length === 0 ? 'no reviewers' : reviewers.map(({ login }) => login).join(', ')};
        branches: ${typeof branches === 'string' ? branches : branches.join(', ')}`,
    )}`;
}

function threadContent(github: FakeGitHub, thread: Thread): Html {
  const comments = [...github.comments.values()].filter((each) => each.thread === thread.number);
  return markup`<h1 class="sandbox-title">${thread.title} #${thread.number}</h1>
    <p class="sandbox-meta">
      <span class="s-badge">${thread.state}</span>
      <span>by <strong>${thread.author?.login ?? 'ghost'}</strong></span>
      <span>${thread.head} into ${thread.base}</span>
      ${thread.labels.map((label) => markup`<span class="s-tag">${label}</span>`)}
    </p>
    <pre class="sandbox-sent">${thread.body ?? ''}</pre>
    ${comments.map(commentContent)}`;
}

function commentContent({ id, author, body, lastEdited, reactions }: Comment): Html {
  const marks = reactions.map(({ content, user }) => `${content} by ${user.login}`);
  return markup`<section class="sandbox-answer" id="issuecomment-${id}">
    <p class="sandbox-meta">
      <strong>${author?.login ?? 'ghost'}</strong>
      ${lastEdited === null ? '' : markup`<span>edited</span>`}
      ${marks.length === 0 ? '' : markup`<span>${marks.join(', ')}</span>`}
    </p>
    <pre class="sandbox-sent">${body}</pre>
  </section>`;
}

function runContent(run: Run): Html {
  return markup`<h1 class="sandbox-title">Run ${run.id}: ${run.event}</h1>
    <p>
      ${run.path} on ${run.branch} at <code>${run.sha.slice(0, 12)}</code>, by
      <strong>${run.actor.login}</strong>
    </p>
    ${list(
      'Attempts',
      run.attempts,
      ({ number, triggeredBy, status, conclusion }) => markup`${number}, by
        ${triggeredBy.login}: ${conclusion ?? status}`,
    )}
    ${list(
      'Approvals',
      run.approvals,
      ({ user, state, environments }) => markup`${user.login} ${state}
        ${environments.join(', ')}`,
    )}
    ${run.waitsFor.length === 0 ? '' : markup`<p>It waits for ${run.waitsFor.join(', ')}.</p>`}`;
}

function list<Item>(title: string, items: readonly Item[], show: (item: Item) => Html): Html {
  if (items.length === 0) return markup``;
  return markup`<h2 class="sandbox-section">${title}</h2>
    <ul class="sandbox-list">${items.map((item) => markup`<li class="sandbox-item">${show(item)}</li>`)}</ul>`;
}
