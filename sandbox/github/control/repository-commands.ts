import * as z from 'zod/mini';
import { command } from '../../control/command.ts';
import { misuse, id } from '../../control/input.ts';
import { FakeGitHub } from '../fake-github.ts';
import { commitFiles, mergeCommits, putBranch } from '../git/git-files.ts';
import { roles } from '../users.ts';
import { putPull } from './put-pull.ts';

const name = z.string().check(z.regex(/^[\w.-]+$/));
const files = z.record(z.string().check(z.minLength(1)), z.nullable(z.string()));

const newRepositorySchema = z.strictObject({
  name,
  private: z.optional(z.boolean()),
  archived: z.optional(z.boolean()),
  fork: z.optional(z.boolean()),
  topics: z.optional(z.array(z.string())),
  defaultBranch: z.optional(z.string()),
  /** The role of `ada-admin`, who is an admin where it is left out. */
  role: z.optional(z.enum(roles)),
  /** Of its first commit; empty: it has none. */
  files: z.optional(files),
});
export type NewRepositoryInput = z.input<typeof newRepositorySchema>;

/** Other repositories of the organisation, and what changes the files of one. */
export const repositoryCommands = [
  command('new-repository', newRepositorySchema, async (github: FakeGitHub, input) => {
    const repository = `${github.owner}/${input.name}`;
    if (github.repository(github.owner, input.name) !== null)
      throw misuse(`Cannot make ${repository}: it is there.`);
    const made = new FakeGitHub(
      { repository, private: input.private ?? false, seed: null, beside: github },
      github.clock,
    );
    Object.assign(made, {
      plan: github.plan,
      archived: input.archived ?? false,
      fork: input.fork ?? false,
      topics: input.topics ?? [],
      defaultBranch: input.defaultBranch ?? 'main',
    });
    const admin = made.users.find('ada-admin');
    if (admin !== null && input.role !== undefined) made.users.setRole(admin, input.role);
    github.siblings.set(repository.toLowerCase(), made);
    const { files: first = { 'README.md': `# ${input.name}\n` } } = input;
    if (Object.keys(first).length > 0)
      await commitFiles(made.git, made.defaultBranch, first, { at: github.clock.now() });
    return { repository };
  }),
  // Onto a branch; the default one where none is named.
  command(
    'commit',
    z.strictObject({ files, branch: z.optional(z.string()) }),
    async (github: FakeGitHub, input) => {
      const branch = input.branch ?? github.defaultBranch;
      const from = github.defaultBranch;
      const at = github.clock.now();
      return { commit: await commitFiles(github.git, branch, input.files, { at, from }) };
    },
  ),
  // As a person does it with the button.
  command('merge', z.strictObject({ number: id }), async (github: FakeGitHub, { number }) => {
    const pull = github.threads.get(number);
    if (pull?.state !== 'open') throw misuse(`Cannot merge ${number}: it is not open.`);
    const [base, head] = await Promise.all(
      [pull.base, pull.head].map((each) => github.git.resolve(`refs/heads/${each}`)),
    );
    if (!base || !head) throw misuse(`Cannot merge ${number}: a branch of it is not there.`);
    const at = github.clock.now();
    const commit = await mergeCommits(github.git, base, head, `Merge #${number}\n`, at);
    await putBranch(github.git, pull.base, commit);
    return putPull(github, { number, state: 'merged', mergeCommit: commit });
  }),
] as const;
