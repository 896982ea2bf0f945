import { byId } from './by-id.ts';
import { has, type Caller } from './callers.ts';
import { noteModel } from './models.ts';
import { paged } from './paged.ts';
import { GitLabProblem, notFound, type GitLabMergeRequest, type GitLabUser } from './records.ts';
import type { Route } from './route.ts';

const notes = 'merge_requests/*/notes';
const longestNote = 1_000_000;

/** The notes on merge requests. A job reads them with its own token, and writes none. */
export const noteRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: notes,
    jobs: true,
    run({ gitlab, query, parts: [iid] }) {
      const merge = byId(gitlab.mergeRequests, iid);
      const own = [...gitlab.notes.values()].filter((note) => note.mergeRequest === merge.iid);
      const by = query.get('order_by') === 'updated_at' ? 'updated' : 'created';
      const sign = query.get('sort') === 'asc' ? 1 : -1;
      const sorted = own.toSorted((a, b) => sign * (a[by] - b[by] || a.id - b.id));
      const { body, headers } = paged(sorted, query, (note) =>
        note.hidden ? null : noteModel(gitlab, note),
      );
      // What is not for everyone is left out of a page that was counted with it.
      return { body: (body as readonly unknown[]).filter((each) => each !== null), headers };
    },
  },
  {
    method: 'POST',
    path: notes,
    jobs: false,
    run({ gitlab, caller, body, parts: [iid] }) {
      const merge = byId(gitlab.mergeRequests, iid);
      const { user } = mayTalk(caller, merge);
      const text = bodyOf(body);
      gitlab.quickActions.push(...quickActionsIn(text));
      const note = gitlab.putNote({ mergeRequest: merge.iid, body: text, author: user.username });
      return { body: noteModel(gitlab, note) };
    },
  },
  {
    method: 'PUT',
    path: `${notes}/*`,
    jobs: false,
    run({ gitlab, caller, body, parts: [iid, id] }) {
      const merge = byId(gitlab.mergeRequests, iid);
      const note = byId(gitlab.notes, id);
      const { user } = mayTalk(caller, merge);
      if (note.mergeRequest !== merge.iid) throw notFound('Note');
      if (note.system || (note.author.id !== user.id && !has(user, 'maintainer')))
        throw new GitLabProblem(403, '403 Forbidden');
      const text = bodyOf(body);
      gitlab.quickActions.push(...quickActionsIn(text));
      const changed = gitlab.putNote({ ...note, author: note.author.username, body: text });
      return { body: noteModel(gitlab, changed) };
    },
  },
];

/** Throws where somebody may not say anything: there are no words for it, only a status. */
function mayTalk(
  { user }: Caller,
  { isLocked }: GitLabMergeRequest,
): { readonly user: GitLabUser } {
  if (user === null || !has(user, isLocked ? 'guest' : 'none'))
    throw new GitLabProblem(403, '403 Forbidden');
  return { user };
}

function bodyOf(body: Buffer): string {
  const { body: text } = JSON.parse(body.toString('utf8')) as { readonly body?: unknown };
  if (typeof text !== 'string' || text.trim() === '' || text.length > longestNote)
    throw new GitLabProblem(400, 'body is invalid');
  return text;
}

/** Lines outside of fenced code that begin with a command. */
function quickActionsIn(text: string): readonly string[] {
  const outside = text.replaceAll(/^```[^]+?\n```$/gm, '');
  return outside.match(/^\/[a-z_]+\b.*$/gim) ?? [];
}
