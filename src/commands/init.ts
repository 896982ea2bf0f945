import type { InitDocument } from '../report/documents/init.ts';
import { Fault } from '../model/error.ts';
import { defineCommand, type CommandResult } from './command.ts';
import type { LocalSession } from './session.ts';

/** Sets a repository up for publishing. */
export const init = defineCommand({
  name: 'init',
  summary: 'set up a repository: configuration, workflows, labels; and what is left to click',
  operands: [],
  options: {
    tier: { type: 'string', value: 'TIER', about: 'business or enterprise' },
    team: { type: 'string', value: 'SLUG', about: 'the team: the last part of …/c/SLUG' },
    url: {
      type: 'string',
      value: 'URL',
      about: "the Enterprise's site, as https://stack.acme.example",
    },
    api: { type: 'string', value: 'VERSION', about: 'v3 (default) or v2.3' },
    tags: {
      type: 'string',
      value: 'LIST',
      about: 'tags of a page that names none, as tls,security',
    },
    approval: {
      type: 'string',
      value: 'WAY',
      about: 'reviewers, comments or dispatch (default: reviewers where there may be some)',
    },
    reviewers: {
      type: 'string',
      value: 'LIST',
      about: 'who approves: logins, and teams as ORGANISATION/TEAM',
    },
    'ledger-file': {
      type: 'string',
      value: 'PATH',
      about: 'keep the ledger in a file: for a trial at a terminal, without workflows',
    },
    org: {
      type: 'string',
      value: 'NAME',
      about: 'the repositories of an organisation on GitHub, by its API; see docs/fleet.md',
    },
    topic: { type: 'string', value: 'TOPIC', about: 'with --org: those with this topic' },
    match: {
      type: 'string',
      value: 'PATTERN',
      about: 'with --org: those with such a name; a star stands for any characters',
    },
    repositories: {
      type: 'string',
      value: 'FILE',
      about: 'with --org: those that a file names, one a line',
    },
    all: { type: 'boolean', about: 'with --org: every one; asks, or wants --yes' },
    yes: { type: 'boolean', about: 'with --org: ask nothing before the first write' },
    'dry-run': {
      type: 'boolean',
      about: 'write nothing, send nothing but reads, and say what would be',
    },
  },
  notes: `Asks at a terminal for what no flag says. Writes .github/stack-publish.yml and the workflows
that fit; with GITHUB_TOKEN of an admin (\`GITHUB_TOKEN="$(gh auth token)"\`) also creates the labels
and the two environments, limited to the default branch. Then prints what is left to do, in order,
and what doctor says. Whatever is there already stays as it is; run it again at any time.
With --org, needs no checkout: files come by a pull request in each repository that lacks some.

Exit code: 0, or 1 where something failed, or 2 where a flag does not fit.`,
  stopped: 'Stopped: what was set up stays. Run it again, and it goes on.',
  needs: 'the repository',

  async run(session: LocalSession, { options, verbose }): Promise<CommandResult> {
    const { askLine, ask } = session;
    const person = askLine && {
      ask: askLine,
      tell: (text: string) => session.instruct([text]),
      askYesNo: (question: string) => (ask ? ask(question) : Promise.resolve(false)),
    };
    if (options.org !== null) {
      const { runForOrg } = await import('./init/org/run-for-org.ts');
      return runForOrg(session, options.org, options, person, verbose);
    }
    requireNoOrgFlag(options);
    const [context, { setUp }, { initLines }, { checkSetUp }] = await Promise.all([
      session.openInit(),
      import('./init/set-up.ts'),
      import('../report/init-report.ts'),
      import('./init/check-set-up.ts'),
    ]);
    await using open = context;
    const { approval, steps, left } = await setUp(open, options, person);
    const dryRun = options['dry-run'];
    const examined = dryRun && open.config === null ? null : await checkSetUp(session);
    const sent = open.github?.setup?.requests ?? { total: 0, writes: 0 };
    const document: InitDocument = {
      schema: 1,
      command: 'init',
      dryRun,
      repository: open.github?.name ?? null,
      approval,
      steps,
      left,
      checks: examined?.checks ?? null,
      next: left[0]?.do ?? examined?.next ?? 'Run it without `--dry-run`.',
      requests: {
        site: examined?.requests.site ?? { total: 0, writes: 0 },
        forge: {
          total: sent.total + (examined?.requests.forge.total ?? 0),
          writes: sent.writes,
        },
      },
    };
    return {
      document,
      lines: (view) => initLines(view.document(document), verbose),
      exitCode: steps.some(({ state }) => state === 'failed') ? 1 : 0,
    };
  },
});

/** Flags that say which repositories are for those of an organisation. Throws `usage`. */
function requireNoOrgFlag(options: Readonly<Record<string, unknown>>): void {
  const given = ['topic', 'match', 'repositories', 'all', 'yes'].find((flag) => options[flag]);
  if (given === undefined) return;
  throw new Fault('usage', 'usage', `Cannot set up: --${given} is for --org NAME.`, {
    remedy: 'Add `--org NAME`, or leave it out.',
  });
}
