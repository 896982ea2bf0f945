import type { FakeStack } from '../stack/fake-stack.ts';
import { bodyHtml } from '../stack/html/body-html.ts';
import { personById } from '../stack/people.ts';
import type { Post, StoredAnswer, StoredArticle, StoredQuestion } from '../stack/post.ts';
import type { Layout } from './layout.ts';
import { markup, Html } from './markup.ts';

export const typeNames: Readonly<Record<StoredArticle['type'], string>> = {
  knowledgeArticle: 'Knowledge article',
  announcement: 'Announcement',
  policy: 'Policy',
  howToGuide: 'How-to guide',
};

/** An article, or a question with its answers, as its readers see it. */
export async function postPage(
  stack: FakeStack,
  post: StoredArticle | StoredQuestion,
): Promise<Layout> {
  const answers = post.kind === 'article' ? [] : shownAnswers(stack, post);
  const shown = await Promise.all(answers.map((answer) => answerPart(answer, post)));
  const content = markup`<article>
      <h1 class="sandbox-title">${post.title}</h1>
      <div class="sandbox-meta">
        <span class="s-badge">${post.kind === 'article' ? typeNames[post.type] : 'Question'}</span>
        ${about(post)}
      </div>
      <div class="s-prose">${await prose(post)}</div>
      ${tagList(stack, post.tags)}
    </article>
    ${shown}`;
  return { title: post.title, stack, content };
}

/** The accepted answer first, then the others by age. */
function shownAnswers(stack: FakeStack, question: StoredQuestion): StoredAnswer[] {
  const answers = question.answers
    .flatMap((id) => stack.posts.get('answer', id) ?? [])
    .filter((answer) => answer.deleted === null);
  const first = (answer: StoredAnswer): number => (answer.id === question.accepted ? 0 : 1);
  return answers.sort((a, b) => first(a) - first(b) || a.id - b.id);
}

async function answerPart(answer: StoredAnswer, question: Post): Promise<Html> {
  const accepted = question.kind === 'question' && question.accepted === answer.id;
  return markup`<section class="sandbox-answer" id="${answer.id}">
    ${accepted ? markup`<p class="sandbox-accepted">Accepted answer</p>` : ''}
    <div class="s-prose">${await prose(answer)}</div>
    <div class="sandbox-meta">${about(answer)}</div>
  </section> `;
}

async function prose(post: Post): Promise<Html> {
  return new Html(await bodyHtml(post, 'rendered'));
}

/** Who wrote a post and who edited it, and when. */
export function about(post: Post): Html {
  const edited =
    post.edited === null || post.lastEditor === null
      ? ''
      : markup`<span>edited by <strong>${nameOf(post.lastEditor)}</strong>, ${time(post.edited)}</span>`;
  const locked = post.locked ? markup`<span class="s-badge s-badge__warning">Locked</span>` : '';
  return markup`<span>by <strong>${nameOf(post.owner)}</strong>, ${time(post.created)}</span>
    ${edited} ${locked}`;
}

/** The tags of a post, each with a link to its list. */
export function tagList(stack: FakeStack, tags: readonly string[]): Html {
  const items = tags.map(
    (tag) =>
      markup`<li>
        <a class="s-tag" href="${stack.path}/tags/${encodeURIComponent(tag)}">${tag}</a>
      </li>`,
  );
  return markup`<ul class="sandbox-tags" aria-label="Tags">${items}</ul>`;
}

function time(instant: number): Html {
  const iso = new Date(instant).toISOString();
  return markup`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

function nameOf(id: number): string {
  return personById(id)?.name ?? 'user deleted';
}
