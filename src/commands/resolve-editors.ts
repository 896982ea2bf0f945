import type { Draft } from '../model/draft.ts';
import { Fault } from '../model/error.ts';
import type { Finding } from '../model/finding.ts';
import type { Permissions } from '../model/post.ts';
import type { Site } from '../ports/site.ts';

/** Turns names of editors into the site's ids, asking for each name once. */
export function editorResolver(
  site: Pick<Site, 'userByEmail' | 'groupByName'>,
): (
  draft: Draft,
) => Promise<{ readonly permissions: Permissions | null } | { readonly finding: Finding }> {
  const users = new Map<string, Promise<number | null>>();
  const groups = new Map<string, Promise<number | null>>();

  const idOf = (
    name: number | string,
    known: Map<string, Promise<number | null>>,
    ask: (name: string) => Promise<number | null>,
  ): Promise<number | null> => {
    if (typeof name === 'number') return Promise.resolve(name);
    const asked = known.get(name) ?? ask(name);
    known.set(name, asked);
    return asked;
  };

  return async (draft) => {
    const { editors } = draft;
    if (editors === null) return { permissions: null };
    if (editors === 'everyone' || editors === 'owner')
      return { permissions: { editableBy: editors, users: [], groups: [] } };
    const ids = { users: [] as number[], groups: [] as number[] };
    for (const name of editors.users) {
      const id = await idOf(name, users, (email) => site.userByEmail(email)).catch(notAllowed);
      if (id === 'not-allowed')
        return {
          finding: {
            ...editorFinding(draft),
            message: `The editors name the user ${name}, and the site does not let this token look up people by e-mail.`,
            remedy: 'Give the id of the user instead.',
          },
        };
      if (id === null) return { finding: unknownEditor(draft, `user ${name}`) };
      ids.users.push(id);
    }
    for (const name of editors.groups) {
      const id = await idOf(name, groups, (group) => site.groupByName(group));
      if (id === null) return { finding: unknownEditor(draft, `user group ${name}`) };
      ids.groups.push(id);
    }
    return { permissions: { editableBy: 'specific', ...ids } };
  };
}

/** Looking up people by e-mail may be for admins only: that is this source's trouble, not the run's. */
function notAllowed(error: unknown): 'not-allowed' {
  if (error instanceof Fault && error.code === 'site-forbidden') return 'not-allowed';
  throw error;
}

/** Whom the site knows is told to its team alone. */
function unknownEditor(draft: Draft, who: string): Finding {
  return {
    ...editorFinding(draft),
    message: 'The editors name a user or a user group that cannot be found.',
    forTeam: `The site does not know the ${who}.`,
    remedy: 'Correct the name, or give the id.',
  };
}

function editorFinding({ key: source, provenance, place }: Draft) {
  return { rule: 'unknown-editor', severity: 'error', source, provenance, place } as const;
}
