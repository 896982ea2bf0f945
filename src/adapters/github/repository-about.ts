import { anyObject, flag, nullable, object, text } from '../shape.ts';
import type { Asked } from './to-fault.ts';
import type { GitHub } from './open-github.ts';
import { shaped } from './shaped.ts';

/** What is asked of the repository itself. */
export const aboutFields = 'isPrivate visibility defaultBranchRef { name }';

export interface About {
  /** Whether everyone may read it; null where GitHub does not tell. */
  readonly isPublic: boolean | null;
  /** Null where it has no branch yet. */
  readonly defaultBranch: string | null;
}

const branch = nullable(object({ name: text }));

/** Reads the answer to `aboutFields`. */
export function aboutOf(repository: Readonly<Record<string, unknown>>, asked: Asked): About {
  const isPrivate = shaped(flag, repository['isPrivate'], asked);
  const visibility = shaped(text, repository['visibility'], asked);
  // An internal repository is open to a whole company only; a word yet unknown may mean anything.
  const isPublic =
    isPrivate || visibility === 'PRIVATE' || visibility === 'INTERNAL'
      ? false
      : visibility === 'PUBLIC'
        ? true
        : null;
  const ref = shaped(branch, repository['defaultBranchRef'], asked);
  return { isPublic, defaultBranch: ref?.name ?? null };
}

const asked: Asked = { doing: 'look at the repository', permissions: 'contents: read' };

/** Asks what the repository is. */
export async function readAbout(github: GitHub): Promise<About> {
  const query = `query Repository($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${aboutFields} }
}`;
  return aboutOf(repositoryOf(await github.graphql(asked, query, github.repository), asked), asked);
}

/** The repository's part of an answer; the rest of its shape is for the caller to check. */
export function repositoryOf(data: unknown, asked: Asked): Readonly<Record<string, unknown>> {
  return shaped(anyObject, shaped(anyObject, data, asked)['repository'], asked);
}
