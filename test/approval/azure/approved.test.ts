import { describe, expect, test } from 'vitest';
import { createAzureWorld } from '../../kit/azure-world.ts';
import { json, serve } from '../../kit/serve.ts';
import { expectRefused } from '../buildkite/expect-refused.ts';

describe('who approves the stage', () => {
  test('is the approver, by what Azure DevOps says of the run', async () => {
    const world = await createAzureWorld();
    const { azure } = world;
    const made = await world.planned();
    const mia = azure.identity('Mia');
    azure.answer(made.approval, mia);
    azure.begin(made.run, made.job);
    const asked = await world.asked(async () => {
      const { code, document, output } = await world.publish(made, {
        BUILD_REQUESTEDFOR: 'Dora',
        BUILD_REQUESTEDFOREMAIL: 'dora@acme.example',
      });
      expect(code, output).toBe(0);
      expect(document.approval).toEqual({
        mechanism: 'azure',
        verified: true,
        by: { id: null, login: `Mia (${mia.id})` },
        evidence: `${world.url}/acme/${azure.project}/_build/results?buildId=${made.run}#${made.approval}`,
        digest: made.digest,
      });
    });
    const apis = `/acme/${azure.project}/_apis`;
    expect(asked).toEqual([
      `GET ${apis}/build/builds/${made.run}?api-version=7.0 job`,
      `GET ${apis}/build/builds/${made.run}/timeline?api-version=7.0 job`,
      `GET ${apis}/pipelines/approvals/${made.approval}?$expand=steps&api-version=7.0 job`,
    ]);
    expect(await world.site.posts()).toHaveLength(1);
  });

  test('is each of them where several have to', async () => {
    const world = await createAzureWorld();
    const { azure } = world;
    const [mia, max] = [azure.identity('Mia'), azure.identity('Max')];
    for (const required of [2, 0]) {
      const made = await world.planned([mia, max], required);
      azure.answer(made.approval, mia);
      azure.begin(made.run, made.job);
      await expectRefused(world, () => world.publish(made), 'approval-missing');
      azure.answer(made.approval, max);
      if (required === 2) continue;
      const { document } = await world.publish(made);
      expect(document.approval).toMatchObject({
        by: { login: `Mia (${mia.id})` },
        others: [{ id: null, login: `Max (${max.id})` }],
      });
    }
  });
});

// Nothing that is refused changes the world, so that these share one.
const world = await createAzureWorld();
const { azure } = world;
const mia = azure.identity('Mia');
const made = await world.planned();
const { run, job, stage, approval, plan } = made;
azure.answer(approval, mia);
azure.begin(run, job);
const whole = { run: azure.run(run), approval: azure.approvals.get(approval) };
/** Publishes after a change to what Azure DevOps knows, which is undone then. */
const refusedAs = async (
  code: string,
  change: () => void = () => undefined,
  forged: Readonly<Record<string, string>> = {},
  args?: readonly string[],
) => {
  change();
  await expectRefused(world, () => world.publish(made, forged, args), code);
  azure.runs.set(run, whole.run);
  if (whole.approval) azure.approvals.set(approval, whole.approval);
};
const put = (change: object) => () => {
  if (whole.approval) azure.approvals.set(approval, { ...whole.approval, ...change });
};
const [step] = whole.approval?.steps ?? [];
const by = (actualApprover: unknown, status = 'approved') =>
  put({ steps: [{ ...step, actualApprover, status }] });

