import { branchesFlaw, reviewersFlaw } from '../../approval/environment-flaw.ts';
import type { Config } from '../../config/schema.ts';
import { placeName } from '../../model/destination.ts';
import { counted } from '../../model/counted.ts';
import { bugFault, Fault } from '../../model/error.ts';
import type { ApprovalForge, EnvironmentRules } from '../../ports/approval-forge.ts';
import type { Forge } from '../../ports/forge.ts';
import type { LedgerStore } from '../../ports/ledger-store.ts';
import type { Instant } from '../../model/post.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Site } from '../../ports/site.ts';
import { checkNames } from '../../report/check-names.ts';
import type { DoctorDocument } from '../../report/documents/doctor.ts';
import { tokenEnd } from './token-end.ts';

type Check = DoctorDocument['checks'][number];
type Name = Check['check'];
/** What a check says. Everything that it throws is a failure of this check. */
type Seen = Omit<Check, 'check'> & { readonly forTeam?: string | null };

/** What is looked at. Each part is opened by itself, so that one which fails hides no other. */
export interface DoctorContext {
  /** The version of Node.js, such as 24.1.0. */
  readonly node: string;
  readonly gitVersion: () => Promise<string>;
  repository(): Promise<Repository>;
  config(): Promise<Config>;
  /**
   * The remote's default branch, null where it does not tell, and the ref that this run is for, null
   * where HEAD is detached. Null where the ledger is a file, for which branches do not count.
   */
  defaultBranch(): Promise<{ readonly name: string | null; readonly here: string | null } | null>;
  ledger(): Promise<LedgerStore>;
  /** Git's words where the ledger's branch cannot be pushed to; null: it can, or it is a file. */
  pushRefusal(): Promise<string | null>;
  readonly now: () => Instant;
  /** What STACK_TOKEN_EXPIRES holds. */
  readonly tokenExpires: string | undefined;
  /** Throws `token-missing`. */
  site(): Promise<Site>;
  /** The source of pull requests, as plans read it; null where no GitHub repository is known. */
  pullRequests(): Promise<Pick<Forge, 'mergedPullRequests' | 'isPublic'> | null>;
  /** Null where no GitHub repository is known, or no token for it. */
  forge(): Promise<Pick<ApprovalForge, 'environment' | 'branchesOf'> | null>;
}

const ok = (message: string): Seen => ({ state: 'ok', message, remedy: null });
const skipped = (message: string): Seen => ({ state: 'skipped', message, remedy: null });
const warning = (message: string, remedy: string): Seen => ({ state: 'warning', message, remedy });
const failed = (message: string, remedy: string): Seen => ({ state: 'failed', message, remedy });

/** Tries everything that can be wrong, and writes nothing. Never throws. */
export async function examine(context: DoctorContext): Promise<DoctorDocument> {
  const checks: Check[] = [];
  /** By what failed, or cannot be looked at because of that: what failed first. */
  const causes = new Map<Name, Name>();
  for (const check of checkNames) {
    const { needs, look } = examinations[check];
    const cause = needs.map((name) => causes.get(name)).find((name) => name !== undefined);
    const seen = cause
      ? skipped(`needs ${cause}, which failed`)
      : await look(context).catch(failureOf);
    if (cause ?? seen.state === 'failed') causes.set(check, cause ?? check);
    checks.push({ check, ...seen });
  }
  return { schema: 1, command: 'doctor', checks };
}

function failureOf(error: unknown): Seen {
  const { message, remedy, forTeam } = error instanceof Fault ? error : bugFault(error);
  return { ...failed(message, remedy), forTeam };
}

const examinations: Readonly<
  Record<
    Name,
    { readonly needs: readonly Name[]; readonly look: (context: DoctorContext) => Promise<Seen> }
  >
