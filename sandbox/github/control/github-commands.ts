import { fileSchema, putFile } from './put-file.ts';
import { putRelease, releaseSchema } from './put-release.ts';
import * as z from 'zod/mini';
import { command, faultCommands, type Commands } from '../../control/command.ts';
import { misuse, id } from '../../control/input.ts';
import type { FakeGitHub } from '../fake-github.ts';
import { permissionNames, tokenNames } from '../tokens.ts';
import { roles } from '../users.ts';
import { login } from './input.ts';
import { repositoryCommands } from './repository-commands.ts';
import { runCommands } from './run-commands.ts';
import { threadCommands } from './thread-commands.ts';

const level = z.enum(['read', 'write', 'none']);

/** The changes to GitHub that a control call below `github/` can make. */
export const gitHubCommands: Commands<FakeGitHub> = new Map([
  command(
    'repository',
    z.strictObject({
      private: z.optional(z.boolean()),
      defaultBranch: z.optional(z.string()),
      plan: z.optional(z.enum(['team', 'enterprise'])),
    }),
    async (github, input) => {
      github.private = input.private ?? github.private;
      github.plan = input.plan ?? github.plan;
      for (const sibling of github.siblings.values()) sibling.plan = github.plan;
      if (input.defaultBranch !== undefined) {
        await github.git.setHead(input.defaultBranch);
        github.defaultBranch = input.defaultBranch;
      }
      return { private: github.private, defaultBranch: github.defaultBranch, plan: github.plan };
    },
  ),
  // As a workflow's `permissions:` block: what it does not name is not given; null: the default.
  command(
    'permissions',
    z.strictObject({
      token: z.optional(z.enum(['job', 'job-read', 'bot', 'app-user'])),
      permissions: z.nullable(z.partialRecord(z.enum(permissionNames), level)),
    }),
    (github, { token = 'job', permissions }) => {
      if (permissions === null) github.permissions.delete(token);
      else {
        const given = Object.entries(permissions).filter(([, value]) => value !== 'none');
        github.permissions.set(token, Object.fromEntries(given));
      }
      return Object.fromEntries(github.permissions);
    },
  ),
  command(
    'user',
    z.strictObject({
      login,
      id: z.optional(id),
      type: z.optional(z.enum(['User', 'Bot'])),
      role: z.optional(z.enum(roles)),
    }),
    (github, input) => {
      const known = github.users.find(input.login);
      const fits = known !== null && input.id === undefined && input.type === undefined;
      const user = fits ? known : github.users.add(input.login, input.type ?? 'User', input.id);
      if (input.role !== undefined) github.users.setRole(user, input.role);
      return { ...user, role: github.users.role(user) };
    },
  ),
  // Those of the repository, in the place of those before.
  command(
    'labels',
    z.strictObject({ names: z.array(z.string().check(z.minLength(1))) }),
    (github, { names }) => {
      github.labels = new Set(names);
      return names;
    },
  ),
  ...threadCommands,
  ...repositoryCommands,
  ...runCommands,
  command('file', fileSchema, putFile),
  command('release', releaseSchema, putRelease),
  command('delete-release', z.strictObject({ tag: z.string() }), (github, { tag }) => {
    if (!github.releases.delete(tag))
      throw misuse(`Cannot delete the release ${tag}: there is none.`);
    return { tag };
  }),
  ...faultCommands<FakeGitHub>(({ faults }) => faults.waiting),
  command(
    'rate-limit',
    z.strictObject({ token: z.enum(tokenNames), remaining: z.int().check(z.minimum(0)) }),
    (github, { token, remaining }) => {
      const caller = github.caller(github.tokens[token]);
      if (caller === null) throw misuse(`Cannot limit the token ${token}: nobody has it.`);
      github.rates.setRemaining(caller, remaining, github.clock.now());
      return github.rates.peek(caller, 'core', github.clock.now());
    },
  ),
]);