describe('nobody is', () => {
  test('where the approval is missing, rejected, canceled, or skipped by an administrator', async () => {
    for (const status of ['pending', 'rejected', 'skipped', 'canceled', 'timedOut', 'undefined'])
      await refusedAs('approval-missing', put({ status }));
    for (const status of ['pending', 'rejected', 'skipped'])
      await refusedAs('approval-missing', by(mia, status));
    await refusedAs('approval-missing', by(undefined));
    await refusedAs('approval-missing', put({ steps: [] }));
    await refusedAs('approval-missing', put({ steps: [step, { ...step, status: 'rejected' }] }));
  });

  test('a group, or an account of Azure or of a program', async () => {
    for (const kind of ['aadgp', 'vssgp', 'svc', 'aadsp', 'bnd'])
      await refusedAs('approver-not-a-person', by(azure.identity('Docs', kind)));
    const { descriptor: _, ...plain } = azure.identity('Docs');
    const build = { ...plain, uniqueName: 'Build\\1f0c' };
    for (const each of [build, { ...plain, isContainer: true }, { ...plain, uniqueName: '' }])
      await refusedAs('approver-not-a-person', by(each));
  });

  test('twice, where two have to approve', async () => {
    await refusedAs('approval-missing', put({ minRequiredApprovers: 2, steps: [step, step] }));
  });

  test('where the stage of the job waited for no approval, or for one more', async () => {
    const records = (keep: (type: string) => boolean) => () =>
      azure.runs.set(run, {
        ...whole.run,
        records: whole.run.records.filter(({ type }) => keep(type)),
      });
    await refusedAs(
      'job-not-manual',
      records((type) => type !== 'Checkpoint.Approval'),
    );
    await refusedAs(
      'job-not-manual',
      records((type) => type !== 'Checkpoint'),
    );
    await refusedAs(
      'approval-missing',
      records((type) => type !== 'Stage'),
    );
    await refusedAs('approval-missing', () => azure.check(run, stage, [mia]));
  });

  test("by another stage's approval, another job's or another run's", async () => {
    await refusedAs('job-not-manual', () => {
      const other = azure.stage(run, 'Other');
      const checkpoint = azure.run(run).records.find(({ type }) => type === 'Checkpoint');
      azure.force(run, checkpoint?.id ?? '', { parentId: other.stage });
    });
    await refusedAs('approval-missing', undefined, { SYSTEM_JOBID: plan.job });
    await refusedAs('approver-unknown', undefined, { SYSTEM_JOBID: stage });
    await refusedAs('approver-unknown', undefined, { SYSTEM_JOBID: azure.uuid('nothing') });
    const other = azure.start(whole.run.sourceVersion).id;
    await refusedAs('approver-unknown', undefined, { BUILD_BUILDID: String(other) });
    await refusedAs('forge-refused', undefined, { BUILD_BUILDID: '999' });
    await refusedAs('forge-refused', undefined, { SYSTEM_TEAMPROJECTID: azure.uuid('nothing') });
    for (const forged of ['', '../1', '0', '1?x=y'])
      await refusedAs('usage', undefined, { BUILD_BUILDID: forged });
    await refusedAs('usage', undefined, { SYSTEM_TEAMPROJECTID: 'Handbook' });
  });

  test('by a run of another repository, commit, branch, tag or pull request, or one that ended', async () => {
    const change = (more: object) => () => azure.runs.set(run, { ...whole.run, ...more });
    const elsewhere = { id: 'x', type: 'TfsGit', url: 'https://dev.azure.com/acme/a/_git/b' };
    await refusedAs('approval-missing', change({ repository: elsewhere }));
    await refusedAs('approval-missing', change({ repository: { id: 'x', type: 'TfsGit' } }));
    await refusedAs('approval-missing', change({ repository: { id: 'a/b', type: 'GitHub' } }));
    await refusedAs('approval-missing', change({ sourceVersion: '0'.repeat(40) }));
    await refusedAs('approval-missing', change({ status: 'completed' }));
    for (const sourceBranch of ['refs/heads/evil', 'refs/tags/main', 'refs/pull/7/merge', 'main'])
      await refusedAs('not-default-branch', change({ sourceBranch }));
    await refusedAs('not-default-branch', change({ reason: 'pullRequest' }));
  });

  test('after another stage was started again, or where this one was', async () => {
    await refusedAs('approval-changed', () =>
      azure.force(run, plan.job, {
        attempt: 2,
        finishTime: new Date(Date.now() + 60_000).toISOString(),
      }),
    );
    await refusedAs('approval-changed', () =>
      azure.force(run, plan.job, { attempt: 2, state: 'inProgress', finishTime: null }),
    );
    azure.force(run, stage, { attempt: 2 });
    const { document } = await world.publish(made);
    expect(document.error.code).toBe('attempt-not-approved');
    azure.runs.set(run, whole.run);
    expect(await world.site.posts()).toEqual([]);
  });

  test('where the digest stands on the command line', async () => {
    await refusedAs('approval-missing', undefined, {}, ['--digest', made.digest ?? '']);
    await refusedAs('approval-missing', undefined, {}, []);
  });

  test('after approval.max-age', async () => {
    const lastModifiedOn = new Date(Date.now() - 8 * 86_400_000).toISOString();
    put({ steps: [{ ...step, lastModifiedOn }] })();
    expect((await world.publish(made)).document.error.code).toBe('approval-expired');
    put({})();
    expect(await world.site.posts()).toEqual([]);
  });

  test('by no token, by one that is none, or outside of Azure Pipelines', async () => {
    await refusedAs('token-missing', undefined, { SYSTEM_ACCESSTOKEN: '' });
    await refusedAs('forge-refused', undefined, { SYSTEM_ACCESSTOKEN: 'x'.repeat(52) });
    const ran = await world.publish(made, { TF_BUILD: '' });
    expect(ran.document.error.code).toBe('no-approval');
  });

  test('by another host', async () => {
    for (const url of ['https://dev.azure.com.attacker.example/acme/', 'nonsense', ''])
      await refusedAs('insecure-url', undefined, { SYSTEM_COLLECTIONURI: url });
    await using attacker = await serve((response) => json(response, 200, {}));
    const file = 'ledger: { file: .git/ledger.json }\nsources: { pull-requests: false }\n';
    const other = await createAzureWorld(file);
    const waiting = await other.planned();
    await other.checkout.git('remote', 'set-url', 'origin', 'https://forge.example/acme/a.git');
    const forged = { SYSTEM_COLLECTIONURI: `${attacker.url}/acme/` };
    await expectRefused(other, () => other.publish(waiting, forged), 'insecure-url');
    expect(attacker.seen).toEqual([]);
  });
});

