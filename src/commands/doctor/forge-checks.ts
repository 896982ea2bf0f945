import { branchesFlaw, reviewersFlaw } from '../../approval/environment-flaw.ts';
import { isInConfig } from '../../config/config-places.ts';
import type { Config } from '../../config/schema.ts';
import { Fault } from '../../model/error.ts';
import type { ApprovalForge, EnvironmentRules } from '../../ports/approval-forge.ts';
import type { CheckName } from '../../report/check-names.ts';
import type { DoctorContext } from './doctor-context.ts';
import { failed, notChecked, ok, skipped, type Examination, type Seen } from './seen.ts';

type Name = Extract<
  CheckName,
  'pull-requests' | 'labels' | 'environment' | 'environment-branches' | 'approval-ways'
>;

/** What the forge says to its token. */
export const forgeChecks: Readonly<Record<Name, Examination>> = {
  'pull-requests': {
    needs: ['configuration'],
    async look(context) {
      if ((await context.config()).sources['pull-requests'] === false)
        return skipped('sources.pull-requests is false');
      const forge = await context.pullRequests();
      if (!forge) return skipped('no repository on GitHub, GitLab or Gitea is known');
      // All that a plan asks for, and none of what is there: each is older than that.
      const since = Number.MAX_SAFE_INTEGER;
      await forge.mergedPullRequests({ since, updatedSince: since, labels: [], numbers: [] });
      return ok('the token may read them');
    },
  },
  labels: {
    needs: ['pull-requests'],
    async look(context) {
      const config = await context.config();
      const pulls = config.sources['pull-requests'];
      const forge = pulls && (await context.pullRequests());
      if (!pulls || !forge) return skipped('pull requests are not read');
      const names = [...new Set([pulls.article, pulls.faq])];
      const found = await forge.labelsAmong(names).catch(noAnswer);
      if (found === null)
        return notChecked(
          'the forge does not tell which labels there are',
          'Look at the labels of the repository.',
        );
      const missing = names.filter((name) => !found.includes(name)).map((name) => `\`${name}\``);
      if (missing.length === 0) return ok(`the repository has ${names.join(', ')}`);
      // Pull requests are read unless told otherwise: this one publishes other things, most likely.
      if (missing.length === names.length && !isInConfig(config, ['sources', 'pull-requests']))
        return ok(
          `the repository has neither ${missing.join(' nor ')}, so no pull request is taken`,
          `To publish from pull requests as well, create the labels ${missing.join(' and ')} under Issues → Labels; to have them not read at all, set sources.pull-requests to false.`,
        );
      return failed(
        'label-missing',
        `the repository has no label ${missing.join(' and none ')}, with which pull requests are marked`,
        `Create the label ${missing.join(' and ')}, or correct sources.pull-requests (false: they are not read).`,
      );
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
            'environment-unprotected',
            `the environment ${name} ${reviewersFlaw(rules)}`,
            'Create it in the settings of the repository, limit it to the default branch, and keep the token that writes there.',
          );
        if (rules.reviewers > 0) return ok(`${name} has required reviewers`);
        if (!needed) return ok(`${name} is there, and no reviewers are asked for`);
        const others = approval.accept.filter((each) => each !== 'environment');
        const seen = `the environment ${name} ${reviewersFlaw(rules)}, so it gives no approval`;
        return others.length > 0
          ? ok(
              `${seen}; ${others.join(' or ')} does`,
              'Take `environment` out of approval.accept, or give it required reviewers.',
            )
          : failed(
              'environment-unprotected',
              seen,
              'Give it required reviewers, or accept `comment` or `dispatch` as well.',
            );
      }),
  },
  'environment-branches': {
    needs: ['environment'],
    look: (context) =>
      atGitHub(context, async (rules, { approval }, forge) => {
        const name = JSON.stringify(approval.environment);
        const remedy = `Limit ${name} to the default branch: under "Deployment branches and tags" choose "Selected branches and tags", and list it alone.`;
        const branch = await context.defaultBranch().catch(noAnswer);
        if (branch === null && (await hasBranchLedger(context)))
          return skipped('needs default-branch, which failed');
        const branches =
          rules?.branches === 'listed' ? await forge.branchesOf(approval.environment) : null;
        const alone = branches?.length === 1 && branches[0]?.type === 'branch';
        // Where the ledger is a file, the remote is not asked for its default branch.
        const named = branch?.name ?? (alone ? (branches[0]?.name ?? null) : null);
        const flaw = branchesFlaw(rules, branches, named);
        if (flaw === null) return ok(`${name} is limited to ${named}`);
        return failed(
          'environment-unprotected',
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
        return ok(
          `${others.join(' and ')} can approve, and a run by them waits for the reviewers of ${JSON.stringify(approval.environment)} too`,
          accept.includes('environment')
            ? 'Set approval.accept to [environment], or take the reviewers away.'
            : 'Take the reviewers away, or accept `environment` alone.',
        );
      }),
  },
};

/** Whether something of GitHub's can be a yes. */
export function isApprovedOnGitHub({ approval }: Pick<Config, 'approval'>): boolean {
  return approval.accept.some(
    (each) => each === 'environment' || each === 'comment' || each === 'dispatch',
  );
}

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
  if (!isApprovedOnGitHub(config))
    return skipped(`approved by ${accept.join(', ')}, not on GitHub`);
  if (context.isGitea)
    return skipped('environments of Gitea have no reviewers and hold no secrets');
  const forge = await context.forge();
  if (!forge)
    return notChecked(
      'GitHub cannot be asked',
      'Set GITHUB_TOKEN, and GITHUB_REPOSITORY where `origin` is not on GitHub.',
    );
  return look(await forge.environment(environment), config, forge);
}

async function hasBranchLedger(context: DoctorContext): Promise<boolean> {
  return 'branch' in (await context.config()).ledger;
}

function noAnswer(error: unknown): null {
  if (error instanceof Fault) return null;
  throw error;
}
