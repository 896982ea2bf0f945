import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { approve, configPath, createActionWorld, protectedRun } from '../kit/action-world.ts';

describe('the way from a push to a post', () => {
  test('a reviewer approves the environment', async () => {
    const world = await createActionWorld();
    const digest = await world.planned();
    const run = await protectedRun(world);
    await approve(world, run);
    const { code, outputs, summary, log } = await world.byEnvironment(run, digest);
    expect(log).not.toContain('::error');
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ decision: 'approved', created: '1', failed: '0', digest });
    expect(summary).toContain('/articles/');
    expect(await world.titles()).toEqual(['The first page']);
    const result = JSON.parse(await readFile(outputs['result'] ?? '', 'utf8'));
    expect(result.approval).toMatchObject({
      mechanism: 'environment',
      verified: true,
      by: { login: 'mia-maintain' },
    });
  });

  test('a maintainer comments', async () => {
    const world = await createActionWorld();
    const digest = await world.planned();
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', ` /publish ${digest}\r\n`);
    expect(await world.byComment(comment)).toMatchObject({ code: 0, outputs: { created: '1' } });
    expect(await world.titles()).toEqual(['The first page']);
  });

  test('a maintainer starts a run with the digest', async () => {
    const world = await createActionWorld({ sandbox: { github: { private: true } } });
    const digest = await world.planned();
    const run = await world.fakeGitHub.run({ actor: 'mia-maintain', event: 'workflow_dispatch' });
    expect(await world.byDispatch(run, digest)).toMatchObject({
      code: 0,
      outputs: { decision: 'approved', created: '1' },
    });
  });
});

describe('what only looks', () => {
  test('status tells of each source', async () => {
    const world = await createActionWorld();
    const acted = await world.act({
      event: 'push',
      token: 'read',
      env: { INPUT_COMMAND: 'status' },
    });
    expect(acted.code).toBe(0);
    expect(acted.log).toContain('docs/');
    const result = JSON.parse(await readFile(acted.outputs['result'] ?? '', 'utf8'));
    expect(result).toMatchObject({ command: 'status', sources: [{ post: null }] });
  });

  test('doctor fails with what is wrong, and names what to do next', async () => {
    const world = await createActionWorld();
    const look = (env: Record<string, string>) =>
      world.act({ event: 'push', token: 'read', env: { ...env, INPUT_COMMAND: 'doctor' } });
    const document = async ({ outputs }: Awaited<ReturnType<typeof look>>) =>
      JSON.parse(await readFile(outputs['result'] ?? '', 'utf8'));
    const well = await look({});
    expect((await document(well)).checks).toContainEqual(
      expect.objectContaining({ check: 'site', state: 'ok' }),
    );
    const { stack } = world.sandbox;
    const ill = await look({ 'INPUT_STACK-TOKEN': stack.tokens.expired });
    expect(ill.code).toBe(1);
    expect(await document(ill)).toMatchObject({
      checks: expect.arrayContaining([
        expect.objectContaining({ check: 'site', state: 'failed', code: 'token-expired' }),
      ]),
      next: expect.stringContaining('STACK_ACCESS_TOKEN'),
    });
    expect(ill.log).not.toContain(stack.tokens.write);
    expect(await world.titles()).toEqual([]);
  });
});

describe('a plan', () => {
  test('is shown with its text and how to approve it, and writes nothing to the site', async () => {
    const world = await createActionWorld();
    const { code, outputs, summary } = await world.act({ event: 'push', token: 'read' });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ decision: 'none', create: '1', held: '0' });
    expect(summary).toContain(`\n/publish ${outputs['digest']}\n`);
    expect(summary).toContain('+one');
    expect(await world.titles()).toEqual([]);
    const document = JSON.parse(await readFile(outputs['plan'] ?? '', 'utf8'));
    expect(document).toMatchObject({ command: 'plan', digest: outputs['digest'] });
  });

  test('that waits already gives a push no digest, and a run by hand gives one', async () => {
    const world = await createActionWorld();
    const digest = await world.planned();
    for (const again of [{ event: 'schedule' }, { event: 'push', attempt: 2 }])
      expect(await world.act({ ...again, token: 'read' })).toMatchObject({
        code: 0,
        outputs: { digest: '', create: '1' },
      });
    const byHand = await world.act({ event: 'workflow_dispatch', payload: { inputs: {} } });
    expect(byHand.outputs).toMatchObject({ digest });
  });

  test('shows nothing of the site in a public repository', async () => {
    const world = await createActionWorld();
    const { summary } = await world.act({ event: 'push', token: 'read' });
    expect(summary).not.toContain(world.sandbox.stack.account.name);
  });
});

describe('the other events', () => {
  test('a pull request is checked without a token, with remarks beside its lines', async () => {
    const world = await createActionWorld({
      files: { 'docs/b.md': '---\nstack: nonsense\n---\nText\n' },
    });
    const ran = await world.act({
      event: 'pull_request',
      ref: 'refs/pull/1/merge',
      env: { 'INPUT_STACK-TOKEN': '', 'INPUT_GITHUB-TOKEN': '' },
    });
    expect(ran.code).toBe(1);
    expect(ran.log).toMatch(/^::error [^\n]*file=docs\/b\.md,line=2/m);
  });

  test('a comment does nothing unless publishing is asked for', async () => {
    const world = await createActionWorld();
    const digest = await world.planned();
    const comment = await world.fakeGitHub.comment(1, 'mia-maintain', `/publish ${digest}`);
    const before = (await world.fakeGitHub.state()).requests;
    expect(await world.byComment(comment, { command: 'auto' })).toMatchObject({ code: 0, log: '' });
    expect((await world.fakeGitHub.state()).requests).toBe(before);
  });

  test('a command that does not exist is told', async () => {
    const world = await createActionWorld();
    expect(await world.act({ event: 'push', command: 'destroy' })).toMatchObject({
      code: 2,
      outputs: { decision: 'none', reason: 'usage' },
    });
  });

  test('publishing without a digest is refused, and so is a broken configuration', async () => {
    const world = await createActionWorld();
    const none = await world.act({ event: 'push', command: 'publish' });
    expect(none).toMatchObject({
      code: 3,
      outputs: { decision: 'refused', reason: 'no-approval' },
    });
    await world.checkout.write({ [configPath]: 'destination: 7\n' });
    await world.checkout.commit();
    await world.push();
    const broken = await world.act({ event: 'push' });
    expect(broken).toMatchObject({ code: 2, outputs: { reason: 'config-invalid' } });
  });
});