describe('an answer that is none', () => {
  const answers = [
    ['error', 401, 'forge-refused'],
    ['error', 403, 'forge-refused'],
    ['error', 404, 'forge-refused'],
    ['error', 302, 'forge-refused'],
    ['error', 500, 'forge-unreachable'],
    ['html', 200, 'forge-unreachable'],
    ['html', 203, 'forge-refused'],
    ['reset', undefined, 'forge-unreachable'],
  ] as const;
  const paths = ['_apis/build/builds/*', '_apis/build/builds/*/timeline'];
  test.each([...paths, '_apis/pipelines/approvals/*'])('of %s', async (path) => {
    for (const [kind, status, code] of answers) {
      azure.faults.add({ kind, path, times: 9, ...(status !== undefined && { status }) });
      await refusedAs(code);
      azure.faults.clear();
    }
  });

  test('of another shape, or about something else', async () => {
    const odd = { ...whole.run, sourceVersion: null } as unknown as typeof whole.run;
    await refusedAs('forge-unreachable', () => azure.runs.set(run, odd));
    await refusedAs('forge-unreachable', () => azure.runs.set(run, { ...whole.run, id: 99 }));
    await refusedAs('forge-unreachable', put({ id: azure.uuid('another') }));
    await refusedAs('forge-unreachable', put({ minRequiredApprovers: -1 }));
    await refusedAs('forge-unreachable', put({ steps: { step } }));
    await refusedAs('forge-unreachable', by({ displayName: 'Mia' }));
    await refusedAs('forge-unreachable', () => azure.force(run, job, { parentId: 'x' }));
  });
});