> = {
  programs: {
    needs: [],
    async look({ node, gitVersion }) {
      const git = await gitVersion();
      const seen = `Node.js ${node}, ${git}`;
      if (Number.parseInt(node, 10) >= 24) return ok(seen);
      return failed(`${seen}, expected Node.js 24 or newer`, 'Install a newer Node.js.');
    },
  },
  repository: {
    needs: ['programs'],
    look: async (context) => ok((await context.repository()).root),
  },
  configuration: {
    needs: ['repository'],
    async look(context) {
      const { destination, approval } = await context.config();
      return ok(
        `${placeName({ site: destination.url, team: destination.team })} (${destination.tier}); approved by ${approval.accept.join(', ')}`,
      );
    },
  },
  'default-branch': {
    needs: ['configuration'],
    async look(context) {
      const branch = await context.defaultBranch();
      if (branch === null) return skipped('the ledger is a file: the commit of HEAD counts');
      const { name, here } = branch;
      if (name === null || here === null || here === `refs/heads/${name}`)
        return ok(`plans are made from ${name ?? 'what the remote has'}`);
      return warning(
        `this is ${here}, where a plan is refused`,
        `Plan and publish on ${name}; on other branches run \`stack-publish check\`.`,
      );
    },
  },
  ledger: {
    needs: ['configuration'],
    async look(context) {
      const ledger = await context.ledger();
      const { index } = await ledger.read();
      const count = Object.keys(index.records).length;
      return ok(`${ledger.name} can be read and has ${counted(count, 'record')}`);
    },
  },
  'ledger-push': {
    needs: ['ledger'],
    async look(context) {
      const words = await context.pushRefusal();
      if (words === null) return ok('it can be written, as far as that shows without writing');
      return failed(
        `git may not push the ledger: ${words}`,
        'Let the run push: `permissions: { contents: write }` in a workflow, and no rule that protects the branch.',
      );
    },
  },
  site: {
    needs: ['configuration'],
    async look(context) {
      const site = await context.site();
      const me = await site.me();
      const { total } = await site.list('article', me.id, 1);
      // Where there is no list of an account, it is that of all.
      const isWhole = site.quirks?.memory.wholeLists.includes('article') === true;
      const seen = `the token belongs to account ${me.id}; ${isWhole ? 'the site has' : 'it has'} ${counted(total, 'Article')}${isWhole ? '' : ' there'}`;
      const end = tokenEnd(context.tokenExpires, context.now());
      return {
        ...(end ? warning(`${seen}; ${end.message}`, end.remedy) : ok(seen)),
        forTeam: `(its name is ${me.name})`,
      };
    },
  },
  account: {
    needs: ['site'],
    async look(context) {
      const { account } = (await context.config()).destination;
      const me = await (await context.site()).me();
      if (account === null || account === me.id) return ok(`posts belong to account ${me.id}`);
      return warning(
        `destination.account is ${account}, and the token belongs to ${me.id}: it can plan, and not publish`,
        'Publish with a token of that account, or correct destination.account.',
      );
    },
  },
  'pull-requests': {
    needs: ['configuration'],
    async look(context) {
      if ((await context.config()).sources['pull-requests'] === false)
        return skipped('sources.pull-requests is false');
      const forge = await context.pullRequests();
      if (!forge) return skipped('no GitHub repository is known');
      // All that a plan asks for, and none of what is there: each is older than that.
      const since = Number.MAX_SAFE_INTEGER;
      await forge.mergedPullRequests({ since, updatedSince: since, labels: [], numbers: [] });
      return ok('GitHub lets the token read them');
    },
  },
  environment: {
    needs: ['configuration'],
    look: (context) =>
      atGitHub(context, (rules, { approval }) => {
        const name = JSON.stringify(approval.environment);
        const needed = approval.accept.includes('environment');
        if (!rules)
          return failed(
            `the environment ${name} ${reviewersFlaw(rules)}`,
            'Create it in the settings of the repository, limit it to the default branch, and keep the token that writes there.',
          );
        if (rules.reviewers > 0) return ok(`${name} has required reviewers`);
        if (!needed) return ok(`${name} is there, and no reviewers are asked for`);
        const others = approval.accept.filter((each) => each !== 'environment');
        const seen = `the environment ${name} ${reviewersFlaw(rules)}, so it gives no approval`;
        return others.length > 0
          ? warning(
              seen,
              `Give it required reviewers, or approve by ${others.join(' or ')} and take \`environment\` out of approval.accept.`,
            )
          : failed(seen, 'Give it required reviewers, or accept `comment` or `dispatch` as well.');
      }),
  },
  'environment-branches': {
    needs: ['environment', 'default-branch'],
    look: (context) =>
      atGitHub(context, async (rules, { approval }, forge) => {
        const name = JSON.stringify(approval.environment);
        const remedy = `Limit ${name} to the default branch: under "Deployment branches and tags" choose "Selected branches and tags", and list it alone.`;
        const branches =
          rules?.branches === 'listed' ? await forge.branchesOf(approval.environment) : null;
        const expected = (await context.defaultBranch())?.name ?? null;
        const alone = branches?.length === 1 && branches[0]?.type === 'branch';
        // Where the ledger is a file, the remote is not asked for its default branch.
        const named = expected ?? (alone ? (branches[0]?.name ?? null) : null);
        const flaw = branchesFlaw(rules, branches, named);
        if (flaw === null) return ok(`${name} is limited to ${named}`);
        return failed(
          `the environment ${name} ${flaw}: what else may deploy to it can read its token`,
          remedy,
        );
      }),
  },
  'approval-ways': {
    needs: ['environment'],
    look: (context) =>
      atGitHub(context, (rules, { approval }) => {
        const { accept } = approval;
        const others = accept.filter((each) => each === 'comment' || each === 'dispatch');
        if (!rules || rules.reviewers < 1 || others.length === 0) return ok(accept.join(', '));
        return warning(
          `${others.join(' and ')} can approve, and a run by them waits for the reviewers of ${JSON.stringify(approval.environment)} too`,
          accept.includes('environment')
            ? 'Set approval.accept to [environment], or take the reviewers away.'
            : 'Take the reviewers away, or accept `environment` alone.',
        );
      }),
  },
};

/** Looks at the environment that the configuration names; skipped where it is not on GitHub. */
async function atGitHub(
  context: DoctorContext,
  look: (
    rules: EnvironmentRules | null,
    config: Config,
    forge: Pick<ApprovalForge, 'branchesOf'>,
  ) => Seen | Promise<Seen>,
): Promise<Seen> {
  const config = await context.config();
  const { accept, environment } = config.approval;
  if (!accept.some((each) => each === 'environment' || each === 'comment' || each === 'dispatch'))
    return skipped(`approved by ${accept.join(', ')}, not on GitHub`);
  const forge = await context.forge();
  if (!forge)
    return {
      ...skipped('GitHub cannot be asked'),
      remedy: 'Set GITHUB_TOKEN, and GITHUB_REPOSITORY where `origin` is not on GitHub.',
    };
  return look(await forge.environment(environment), config, forge);
}
